using System;
using System.IO;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Files in one folder, which nobody but their owner may read.</summary>
/// <param name="folder">Made when something is first written.</param>
public sealed class FolderStore(string folder) : IStore
{
    public string Failure { get; private set; } = "";

    public byte[]? Read(string name)
    {
        byte[]? contents = null;
        Try(name, "read", path => contents = File.Exists(path) ? File.ReadAllBytes(path) : null);
        return contents;
    }

    public bool Write(string name, byte[] data, int count) => Try(name, "written", path =>
    {
        Directory.CreateDirectory(folder);
        string whole = path + ".new";
        File.Delete(whole);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (FileStream file = new(whole, options))
        {
            file.Write(data, 0, count);
            file.Flush(flushToDisk: true);
        }

        File.Move(whole, path, overwrite: true);
    });

    public bool Remove(string name) => Try(name, "removed", path =>
    {
        if (File.Exists(path))
            File.Delete(path);
    });

    bool Try(string name, string what, Action<string> act)
    {
        Failure = "";
        try
        {
            act(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Failure = $"{name} cannot be {what}: {e.Message}";
        }

        return Failure.Length == 0;
    }
}
