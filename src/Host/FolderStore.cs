using System;
using System.IO;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>A store in a folder, which is made when the first file is written. What is written is for its owner alone.</summary>
/// <param name="folder">Where.</param>
/// <param name="log">Told, in one line, what could not be written; null for nobody.</param>
public sealed class FolderStore(string folder, ILog? log) : IStore
{
    public string Failure { get; private set; } = "";

    public byte[]? Read(string name)
    {
        Failure = "";
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Fail(name, "read", e);
            return null;
        }
    }

    public bool Write(string name, byte[] data, int count)
    {
        Failure = "";
        string part = Path.Combine(folder, name + ".part");
        try
        {
            Directory.CreateDirectory(folder);
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Delete(part);
            using (FileStream file = new(part, options))
            {
                file.Write(data, 0, count);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, Path.Combine(folder, name), overwrite: true);
            return true;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Fail(name, "written", e);
            return false;
        }
    }

    public bool Remove(string name)
    {
        Failure = "";
        try
        {
            File.Delete(Path.Combine(folder, name));
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Fail(name, "removed", e);
            return false;
        }
    }

    static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    void Fail(string name, string what, Exception e)
    {
        Failure = $"{Path.Combine(folder, name)} cannot be {what}: {Sentence.Part(e.Message)}";
        log?.Write(LogLevel.Warning, Failure);
    }
}
