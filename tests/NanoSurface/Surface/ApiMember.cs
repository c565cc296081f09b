using System;

namespace Presentity.Surface;

/// <summary>One method, property, field or event of an API list.</summary>
internal sealed class ApiMember
{
    private const string Arrow = " -> ";

    private ApiMember(char kind, string name, ApiParameter[] parameters, string type, ApiTags tags)
    {
        Kind = kind;
        Name = name;
        Parameters = parameters;
        Type = type;
        Tags = tags;
    }

    /// <summary><c>M</c>, <c>P</c>, <c>F</c> or <c>E</c>.</summary>
    public char Kind { get; }

    public string Name { get; }

    /// <summary>Of a method or an indexer; empty otherwise.</summary>
    public ApiParameter[] Parameters { get; }

    /// <summary>What it returns or holds, by full name.</summary>
    public string Type { get; }

    public ApiTags Tags { get; }

    /// <summary>Whether a property can be read.</summary>
    public bool HasGetter { get; private init; }

    /// <summary>Whether a property can be written.</summary>
    public bool HasSetter { get; private init; }

    /// <summary>A constant's value as the list writes it; null when there is none.</summary>
    public string? Value { get; private init; }

    /// <summary>Reads a line.</summary>
    /// <param name="owner">Full name of the type that the line must belong to.</param>
    /// <param name="line">The whole line: <c>M:System.GC.WaitForPendingFinalizers() -> System.Void [static]</c>.</param>
    /// <exception cref="FormatException">The line is not one of <paramref name="owner"/>'s members.</exception>
    public static ApiMember Read(string owner, string line)
    {
        if (line.Length < 2 || line[1] != ':' || !line.AsSpan(2).StartsWith(owner + ".", StringComparison.Ordinal))
            throw new FormatException($"Not a member of {owner}.");

        int tagsAt = ApiTags.IndexIn(line);
        ApiTags tags = new(line[tagsAt..]);
        string text = line[(2 + owner.Length + 1)..tagsAt];
        int arrow = text.LastIndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
            throw new FormatException("No type.");

        string left = text[..arrow];
        string right = text[(arrow + Arrow.Length)..];
        return line[0] switch
        {
            'M' => new ApiMember('M', Head(left, '('), Bracketed(left, '('), right, tags),
            'P' => new ApiMember('P', Head(left, '['), Bracketed(left, '['), Head(right, ' '), tags)
            {
                HasGetter = right.Contains("get;", StringComparison.Ordinal),
                HasSetter = right.Contains("set;", StringComparison.Ordinal),
            },
            'F' => new ApiMember('F', left, [], Head(right, ' '), tags)
            {
                Value = right.IndexOf(" = ", StringComparison.Ordinal) is int at && at >= 0 ? right[(at + 3)..] : null,
            },
            'E' => new ApiMember('E', left, [], right, tags),
            _ => throw new FormatException($"Unknown kind '{line[0]}'."),
        };
    }

    private static string Head(string text, char end) => text.IndexOf(end) is int at && at >= 0 ? text[..at] : text;

    private static ApiParameter[] Bracketed(string text, char open) =>
        text.IndexOf(open) is int at && at >= 0 ? ApiParameter.ReadAll(text[(at + 1)..^1]) : [];
}
