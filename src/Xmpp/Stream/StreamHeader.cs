using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The tags that open and close a stream (RFC 6120 §4.2, §4.4), and the errors that end one (§4.9).</summary>
static class StreamHeader
{
    static readonly byte[] Declaration = System.Text.Encoding.UTF8.GetBytes("<?xml version='1.0'?>");
    static readonly byte[] End = System.Text.Encoding.UTF8.GetBytes("</stream:stream>");

    /// <summary>Writes <c>&lt;stream:stream to='domain' ...></c>.</summary>
    /// <param name="writer">Empty.</param>
    /// <param name="account">Whose domain it goes to.</param>
    /// <param name="tellFrom">Whether to say who we are: under TLS only (RFC 6120 §4.7.1).</param>
    internal static void Write(XmlWriter writer, Jid account, bool tellFrom)
    {
        writer.WriteRaw(Declaration, 0, Declaration.Length);
        writer.Start(Word.StreamStream);
        if (tellFrom)
            writer.Attribute(Word.From, account.Bytes, 0, account.BareLength);
        writer.Attribute(Word.To, account.Bytes, account.DomainStart, account.BareLength - account.DomainStart);
        writer.Attribute(Word.Version, Word.Version10);
        writer.Attribute(Word.XmlLang, Word.En);
        writer.Attribute(XmlVocabulary.Xmlns, Ns.Client);
        writer.Attribute(Word.XmlnsStream, Ns.Streams);
        writer.CloseTag();
    }

    /// <summary>Writes <c>&lt;/stream:stream></c>.</summary>
    internal static void WriteEnd(XmlWriter writer) => writer.WriteRaw(End, 0, End.Length);

    /// <summary>Writes a stream error.</summary>
    internal static void WriteError(XmlWriter writer, int condition)
    {
        writer.Start(Word.StreamError);
        writer.Start(condition, Ns.StreamErrors);
        writer.End();
        writer.End();
    }

    /// <summary>Whether the root is a stream header that we understand.</summary>
    /// <returns>The condition of the stream error to send, or 0.</returns>
    internal static int Check(XmlCursor root)
    {
        if (!root.Is(Ns.Streams, Word.Stream))
            return root.Namespace == Ns.Streams ? Word.BadFormat : Word.InvalidNamespace;
        return IsVersion1(root, root.Attribute(Word.Version)) ? 0 : Word.UnsupportedVersion;
    }

    /// <summary>Whether a version has the major number 1 (RFC 6120 §4.7.5): <c>1.0</c>, <c>1.1</c>.</summary>
    static bool IsVersion1(XmlCursor root, int version)
    {
        int start = root.Start(version);
        return root.Length(version) >= 3 && root.Bytes[start] == '1' && root.Bytes[start + 1] == '.';
    }

    /// <summary>What an error says, for a person: <c>conflict (Replaced by new connection)</c>.</summary>
    /// <param name="error">At <c>&lt;stream:error/></c> or SASL's <c>&lt;failure/></c>; moved.</param>
    /// <param name="space">The namespace of its condition and text.</param>
    /// <param name="condition">The word of its condition; 0 when unknown.</param>
    internal static string Describe(XmlCursor error, int space, out int condition)
    {
        condition = 0;
        string name = "no condition";
        string text = "";
        int parent = error.Node;
        for (bool more = error.MoveToFirstChild(); more; more = error.MoveToNext(parent))
        {
            // SASL 2 has the text in its own namespace, and the condition in that of RFC 6120 (XEP-0388 §2.6.2).
            if (error.LocalName == Word.Text)
            {
                text = " (" + error.ToString(error.Text()) + ")";
                continue;
            }

            if (error.Namespace != space)
                continue;

            condition = error.LocalName;
            name = error.LocalNameOf(error.Node);
            // RFC 6120 §4.9.3.19: the other host.
            int value = error.Text();
            if (value != XmlCursor.None)
                name += " " + error.ToString(value);
        }

        return name + text;
    }
}
