namespace Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>Arrays, element by element.</summary>
static class CollectionAssert
{
    public static void AreEqual(string[] expected, string[] actual, string message = "")
    {
        for (int i = 0; i < expected.Length && i < actual.Length; i++)
            Assert.AreEqual(expected[i], actual[i], "at " + i.ToString() + ". " + message);
        Assert.AreEqual(expected.Length, actual.Length, "the number of elements. " + message);
    }

    public static void AreEqual(byte[]? expected, byte[]? actual, string message = "")
    {
        Assert.IsNotNull(expected, message);
        Assert.IsNotNull(actual, message);
        for (int i = 0; i < expected.Length && i < actual.Length; i++)
            Assert.AreEqual(expected[i], actual[i], "at " + i.ToString() + ". " + message);
        Assert.AreEqual(expected.Length, actual.Length, "the number of bytes. " + message);
    }
}
