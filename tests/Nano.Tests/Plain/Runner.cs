using System;

namespace Presentity.Nano.Tests;

/// <summary>Runs tests one after the other: a line for each, and what it came to at the end.</summary>
sealed class Runner
{
    int passed;
    int failed;

    /// <summary>Runs the tests of a class.</summary>
    public void Run(TestRun tests)
    {
        string method = "";
        int row = 0;
        for (int test = 0; test < tests.Count; test++)
        {
            string name = tests.Name(test);
            row = name == method ? row + 1 : 1;
            method = name;
            string text = tests.Row(test);
            Run(tests, test, tests.Class + "." + name + " " + row.ToString() + (text.Length > 0 ? " " + text : ""));
        }

        // The heap is small: what the class leaves must not lie scattered in it.
        nanoFramework.Runtime.Native.GC.Run(true);
    }

    /// <summary>Says how many passed and failed.</summary>
    public void Summarize() => Console.WriteLine(passed.ToString() + " passed, " + failed.ToString() + " failed");

    void Run(TestRun tests, int test, string name)
    {
        try
        {
            tests.Run(test);
            passed++;
            Console.WriteLine("passed " + name);
        }
        catch (Exception e)
        {
            failed++;
            Console.WriteLine("FAILED " + name + ": " + e.GetType().Name + " " + e.Message);
        }
    }
}
