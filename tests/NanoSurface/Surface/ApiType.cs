using System;
using System.Collections.Generic;

namespace Presentity.Surface;

/// <summary>One type of an API list, with its members.</summary>
internal sealed class ApiType
{
    private ApiType(string fullName, string[] bases, ApiTags tags)
    {
        FullName = fullName;
        Bases = bases;
        Tags = tags;
    }

    /// <summary>Namespace, enclosing types and name, joined by dots.</summary>
    public string FullName { get; }

    /// <summary>The base class where it is not the usual one, then the interfaces.</summary>
    public string[] Bases { get; }

    public ApiTags Tags { get; }

    public List<ApiMember> Members { get; } = [];

    /// <summary>The type that this one is nested in; null for most.</summary>
    public ApiType? Enclosing { get; set; }

    /// <summary>What a delegate takes and returns; null for other types.</summary>
    public ApiMember? Invoke { get; private init; }

    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>Empty for a nested type, whose namespace is that of its encloser.</summary>
    public string Namespace => Enclosing is null ? FullName[..FullName.LastIndexOf('.')] : "";

    public bool IsGeneric => FullName.Contains('`');

    public bool IsInterface => Tags.Has("interface");

    public bool IsEnum => Tags.Has("enum");

    public bool IsDelegate => Tags.Has("delegate");

    public bool IsValueType => IsEnum || Tags.Has("struct");

    /// <summary>A <c>ref struct</c>: the C# compiler marks each as obsolete, so that older compilers refuse it, and the lists say
    /// so.</summary>
    public bool IsByRefLike => Tags.Has("struct") && Tags.Has("obsolete");

    /// <summary>Reads a line.</summary>
    /// <param name="line">The whole line: <c>T:System.Reflection.MethodBase : System.Reflection.MemberInfo [class] [abstract]</c>.</param>
    /// <exception cref="FormatException">A delegate's signature cannot be read.</exception>
    public static ApiType Read(string line)
    {
        int tagsAt = ApiTags.IndexIn(line);
        string[] parts = line[2..tagsAt].Split(" : ");
        string[] bases = parts.Length > 1 ? parts[1].Split(", ") : [];
        int signature = line.IndexOf("] (", StringComparison.Ordinal);
        if (signature < 0)
            return new ApiType(parts[0], bases, new ApiTags(line[tagsAt..]));

        return new ApiType(parts[0], bases, new ApiTags(line[tagsAt..(signature + 1)]))
        {
            Invoke = ApiMember.Read(parts[0], $"M:{parts[0]}.Invoke{line[(signature + 2)..]} [virtual]"),
        };
    }
}
