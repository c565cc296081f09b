using System;
using System.Collections.Generic;
using System.IO;

namespace Presentity.Surface;

/// <summary>One assembly of the nanoFramework class library, as a file of <c>api</c> lists it.</summary>
internal sealed class ApiList
{
    private ApiList(string name, Version version, string[] references)
    {
        Name = name;
        Version = version;
        References = references;
    }

    /// <summary>The assembly's name, which is also the file's.</summary>
    public string Name { get; }

    public Version Version { get; }

    /// <summary>The names of the assemblies that it may use.</summary>
    public string[] References { get; }

    /// <summary>In the order of the file, which puts a nested type after its encloser. Generic types are left out: using one crashes
    /// the chip.</summary>
    public List<ApiType> Types { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not understood; the message says which and why.</exception>
    public static ApiList Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] head = lines[0].Split(' ');
        ApiList list = new(head[1], Version.Parse(head[2]), head[^1]["refs=".Length..].Split(','));
        for (int i = 1; i < lines.Length; i++)
        {
            try
            {
                list.Add(lines[i]);
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}({i + 1}): error: {e.Message}", e);
            }
        }

        list.Types.RemoveAll(type => type.IsGeneric);
        return list;
    }

    private void Add(string line)
    {
        if (!line.StartsWith("T:", StringComparison.Ordinal))
        {
            if (Types.Count == 0)
                throw new FormatException("A member before the first type.");
            Types[^1].Members.Add(ApiMember.Read(Types[^1].FullName, line));
            return;
        }

        ApiType type = ApiType.Read(line);
        string encloser = type.FullName[..type.FullName.LastIndexOf('.')];
        type.Enclosing = Types.Find(other => other.FullName == encloser);
        Types.Add(type);
    }
}
