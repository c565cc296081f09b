using System.Diagnostics.CodeAnalysis;

namespace Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>What the tests ask of MSTest, for a chip that has no generics.</summary>
static partial class Assert
{
    public static void AreEqual(string? expected, string? actual, string message = "")
    {
        if (expected != actual)
            Fail("expected <" + Text(expected) + ">, but it is <" + Text(actual) + ">. " + message);
    }

    public static void AreEqual(long expected, long actual, string message = "")
    {
        if (expected != actual)
            Fail("expected " + expected.ToString() + ", but it is " + actual.ToString() + ". " + message);
    }

    public static void AreEqual(bool expected, bool actual, string message = "")
    {
        if (expected != actual)
            Fail("expected " + Text(expected) + ", but it is " + Text(actual) + ". " + message);
    }

    /// <summary>Values of an enum, whose numbers the message has.</summary>
    public static void AreEqual(object? expected, object? actual, string message = "")
    {
        if (!Equals(expected, actual))
            Fail("expected " + expected + ", but it is " + actual + ". " + message);
    }

    public static void AreNotEqual(string? notExpected, string? actual, string message = "")
    {
        if (notExpected == actual)
            Fail("expected anything but <" + Text(actual) + ">. " + message);
    }

    public static void AreNotEqual(long notExpected, long actual, string message = "")
    {
        if (notExpected == actual)
            Fail("expected anything but " + actual.ToString() + ". " + message);
    }

    public static void IsTrue(bool condition, string message = "")
    {
        if (!condition)
            Fail("expected true. " + message);
    }

    public static void IsFalse(bool condition, string message = "")
    {
        if (condition)
            Fail("expected false. " + message);
    }

    public static void IsNull(object? value, string message = "")
    {
        if (value != null)
            Fail("expected null, but it is " + value + ". " + message);
    }

    public static void IsNotNull([NotNull] object? value, string message = "")
    {
        if (value == null)
            Fail("expected something, but it is null. " + message);
    }

    [DoesNotReturn]
    public static void Fail(string message = "") => throw new AssertFailedException(message);

    static string Text(string? text) => text == null ? "null" : text;

    static string Text(bool value) => value ? "true" : "false";
}
