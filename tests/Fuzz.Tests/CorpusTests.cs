using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Fuzz.Tests;

/// <summary>Nothing is wrong with any input of the kept corpus: what found a path of its own, and what once found a fault.</summary>
[TestClass]
public sealed class CorpusTests
{
    public static IEnumerable<string> Targets => Target.All.Select(target => target.Name);

    [TestMethod]
    [DynamicData(nameof(Targets))]
    public void NothingIsWrong(string name)
    {
        var wrong = new StringBuilder();
        int count = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", name)))
        {
            count++;
            try
            {
                Target.Find(name)!.Check(File.ReadAllBytes(file));
            }
            catch (Exception e)
            {
                wrong.Append($"{Path.GetFileName(file)}: {e}\n");
            }
        }

        Assert.AreEqual("", wrong.ToString());
        Assert.IsGreaterThan(100, count);
    }
}
