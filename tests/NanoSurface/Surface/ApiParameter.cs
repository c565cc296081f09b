using System;

namespace Presentity.Surface;

/// <summary>One parameter: <c>out System.Int32</c>, <c>params System.Object[]</c>, <c>System.Int32 = 10</c>. The lists name none.</summary>
internal sealed class ApiParameter
{
    private ApiParameter(string type, string modifier, string? defaultValue)
    {
        Type = type;
        Modifier = modifier;
        DefaultValue = defaultValue;
    }

    public string Type { get; }

    /// <summary><c>ref</c>, <c>out</c>, <c>params</c>, or empty.</summary>
    public string Modifier { get; }

    /// <summary>As the list writes it; null when there is none.</summary>
    public string? DefaultValue { get; }

    public bool IsByReference => Modifier is "ref" or "out";

    /// <summary>Reads what stands between the brackets of a signature.</summary>
    public static ApiParameter[] ReadAll(string text) =>
        text.Length == 0 ? [] : Array.ConvertAll(text.Split(','), Read);

    private static ApiParameter Read(string text)
    {
        string? defaultValue = null;
        int equals = text.IndexOf(" = ", StringComparison.Ordinal);
        if (equals >= 0)
        {
            defaultValue = text[(equals + 3)..];
            text = text[..equals];
        }

        int blank = text.IndexOf(' ');
        string modifier = blank < 0 ? "" : text[..blank];
        if (modifier is not ("" or "ref" or "out" or "params"))
            throw new FormatException($"Unknown modifier '{modifier}'.");

        return new ApiParameter(text[(blank + 1)..], modifier, defaultValue);
    }
}
