using System;

namespace Presentity.Interop.Tests.Operators;

/// <summary>The other side answered with an error, or there was no login.</summary>
/// <param name="type">The error's type as on the wire (`cancel`, `auth`, ...), or `login`.</param>
/// <param name="condition">The defined condition (RFC 6120 §8.3.3), or why there was no login.</param>
public sealed class RefusedException(string type, string condition, string text) : Exception($"{type}: {condition} {text}".TrimEnd())
{
    public string Type { get; } = type;

    public string Condition { get; } = condition;
}
