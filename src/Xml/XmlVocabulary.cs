using System.Text;

namespace Presentity.Xml;

/// <summary>The words that a program knows: each name, namespace or value is a small integer from then on.</summary>
/// <remarks>One table serves element and attribute names, namespaces and attribute values, for reading and for writing, so
/// that no string is made on the way in and no text is kept twice. Not changed after construction.</remarks>
public sealed partial class XmlVocabulary
{
    /// <summary>No known word.</summary>
    public const int Unknown = 0;

    /// <summary><c>xmlns</c></summary>
    public const int Xmlns = 1;

    /// <summary><c>xml</c></summary>
    public const int Xml = 2;

    /// <summary><c>http://www.w3.org/XML/1998/namespace</c></summary>
    public const int XmlNamespace = 3;

    /// <summary><c>http://www.w3.org/2000/xmlns/</c></summary>
    public const int XmlnsNamespace = 4;

    /// <summary>The number of the first word given to the constructor.</summary>
    public const int First = 5;

    const string Reserved = "xmlns xml http://www.w3.org/XML/1998/namespace http://www.w3.org/2000/xmlns/ ";
    // At least; with more words than these there are more, so that nearly every look goes to one word.
    const int Buckets = 256;

    readonly byte[] text;
    readonly ushort[] starts;
    readonly ushort[] heads;
    readonly ushort[] next;

    /// <summary>Numbers the words in their order, beginning with <see cref="First"/>.</summary>
    /// <param name="words">Separated by single spaces; no word twice; at most 8,000 words and 60,000 bytes.</param>
    public XmlVocabulary(string words)
    {
        text = Encoding.UTF8.GetBytes(Reserved + words + " ");
        int count = 0;
        for (int i = 0; i < text.Length; i++)
            if (text[i] == ' ')
                count++;
        int buckets = Buckets;
        while (buckets < count)
            buckets <<= 1;
        heads = new ushort[buckets];
        starts = new ushort[count + 2];
        next = new ushort[count + 1];
        int id = 1;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
                continue;
            starts[id] = (ushort)start;
            int bucket = Bucket(text, start, i - start);
            next[id] = heads[bucket];
            heads[bucket] = (ushort)id;
            start = i + 1;
            id++;
        }

        starts[id] = (ushort)start;
        Count = count;
        IndexShort();
    }

    /// <summary>Makes what a platform finds short words with.</summary>
    partial void IndexShort();

    /// <summary>How many words there are; they are numbered 1 to this.</summary>
    public readonly int Count;

    /// <summary>Length of a word in bytes.</summary>
    public int Length(int word) => starts[word + 1] - starts[word] - 1;

    /// <summary>Copies a word; the caller has made sure of <see cref="Length"/> bytes of room.</summary>
    public void CopyTo(int word, byte[] target, int offset) =>
        System.Array.Copy(text, starts[word], target, offset, Length(word));

    /// <summary>Whether a run of bytes is this word.</summary>
    public bool Equals(int word, byte[] bytes, int start, int length) =>
        Length(word) == length && XmlBytes.Equal(text, starts[word], bytes, start, length);

    /// <summary>Compares two words byte by byte (the collation of RFC 4790 §9.3): negative, zero or positive.</summary>
    public int Compare(int word, int other)
    {
        int shorter = Length(word) < Length(other) ? Length(word) : Length(other);
        for (int i = 0; i < shorter; i++)
            if (text[starts[word] + i] != text[starts[other] + i])
                return text[starts[word] + i] - text[starts[other] + i];
        return Length(word) - Length(other);
    }

    /// <summary>The word as a string, made anew: for logs, never for traffic.</summary>
    public string ToString(int word) => Encoding.UTF8.GetString(text, starts[word], Length(word));

    // First, middle and last byte and the length tell the words of XMPP apart well enough; a hash over every byte would
    // cost the chip more than the one comparison that it saves.
    int Bucket(byte[] bytes, int start, int length) =>
        ((bytes[start] << 1) ^ (bytes[start + (length >> 1)] << 5) ^ (bytes[start + length - 1] << 2) ^ length) & (heads.Length - 1);
}
