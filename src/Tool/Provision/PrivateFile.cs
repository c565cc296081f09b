using System;
using System.IO;
using System.Text;

namespace Presentity.Tool.Provision;

/// <summary>Writes a file that its owner alone may read, all or nothing.</summary>
static class PrivateFile
{
    /// <summary>Writes it in place of what was there.</summary>
    /// <returns>What went wrong, in one line; empty when nothing did.</returns>
    internal static string Write(string path, string text)
    {
        string part = path + ".part";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Delete(part);
            using (StreamWriter writer = new(part, new UTF8Encoding(false), options))
                writer.Write(text);
            File.Move(part, path, overwrite: true);
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Remove(part);
            return $"{path}: cannot be written; give a file in a folder that you may write to with --config FILE";
        }
    }

    static void Remove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // Where nothing can be written, nothing has been.
        }
    }
}
