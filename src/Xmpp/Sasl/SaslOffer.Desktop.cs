using System;
using System.Collections.Generic;
using System.Linq;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What a server offers to log in with.</summary>
/// <param name="Mechanisms">Their names, in the server's order.</param>
/// <param name="Bindings">The types of channel binding that it names (XEP-0440); null when it says nothing of them.</param>
sealed record SaslOffer(IReadOnlyList<string> Mechanisms, IReadOnlyList<string>? Bindings)
{
    const string BindingSpace = "urn:xmpp:sasl-cb:0";

    /// <summary>Whether a mechanism with channel binding is among them.</summary>
    public bool HasPlus => Mechanisms.Any(name => name.EndsWith("-PLUS", StringComparison.Ordinal));

    /// <summary>All of it in one text, of which server and client compare a hash (XEP-0474 §5.1).</summary>
    public string Text => Joined(Mechanisms) + (Bindings == null ? "" : "\u001F" + Joined(Bindings));

    /// <summary>Reads it.</summary>
    /// <param name="features">At <c>&lt;stream:features/></c>, and there after the call.</param>
    /// <param name="space">The namespace of the list and of the mechanisms in it.</param>
    /// <param name="list">The element in which they stand.</param>
    public static SaslOffer Read(XmlCursor features, int space, int list)
    {
        int top = features.Node;
        List<string> mechanisms = [];
        List<string>? bindings = null;
        if (features.MoveToChild(space, list))
            foreach (int node in Children(features))
                if (features.Is(space, Word.Mechanism))
                    mechanisms.Add(features.ToString(features.Text()));
        features.MoveTo(top);
        foreach (int node in Children(features))
            if (IsBinding(features, "sasl-channel-binding"))
                bindings = [.. Children(features).Where(_ => IsBinding(features, "channel-binding")).Select(_ => Type(features))];
        features.MoveTo(top);
        return new SaslOffer(mechanisms, bindings);
    }

    static IEnumerable<int> Children(XmlCursor cursor)
    {
        int parent = cursor.Node;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(parent))
        {
            int child = cursor.Node;
            yield return child;
            cursor.MoveTo(child);
        }
    }

    static bool IsBinding(XmlCursor cursor, string name) =>
        cursor.NamespaceOf(cursor.Node) == BindingSpace && cursor.LocalNameOf(cursor.Node) == name;

    static string Type(XmlCursor cursor) => cursor.ToString(cursor.Attribute(Word.Type));

    static string Joined(IEnumerable<string> names) => string.Join('\u001E', names.Order(StringComparer.Ordinal));
}
