using System.IO;
using System.Text;
using System.Xml;

namespace Presentity.TestKit;

/// <summary>What <see cref="XmlReader"/> says of a document, in the words of <see cref="TokenDump"/>.</summary>
public sealed class ReaderDump
{
    const string Declarations = "http://www.w3.org/2000/xmlns/";

    readonly StringBuilder dump = new();
    readonly StringBuilder run = new();
    int runDepth;

    /// <summary>Reads a complete document.</summary>
    /// <returns>Null when it is rejected; <paramref name="rejection"/> then says why.</returns>
    public static string? Of(byte[] document, out XmlException? rejection)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        var lines = new ReaderDump();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), settings);
            while (reader.Read())
                lines.Add(reader);
            rejection = null;
            return lines.dump.ToString();
        }
        catch (XmlException exception)
        {
            rejection = exception;
            return null;
        }
    }

    void Add(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Text:
            case XmlNodeType.CDATA:
            case XmlNodeType.Whitespace:
            case XmlNodeType.SignificantWhitespace:
                run.Append(reader.Value);
                runDepth = reader.Depth;
                break;
            case XmlNodeType.Element:
                FinishText();
                Element(reader);
                break;
            case XmlNodeType.EndElement:
                FinishText();
                FinishRoot(reader.Depth);
                break;
        }
    }

    void Element(XmlReader reader)
    {
        int depth = reader.Depth;
        bool isEmpty = reader.IsEmptyElement;
        DumpText.Indent(dump, depth - 1 < 0 ? 0 : depth - 1);
        if (depth < 2)
            dump.Append(depth == 0 ? "root " : "element ");
        DumpText.Name(dump, reader.NamespaceURI, reader.LocalName);
        while (reader.MoveToNextAttribute())
            if (reader.NamespaceURI != Declarations)
                DumpText.Attribute(dump, depth == 0 ? 1 : depth, reader.NamespaceURI, reader.LocalName, reader.Value);
        if (isEmpty)
            FinishRoot(depth);
    }

    void FinishRoot(int depth)
    {
        if (depth == 0)
            dump.Append("root end\n");
    }

    /// <summary>Text and CDATA sections side by side are one text; white space around stanzas is none.</summary>
    void FinishText()
    {
        string value = run.ToString();
        run.Clear();
        bool isBetweenStanzas = runDepth == 1;
        if (value.Length == 0 || runDepth == 0 || (isBetweenStanzas && value.Trim(' ', '\t', '\r', '\n').Length == 0))
            return;
        DumpText.Indent(dump, runDepth - 1);
        dump.Append(isBetweenStanzas ? "text " : "");
        DumpText.Quote(dump, value);
    }
}
