using System.Text;
using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>All that a tokenizer hands over for a document, as text to read and to compare.</summary>
/// <remarks>
/// <code>
/// root {http://etherx.jabber.org/streams}stream
///   @version "1.0"
/// element {jabber:client}message
///   {jabber:client}body
///     "hello"
/// root end
/// </code>
/// Then nothing, or <c>error UnboundPrefix at 61, not-well-formed</c>, or <c>more</c> when the document is not complete:
/// nothing may follow the end of the root, not even the beginning of something.
/// </remarks>
public sealed class TokenDump
{
    readonly StringBuilder text = new StringBuilder();
    readonly XmlCursor cursor;
    readonly byte[] document;
    int ended;

    TokenDump(XmlTape tape, byte[] document)
    {
        cursor = new XmlCursor(tape);
        this.document = document;
    }

    /// <summary>Reads the document with a new tokenizer.</summary>
    public static string Of(byte[] document, Split split, XmlLimits limits, XmlVocabulary vocabulary) =>
        Of(new XmlTokenizer(limits, vocabulary), document, split);

    /// <summary>Reads the document with this tokenizer, from where it stands.</summary>
    public static string Of(XmlTokenizer tokenizer, byte[] document, Split split)
    {
        var dump = new TokenDump(tokenizer.Tape, document);
        var feed = new StreamFeed(tokenizer, document, split);
        while (dump.Add(feed.Read(), tokenizer))
            continue;
        return dump.text.ToString();
    }

    bool Add(XmlRead read, XmlTokenizer tokenizer)
    {
        switch (read)
        {
            case XmlRead.Error:
                text.Append("error ").Append(XmlNames.Of(tokenizer.Error)).Append(" at ").Append(tokenizer.Position)
                    .Append(", ").Append(XmlErrors.Condition(tokenizer.Error)).Append('\n');
                return false;
            case XmlRead.NeedsInput:
                text.Append(ended > 0 && IsWhite(ended) ? "" : "more\n");
                return false;
            case XmlRead.RootEnd:
                ended = (int)tokenizer.Position;
                text.Append("root end\n");
                return true;
        }

        text.Append(read == XmlRead.RootStart ? "root" : XmlNames.Of(read).ToLower());
        if (tokenizer.Tape.IsContinued)
            text.Append(" continued");
        if (tokenizer.Tape.IsTruncated)
            text.Append(" truncated");
        text.Append(' ');
        cursor.MoveToTop();
        if (read == XmlRead.Text)
            DumpText.Quote(text, cursor.ToString(cursor.Node));
        else
            Element(0);
        return true;
    }

    bool IsWhite(int at)
    {
        while (at < document.Length && document[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at == document.Length;
    }

    void Element(int depth)
    {
        DumpText.Name(text, cursor.NamespaceOf(cursor.Node), cursor.LocalNameOf(cursor.Node));
        for (int slot = cursor.FirstAttribute(); slot != XmlCursor.None; slot = cursor.NextAttribute(slot))
            DumpText.Attribute(text, depth + 1, cursor.NamespaceOf(slot), cursor.LocalNameOf(slot), cursor.ToString(slot));
        int element = cursor.Node;
        for (int node = cursor.FirstNode(); node != XmlCursor.None; node = cursor.NextNode(node))
        {
            DumpText.Indent(text, depth + 1);
            if (cursor.IsText(node))
            {
                DumpText.Quote(text, cursor.ToString(node));
                continue;
            }

            cursor.MoveTo(node);
            Element(depth + 1);
            cursor.MoveTo(element);
        }
    }
}
