using System;
using System.Globalization;

namespace Presentity.Surface;

/// <summary>Constants and default values, from how the lists write them to what metadata hold.</summary>
internal static class Constants
{
    /// <summary>Reads a value.</summary>
    /// <param name="type">Its type by full name; an enum's underlying type for an enum.</param>
    /// <param name="text">As the list writes it: <c>10</c>, <c>'\u0020'</c>, <c>"text"</c>, <c>True</c>, <c>null</c>.</param>
    /// <exception cref="FormatException">The type has no constants, or the text is none of that type.</exception>
    public static object? Read(string type, string text)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        return text == "null" ? null : type switch
        {
            "System.Boolean" => bool.Parse(text),
            "System.Byte" => byte.Parse(text, culture),
            "System.SByte" => sbyte.Parse(text, culture),
            "System.Int16" => short.Parse(text, culture),
            "System.UInt16" => ushort.Parse(text, culture),
            "System.Int32" => int.Parse(text, culture),
            "System.UInt32" => uint.Parse(text, culture),
            "System.Int64" => long.Parse(text, culture),
            "System.UInt64" => ulong.Parse(text, culture),
            "System.Single" => float.Parse(text, culture),
            "System.Double" => double.Parse(text, culture),
            "System.String" => text[1..^1],
            "System.Char" => (char)int.Parse(text.AsSpan(3, 4), NumberStyles.HexNumber, culture),
            _ => throw new FormatException($"'{text}' is no constant of {type}."),
        };
    }
}
