using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Presentity.House.Tests;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, found by walking up from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path that the build has left in the test assembly: <c>ChipAssembly</c>, <c>Surface</c> or <c>Api</c>.</summary>
    public static string Built(string name) => AllBuilt(name).Single();

    /// <summary>Paths that the build has left in the test assembly: <c>Board</c>.</summary>
    public static IEnumerable<string> AllBuilt(string name) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(a => a.Key == name)
        .Select(a => Path.Combine(Root, a.Value!.Replace('\\', Path.DirectorySeparatorChar)));

    /// <summary>The files below a folder which are sources: not what builds have left there.</summary>
    /// <param name="folder">From the root; need not exist.</param>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    /// <returns>Paths from the root, with slashes, in order.</returns>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string path = Path.Combine(Root, folder);
        return !Directory.Exists(path) ? [] : Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The text of a file.</summary>
    /// <param name="path">From the root.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Embedded.sln")))
                return folder.FullName;
        }

        throw new FileNotFoundException($"No Embedded.sln in or above {AppContext.BaseDirectory}.");
    }
}
