using System;
using System.Collections.Generic;
using System.IO;

namespace Presentity.Chip.Tests;

/// <summary>The files of a chip, whose power goes at a step of a test's choice: what is done by then stays, and nothing more is
/// done.</summary>
sealed class Flash
{
    [ThreadStatic]
    static Flash? ofThisTest;

    public Flash() => ofThisTest = this;

    internal static Flash OfThisTest => ofThisTest!;

    internal Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>How many changes to the files are made before the power goes.</summary>
    internal int StepsLeft { get; set; } = int.MaxValue;

    /// <summary>Whether the power has gone.</summary>
    internal bool IsDead { get; private set; }

    internal void PowerOn()
    {
        StepsLeft = int.MaxValue;
        IsDead = false;
    }

    /// <summary>Before each change to the files.</summary>
    internal void Step()
    {
        IsDead |= StepsLeft-- <= 0;
        if (IsDead)
            throw new IOException("the power is gone");
    }
}
