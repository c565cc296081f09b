using System.Xml;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>One pass of <see cref="XmlReader"/>: every name, namespace, value and text taken as the string that it makes.</summary>
sealed class ReaderPass(byte[] stream, int chunk)
{
    public int Run()
    {
        using var reader = XmlReader.Create(new ChunkStream(stream, chunk));
        int seen = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
                seen += reader.Value.Length;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            seen += reader.LocalName.Length + reader.NamespaceURI.Length;
            while (reader.MoveToNextAttribute())
                seen += reader.LocalName.Length + reader.Value.Length;
        }

        return seen;
    }
}
