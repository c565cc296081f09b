using System;

namespace Presentity.Xml;

/// <summary>Bytes of a stream in, one complete element at a time out: the XML that RFC 6120 §11 allows, strictly.</summary>
/// <remarks>
/// <para>UTF-8 only; no comment, processing instruction, document type or entity but the five predefined; otherwise XML 1.0
/// (fifth edition) and Namespaces 1.0 complete. The input may be cut anywhere: state is kept at the level of a name, a value
/// or a text, and any cut gives the same elements and the same error at the same position.</para>
/// <para>There are two ways through text and tags. What is <i>plain</i>, as nearly all is, is read in one go (ReadAhead). Whatever is
/// not plain, or not all there, is read by the careful one (ReadContent, ReadStartTag, ReadEndTag), which can stop at every byte.</para>
/// <para>The bytes stay where the transport put them. Names, values and texts are places in <see cref="Buffer"/>; references
/// and line ends are resolved in place, because that only ever shortens. After the element has been handed over its bytes
/// are forgotten, except the start tag of the root, whose namespaces stay in scope.</para>
/// <para>Nothing is allocated after construction and nothing throws.</para>
/// <code>
/// while (true)
///     switch (tokenizer.Read())
///     {
///         case XmlRead.NeedsInput: tokenizer.Filled(transport.Read(tokenizer.Buffer, tokenizer.FreeStart, tokenizer.FreeCount, ms)); break;
///         case XmlRead.Element: cursor.MoveToTop(); ... break;
///     }
/// </code>
/// </remarks>
public sealed partial class XmlTokenizer
{
    const int Go = -1;

    readonly byte[] buffer;
    readonly int capacity;
    readonly XmlTape tape;
    readonly XmlNamespaces namespaces;
    readonly XmlVocabulary vocabulary;
    readonly int mostDepth;
    readonly int mostAttributeCells;

    // The open elements, outermost first: where each is on the tape, and how long its name is.
    readonly int[] openNode;
    readonly int[] openNameLength;

    State state;
    int position;
    int end;
    int depth;

    // The token in hand: where it starts, where its next resolved byte goes, and from where on bytes are still unmoved.
    int tokenStart;
    int writeAt;
    int runStart;

    // What stays in front of all stanzas: bytes, cells and declarations of the root's start tag.
    int rootBytes;
    int rootCells;
    int rootNamespaces;

    long forgotten;
    XmlRead handed;

    /// <summary>Allocates everything.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More or fewer bytes than <see cref="XmlLimits.Bytes"/> may be.</exception>
    public XmlTokenizer(XmlLimits limits, XmlVocabulary vocabulary)
    {
        if (limits.Bytes < XmlLimits.FewestBytes || limits.Bytes > XmlLimits.MostBytes)
            throw new ArgumentOutOfRangeException(nameof(limits));
        this.vocabulary = vocabulary;
        capacity = limits.Bytes;
        mostDepth = limits.Depth;
        mostAttributeCells = limits.Attributes * XmlTape.Stride;
        // The zero behind the input, and the byte that is read in a pair with it.
        buffer = new byte[capacity + 2];
        tape = new XmlTape(buffer, limits, vocabulary);
        namespaces = tape.Namespaces;
        openNode = new int[limits.Depth];
        openNameLength = new int[limits.Depth];
        Reset();
    }

    enum State
    {
        Start,
        Prolog,
        Text,
        MarkupOpen,
        Bang,
        CData,
        Reference,
        CharacterReference,
        Digits,
        StartName,
        InTag,
        EmptyTag,
        AttributeName,
        Equals,
        Quote,
        Value,
        EndName,
        EndTag,
        EmptyRoot,
        Epilog,
        Skip,
        Failed,
    }

    /// <summary>Where elements are handed over.</summary>
    public XmlTape Tape => tape;

    /// <summary>Where the input goes: at <see cref="FreeStart"/>, at most <see cref="FreeCount"/> bytes, then <see cref="Filled"/>.</summary>
    public byte[] Buffer => buffer;

    /// <summary>Where in <see cref="Buffer"/> the next input goes.</summary>
    public int FreeStart => end;

    /// <summary>How much input there is room for: at least 1 byte after <see cref="XmlRead.NeedsInput"/>.</summary>
    public int FreeCount => capacity - end;

    /// <summary>Bytes that were fed but not read yet.</summary>
    public int Unread => end - position;

    /// <summary>What is wrong, after <see cref="XmlRead.Error"/>.</summary>
    public XmlError Error;

    /// <summary>Starts anew, for a new stream: forgets all input and all state.</summary>
    public void Reset()
    {
        state = State.Start;
        Error = XmlError.None;
        position = 0;
        end = 0;
        depth = 0;
        rootBytes = 0;
        rootCells = 0;
        rootNamespaces = 0;
        textLost = false;
        Skipped = 0;
        BeginToken();
        forgotten = 0;
        handed = XmlRead.NeedsInput;
        buffer[0] = 0;
        namespaces.Clear();
        tape.End = 0;
        tape.Top = 0;
        tape.IsContinued = false;
        tape.IsTruncated = false;
    }

    /// <summary>Says that <paramref name="count"/> bytes have been put at <see cref="FreeStart"/>.</summary>
    public void Filled(int count)
    {
        end += count;
        buffer[end] = 0;
    }

    /// <summary>Reads on, to the next thing that is complete. What was handed over before is gone after this.</summary>
    public XmlRead Read()
    {
        if (handed != XmlRead.NeedsInput)
            Forget();
        int result;
        do
        {
            switch (state)
            {
                case State.Text:
                    // It asks so itself; a call less for each piece of a text.
                    result = tokenStart == position && ReadAhead() ? (int)XmlRead.Element
                        : state == State.Text ? ReadContent()
                        : Go;
                    break;
                case State.CData:
                    result = ReadContent();
                    break;
                case State.StartName:
                case State.AttributeName:
                case State.Value:
                    // One byte more of a name, which in a value is plain too: what comes in single bytes is nearly all so.
                    result = end - position == 1 && XmlCharacters.Name[buffer[position]] == 0 ? Wait(end) : ReadStartTag();
                    break;
                case State.InTag:
                case State.EmptyTag:
                case State.Equals:
                case State.Quote:
                    result = ReadStartTag();
                    break;
                case State.MarkupOpen:
                    result = ReadMarkupOpen();
                    break;
                case State.EndName:
                case State.EndTag:
                    result = ReadEndTag();
                    break;
                case State.EmptyRoot:
                    result = FinishElement();
                    break;
                case State.Bang:
                    result = ReadBang();
                    break;
                case State.Skip:
                    result = Skip();
                    break;
                case State.Failed:
                    result = (int)XmlRead.Error;
                    break;
                case State.Start:
                    result = ReadDeclaration();
                    break;
                case State.Prolog:
                case State.Epilog:
                    result = ReadOutside();
                    break;
                default:
                    result = ReadReference();
                    break;
            }

            // A quarter of the room is asked for: reads stay large, and moves few.
            if (result == (int)XmlRead.NeedsInput && capacity - end < capacity >> 2)
                result = MakeRoom();
        }
        while (result == Go || (result == (int)XmlRead.Error && state == State.Skip));

        handed = (XmlRead)result;
        return handed;
    }

    /// <summary>Stops at <paramref name="at"/> until there is more.</summary>
    int Wait(int at)
    {
        position = at;
        return (int)XmlRead.NeedsInput;
    }

    /// <summary>Ends everything with an error at <paramref name="at"/>; or, when something is only too much, passes it over.</summary>
    int Fail(XmlError error, int at)
    {
        if (error >= XmlError.TooDeep && BeginSkip(at))
            return (int)XmlRead.Error;
        Error = error;
        position = at;
        state = State.Failed;
        return (int)XmlRead.Error;
    }

    /// <summary>A token begins here; in a reference it begins with that, whose bytes its character will need.</summary>
    void BeginToken()
    {
        tokenStart = IsInReference ? referenceStart : position;
        writeAt = tokenStart;
        runStart = tokenStart;
    }
}
