using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Elements as the text that goes into a stream, where <c>jabber:client</c> and <c>stream:</c> are declared already.</summary>
static class StreamText
{
    /// <summary>The end of a stream.</summary>
    public const string Close = "</stream:stream>";

    static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true };

    /// <summary>The start of a stream (RFC 6120 §4.7).</summary>
    /// <param name="to">Whom the client says that it is; null when it says nothing.</param>
    public static string Header(string domain, string id, string? to)
    {
        string header = new XElement(
            "h",
            new XAttribute("from", domain),
            new XAttribute("id", id),
            to is null ? null : new XAttribute("to", to),
            new XAttribute("version", "1.0"),
            new XAttribute(XNamespace.Xml + "lang", "en")).ToString();
        return "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
            + header[2..^3] + ">";
    }

    /// <summary>A child of the stream.</summary>
    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        using XmlWriter writer = XmlWriter.Create(text, Settings);

        // The writer is made to believe that it is inside the stream; then its start tag, which ends in '>', is cut off.
        writer.WriteStartElement("stream", "stream", Names.Streams.NamespaceName);
        writer.WriteAttributeString("xmlns", "stream", null, Names.Streams.NamespaceName);
        writer.WriteAttributeString("xmlns", Names.Client.NamespaceName);
        writer.Flush();
        int header = text.Length + 1;
        element.WriteTo(writer);
        writer.Flush();
        return text.ToString(header, text.Length - header);
    }
}
