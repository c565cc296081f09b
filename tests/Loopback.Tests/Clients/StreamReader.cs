using System.IO;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

namespace Presentity.Loopback.Tests;

/// <summary>Reads a stream with the XML parser of .NET, one child at a time and no byte further.</summary>
sealed class StreamReader(Stream stream)
{
    readonly XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { Async = true });

    /// <summary>Reads the header, as an element without children.</summary>
    public async Task<XElement> ReadHeaderAsync()
    {
        while (await reader.ReadAsync() && reader.NodeType != XmlNodeType.Element)
        {
        }

        return Element();
    }

    /// <summary>Reads a child; null after the end of the stream.</summary>
    public async Task<XElement?> ReadElementAsync()
    {
        XElement? open = null;
        while (await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                bool isEmpty = reader.IsEmptyElement;
                XElement element = Element();
                open?.Add(element);
                if (!isEmpty)
                    open = element;
                else if (open is null)
                    return element;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (open?.Parent is not { } parent)
                    return open;
                open = parent;
            }
            else
            {
                open?.Add(reader.Value);
            }
        }

        throw new EndOfStreamException();
    }

    XElement Element()
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
        }

        return element;
    }
}
