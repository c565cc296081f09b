namespace Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>Bounds, and parts of texts.</summary>
static partial class Assert
{
    public static void IsGreaterThan(long lowerBound, long value, string message = "")
    {
        if (value <= lowerBound)
            Fail("expected more than " + lowerBound.ToString() + ", but it is " + value.ToString() + ". " + message);
    }

    public static void IsLessThan(long upperBound, long value, string message = "")
    {
        if (value >= upperBound)
            Fail("expected less than " + upperBound.ToString() + ", but it is " + value.ToString() + ". " + message);
    }

    public static void IsLessThanOrEqualTo(long upperBound, long value, string message = "")
    {
        if (value > upperBound)
            Fail("expected at most " + upperBound.ToString() + ", but it is " + value.ToString() + ". " + message);
    }

    public static void IsInRange(long minimum, long maximum, long value, string message = "")
    {
        if (value < minimum || value > maximum)
            Fail("expected " + minimum.ToString() + " to " + maximum.ToString() + ", but it is " + value.ToString() + ". " + message);
    }

    public static void Contains(string substring, string value, string message = "")
    {
        if (value.IndexOf(substring) < 0)
            Fail("expected <" + substring + "> in <" + value + ">. " + message);
    }

    public static void DoesNotContain(string substring, string value, string message = "")
    {
        if (value.IndexOf(substring) >= 0)
            Fail("expected no <" + substring + "> in <" + value + ">. " + message);
    }

    public static void StartsWith(string expectedPrefix, string value, string message = "")
    {
        if (!value.StartsWith(expectedPrefix))
            Fail("expected <" + expectedPrefix + "> at the start of <" + value + ">. " + message);
    }
}
