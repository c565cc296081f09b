using System.Text;

namespace Presentity.Xml;

/// <summary>Writes elements straight into one fixed buffer, escaped, and knows when it has overflowed.</summary>
/// <remarks>
/// Names and known values are words of the vocabulary. Calls after an overflow do nothing, so that only the end needs to be
/// checked: <see cref="HasOverflowed"/>. Nothing is allocated.
/// </remarks>
public sealed partial class XmlWriter
{
    readonly XmlVocabulary vocabulary;
    readonly int[] open;
    bool inTag;

    /// <summary>Allocates the buffer.</summary>
    /// <param name="bytes">Its size: the most that can be written between two <see cref="Clear"/>.</param>
    /// <param name="vocabulary">Whose words are written.</param>
    public XmlWriter(int bytes, XmlVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        Buffer = new byte[bytes];
        Limit = bytes;
        open = new int[16];
    }

    /// <summary>What was written is in here, from index 0.</summary>
    public readonly byte[] Buffer;

    /// <summary>The most that may be written between two <see cref="Clear"/>: the size of the buffer, or less.</summary>
    public int Limit;

    /// <summary>How much was written.</summary>
    public int Length;

    /// <summary>Whether something did not fit. What is in the buffer is then of no use.</summary>
    public bool HasOverflowed;

    /// <summary>How many elements are open.</summary>
    public int Depth;

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        Length = 0;
        Depth = 0;
        inTag = false;
        HasOverflowed = false;
    }

    /// <summary>Goes back to where the writer stood when <see cref="Length"/> and <see cref="Depth"/> were these, with no
    /// start tag open: right after <see cref="CloseTag"/>.</summary>
    public void Rewind(int length, int toDepth)
    {
        Length = length;
        Depth = toDepth;
        inTag = false;
        HasOverflowed = false;
    }

    /// <summary>Starts an element.</summary>
    public void Start(int name)
    {
        CloseTag();
        Byte('<');
        WriteWord(name);
        if (Depth == open.Length)
        {
            HasOverflowed = true;
            return;
        }

        open[Depth++] = name;
        inTag = true;
    }

    /// <summary>Starts an element and declares its namespace.</summary>
    public void Start(int name, int space)
    {
        Start(name);
        Attribute(XmlVocabulary.Xmlns, space);
    }

    /// <summary>Ends the element that was started last.</summary>
    public void End()
    {
        if (HasOverflowed)
            return;
        int name = open[--Depth];
        if (inTag)
        {
            inTag = false;
            Byte('/');
            Byte('>');
            return;
        }

        Byte('<');
        Byte('/');
        WriteWord(name);
        Byte('>');
    }

    /// <summary>Writes an attribute whose value is a word; nothing when the word is 0.</summary>
    public void Attribute(int name, int word)
    {
        if (word == 0)
            return;
        BeginAttribute(name);
        WriteWord(word);
        Byte('\'');
    }

    /// <summary>Writes an attribute whose value is a number.</summary>
    public void AttributeNumber(int name, long value)
    {
        BeginAttribute(name);
        WriteNumber(value);
        Byte('\'');
    }

    /// <summary>Writes an attribute from bytes in UTF-8, escaped.</summary>
    public void Attribute(int name, byte[] bytes, int start, int length)
    {
        BeginAttribute(name);
        WriteEscaped(bytes, start, length);
        Byte('\'');
    }

    /// <summary>Writes an attribute from a string, escaped; the string becomes bytes on the heap, so not in traffic.</summary>
    public void Attribute(int name, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Attribute(name, bytes, 0, bytes.Length);
    }

    /// <summary>Opens an attribute, whose value is written by the Write methods, until <see cref="EndAttribute"/>.</summary>
    public void BeginAttribute(int name)
    {
        Byte(' ');
        WriteWord(name);
        Byte('=');
        Byte('\'');
    }

    /// <summary>Closes the attribute that <see cref="BeginAttribute"/> opened.</summary>
    public void EndAttribute() => Byte('\'');

    /// <summary>Writes an element that holds nothing but a word.</summary>
    public void Element(int name, int word)
    {
        Start(name);
        CloseTag();
        WriteWord(word);
        End();
    }

    /// <summary>Writes an element that holds nothing but text; see <see cref="Attribute(int,string)"/> on strings.</summary>
    public void Element(int name, string text)
    {
        Start(name);
        Text(text);
        End();
    }

    /// <summary>Writes text from bytes in UTF-8, escaped.</summary>
    public void Text(byte[] bytes, int start, int length)
    {
        CloseTag();
        WriteEscaped(bytes, start, length);
    }

    /// <summary>Writes text from a string, escaped; see <see cref="Attribute(int,string)"/> on strings.</summary>
    public void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Text(bytes, 0, bytes.Length);
    }

    /// <summary>Ends a start tag that is still open; what is written next is content.</summary>
    public void CloseTag()
    {
        if (!inTag)
            return;
        inTag = false;
        Byte('>');
    }
}
