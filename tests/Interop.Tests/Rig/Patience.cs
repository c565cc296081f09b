using System;

namespace Presentity.Interop.Tests.Rig;

/// <summary>How long tests wait; only a failing test waits to the end.</summary>
static class Patience
{
    /// <summary>For what happens at once.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(15);

    /// <summary>For what has a timer in it: back-off, publishing interval.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
}
