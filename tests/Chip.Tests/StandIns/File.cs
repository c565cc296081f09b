using System.Collections.Generic;
using Presentity.Chip.Tests;

namespace System.IO;

/// <summary>The chip's class of that name, on the flash of this test.</summary>
static class File
{
    public static bool Exists(string path) => Flash.OfThisTest.Files.ContainsKey(path);

    public static byte[] ReadAllBytes(string path) => Flash.OfThisTest.Files[path];

    public static void WriteAllBytes(string path, byte[] contents)
    {
        Dictionary<string, byte[]> files = Flash.OfThisTest.Files;
        foreach (int written in new[] { 0, contents.Length / 2, contents.Length })
        {
            Flash.OfThisTest.Step();
            files[path] = contents[..written];
        }
    }

    public static void Move(string from, string to)
    {
        Flash.OfThisTest.Step();
        Dictionary<string, byte[]> files = Flash.OfThisTest.Files;
        if (files.ContainsKey(to))
            throw new IOException("it exists");
        if (!files.Remove(from, out byte[]? contents))
            throw new IOException("it does not exist");
        files.Add(to, contents);
    }

    public static void Delete(string path)
    {
        Flash.OfThisTest.Step();
        Flash.OfThisTest.Files.Remove(path);
    }
}
