namespace Presentity.Nano.Tests;

/// <summary>The tests of one class, by number. Made from its source.</summary>
abstract class TestRun
{
    /// <summary>The class, without what all have in common: <c>Xml.CursorTests</c>.</summary>
    public abstract string Class { get; }

    /// <summary>How many tests there are, each row of data counted.</summary>
    public abstract int Count { get; }

    /// <summary>The method of a test.</summary>
    public abstract string Name(int test);

    /// <summary>The text that its row begins with; empty when it begins with something else.</summary>
    public abstract string Row(int test);

    /// <summary>Runs a test on a new object of the class.</summary>
    public abstract void Run(int test);
}
