using System;
using System.IO;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>Files in one folder of the chip's flash, which a power cut leaves either old or new, never half.</summary>
/// <remarks>
/// To write <c>a</c>: write all to <c>a.tmp</c>, rename it to <c>a.new</c>, remove <c>a</c>, rename <c>a.new</c> to <c>a</c>. A rename is
/// one step for littlefs, and it does not replace. So what is called <c>a.new</c> is whole, and newer than <c>a</c>; what is called
/// <c>a.tmp</c> may be half and means nothing. Whoever touches <c>a</c> next goes on where the power went.
/// </remarks>
public sealed class FileStore : IStore
{
    readonly string folder;

    /// <param name="folder">With the separator at its end: <c>I:\</c>.</param>
    public FileStore(string folder) => this.folder = folder;

    public string Failure { get; private set; } = "";

    public byte[]? Read(string name)
    {
        Failure = "";
        try
        {
            string path = Settled(name);
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e)
        {
            Failure = name + " cannot be read: " + e.Message;
            return null;
        }
    }

    public bool Write(string name, byte[] data, int count)
    {
        Failure = "";
        try
        {
            string path = Settled(name);
            byte[] contents = data;
            if (count != data.Length)
            {
                contents = new byte[count];
                Array.Copy(data, contents, count);
            }

            File.WriteAllBytes(path + ".tmp", contents);
            File.Move(path + ".tmp", path + ".new");
            Settled(name);
            return true;
        }
        catch (Exception e)
        {
            Failure = name + " cannot be written: " + e.Message;
            return false;
        }
    }

    public bool Remove(string name)
    {
        Failure = "";
        try
        {
            string path = Settled(name);
            if (File.Exists(path))
                File.Delete(path);
            return true;
        }
        catch (Exception e)
        {
            Failure = name + " cannot be removed: " + e.Message;
            return false;
        }
    }

    /// <summary>Finishes what a power cut has interrupted.</summary>
    /// <returns>The file's path.</returns>
    string Settled(string name)
    {
        string path = folder + name;
        if (File.Exists(path + ".tmp"))
            File.Delete(path + ".tmp");
        if (File.Exists(path + ".new"))
        {
            if (File.Exists(path))
                File.Delete(path);
            File.Move(path + ".new", path);
        }

        return path;
    }
}
