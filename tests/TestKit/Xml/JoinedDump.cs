using System;
using System.Collections;
using System.Text;
using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>The lines of <see cref="TokenDump"/> for a tokenizer of small limits, with the parts of large stanzas put together again.</summary>
public sealed class JoinedDump
{
    readonly ArrayList lines = new ArrayList();
    readonly ArrayList around = new ArrayList();
    readonly XmlCursor cursor;
    int open;

    JoinedDump(XmlTape tape) => cursor = new XmlCursor(tape);

    /// <summary>One line for each element with its attributes, each text, and the end.</summary>
    public string[] Lines => (string[])lines.ToArray(typeof(string));

    /// <summary>The last of them.</summary>
    public string LastLine => (string)lines[lines.Count - 1]!;

    /// <summary>How many parts there were before the last of a stanza.</summary>
    public int Parts { get; private set; }

    /// <summary>How many times text was left out.</summary>
    public int Truncated { get; private set; }

    /// <summary>Reads the document with a new tokenizer.</summary>
    public static JoinedDump Of(byte[] document, Split split, XmlLimits limits, XmlVocabulary vocabulary)
    {
        XmlTokenizer tokenizer = new XmlTokenizer(limits, vocabulary);
        StreamFeed feed = new StreamFeed(tokenizer, document, split);
        JoinedDump dump = new JoinedDump(tokenizer.Tape);
        while (dump.Add(feed.Read(), tokenizer))
            continue;
        return dump;
    }

    bool Add(XmlRead read, XmlTokenizer tokenizer)
    {
        cursor.MoveToTop();
        switch (read)
        {
            case XmlRead.Error:
                lines.Add("error " + XmlNames.Of(tokenizer.Error) + " at " + tokenizer.Position);
                return false;
            case XmlRead.NeedsInput:
                return false;
            case XmlRead.RootEnd:
                lines.Add("root end");
                return true;
            case XmlRead.RootStart:
                lines.Add("root " + Tag());
                return true;
            case XmlRead.Text:
                lines.Add("text " + Quoted(cursor.Node));
                return true;
        }

        if (tokenizer.Tape.IsContinued != open > 0)
            throw new InvalidOperationException(XmlNames.Of(read) + " at " + tokenizer.Position + ": a part is not marked as one");
        if (tokenizer.Tape.IsTruncated)
            Truncated++;
        if (read == XmlRead.Partial)
            Parts++;
        int openBefore = open;
        open = 0;
        Element(0, openBefore);
        if (read == XmlRead.Element != (open == 0))
            throw new InvalidOperationException(XmlNames.Of(read) + " at " + tokenizer.Position + ": " + open + " elements are open");
        return true;
    }

    void Element(int depth, int openBefore)
    {
        string tag = depth + " " + Tag();
        if (depth >= openBefore)
        {
            lines.Add(tag);
            while (around.Count > depth)
                around.RemoveAt(around.Count - 1);
            around.Add(tag);
        }
        else if ((string)around[depth]! != tag)
        {
            throw new InvalidOperationException("the part is in " + tag + ", and the one before was in " + around[depth]);
        }

        if (cursor.IsOpen)
            open = depth + 1;

        int element = cursor.Node;
        for (int node = cursor.FirstNode(); node != XmlCursor.None; node = cursor.NextNode(node))
        {
            if (cursor.IsText(node))
            {
                lines.Add(depth + " " + Quoted(node));
                continue;
            }

            cursor.MoveTo(node);
            Element(depth + 1, openBefore);
            cursor.MoveTo(element);
            openBefore = 0;
        }
    }

    string Tag()
    {
        StringBuilder text = new StringBuilder();
        DumpText.Name(text, cursor.NamespaceOf(cursor.Node), cursor.LocalNameOf(cursor.Node));
        for (int slot = cursor.FirstAttribute(); slot != XmlCursor.None; slot = cursor.NextAttribute(slot))
            DumpText.Attribute(text, 0, cursor.NamespaceOf(slot), cursor.LocalNameOf(slot), cursor.ToString(slot));
        return text.Replace('\n', ' ').ToString(0, text.Length - 1);
    }

    string Quoted(int slot)
    {
        StringBuilder text = new StringBuilder();
        DumpText.Quote(text, cursor.ToString(slot));
        return text.ToString(0, text.Length - 1);
    }
}
