using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SharpFuzz;

namespace Presentity.Fuzz;

/// <summary><c>fuzz TARGET</c> is what afl-fuzz runs; <c>fuzz TARGET PATH...</c> replays files, and says what is wrong with which.</summary>
static class Program
{
    static int Main(string[] arguments)
    {
        if (arguments.Length == 0 || Target.Find(arguments[0]) is not Target target)
        {
            Console.Error.WriteLine($"usage: fuzz {string.Join('|', Target.All.Select(one => one.Name))} [FILE or DIRECTORY]...");
            return 2;
        }

        if (arguments.Length > 1)
            return Replay(target, arguments.Skip(1).SelectMany(Files));
        Fuzzer.Run(input =>
        {
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            target.Check(bytes.ToArray());
        });
        return 0;
    }

    static int Replay(Target target, IEnumerable<string> files)
    {
        int count = 0;
        int bad = 0;
        foreach (string file in files)
        {
            count++;
            try
            {
                target.Check(File.ReadAllBytes(file));
            }
            catch (Exception e)
            {
                bad++;
                Console.WriteLine($"{file}: {e}\n");
            }
        }

        Console.WriteLine($"{count} inputs, {bad} bad");
        return bad == 0 && count > 0 ? 0 : 1;
    }

    static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
