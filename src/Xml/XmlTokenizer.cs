namespace Presentity.Xml;

/// <summary>Bytes of a stream in, one complete element at a time out: the XML that RFC 6120 §11 allows, strictly.</summary>
/// <remarks>
/// <para>UTF-8 only; no comment, processing instruction, document type or entity but the five predefined; otherwise XML 1.0
/// (fifth edition) and Namespaces 1.0 complete. The input may be cut anywhere: state is kept at the level of a name, a value
/// or a text, nothing is scanned twice, and any cut gives the same elements and the same error at the same position.</para>
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
    readonly XmlLimits limits;

    // The open elements, outermost first: where each is on the tape, how long its name is, what was in scope outside it, how
    // many namespaces were kept before and with it, and where its start tag ends.
    readonly int[] openNode;
    readonly int[] openNameLength;
    readonly int[] openScope;
    readonly int[] openBefore;
    readonly int[] openDeclared;
    readonly int[] openTagEnd;

    State state;
    int position;
    int end;
    int depth;

    // The token in hand: where it starts, where its next resolved byte goes, and from where on bytes are still unmoved.
    int tokenStart;
    int writeAt;
    int runStart;

    // What stays in front when a child of the root is done: bytes, cells and declarations of the root's start tag; while a
    // large stanza comes in parts, of all elements that are open around the parts.
    int keptBytes;
    int keptCells;
    int keptNamespaces;

    long forgotten;
    XmlRead handed;

    /// <summary>Allocates everything.</summary>
    public XmlTokenizer(XmlLimits limits, XmlVocabulary vocabulary)
    {
        this.limits = limits;
        this.vocabulary = vocabulary;
        capacity = limits.Bytes;
        buffer = new byte[capacity + 1];
        tape = new XmlTape(buffer, limits, vocabulary);
        namespaces = tape.Namespaces;
        openNode = new int[limits.Depth + 1];
        openNameLength = new int[limits.Depth + 1];
        openScope = new int[limits.Depth + 1];
        openBefore = new int[limits.Depth + 1];
        openDeclared = new int[limits.Depth + 1];
        openTagEnd = new int[limits.Depth + 1];
        Reset();
    }

    enum State
    {
        Start,
        Declaration,
        Prolog,
        Text,
        MarkupOpen,
        Bang,
        CData,
        Reference,
        CharacterReference,
        HexReference,
        DecimalReference,
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
    public XmlError Error { get; private set; }

    /// <summary>Bytes read since <see cref="Reset"/>; after an error, the bytes before the offending one.</summary>
    public long Position => forgotten + position;

    /// <summary>Starts anew, for a new stream: forgets all input and all state.</summary>
    public void Reset()
    {
        state = State.Start;
        Error = XmlError.None;
        position = 0;
        end = 0;
        depth = 0;
        keptBytes = 0;
        keptCells = 0;
        keptNamespaces = 0;
        textLost = false;
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

    /// <summary>Copies input in, as much as there is room for.</summary>
    /// <returns>How many bytes were taken.</returns>
    public int Feed(byte[] source, int offset, int count)
    {
        if (count > capacity - end)
            count = capacity - end;
        System.Array.Copy(source, offset, buffer, end, count);
        Filled(count);
        return count;
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
                    result = ReadText();
                    break;
                case State.StartName:
                case State.InTag:
                case State.EmptyTag:
                case State.AttributeName:
                case State.Equals:
                case State.Quote:
                case State.Value:
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
                case State.CData:
                    result = ReadCData();
                    break;
                case State.Bang:
                    result = ReadBang();
                    break;
                case State.Failed:
                    result = (int)XmlRead.Error;
                    break;
                case State.Start:
                case State.Declaration:
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

            // Half of the room is asked for: reads stay large, and moves few.
            if (result == (int)XmlRead.NeedsInput && end > capacity >> 1)
                result = MakeRoom();
        }
        while (result == Go);
        handed = (XmlRead)result;
        return handed;
    }

    /// <summary>Ends everything with an error at <paramref name="at"/>.</summary>
    int Fail(XmlError error, int at)
    {
        Error = error;
        position = at;
        state = State.Failed;
        return (int)XmlRead.Error;
    }

    /// <summary>Forgets what was handed over, and keeps the open elements that the next one is in.</summary>
    void Forget()
    {
        if (handed == XmlRead.Partial)
        {
            ForgetPart();
        }
        else if (handed == XmlRead.Element || handed == XmlRead.Text)
        {
            Keep(0);
            namespaces.Move(keptNamespaces, namespaces.Count, 0);
            tape.End = keptCells;
            tape.IsContinued = false;
            tape.IsTruncated = false;
            BeginToken();
        }

        handed = XmlRead.NeedsInput;
    }

    /// <summary>A token begins here; in a reference it begins with that, whose bytes its character will need.</summary>
    void BeginToken()
    {
        tokenStart = IsInReference ? referenceStart : position;
        writeAt = tokenStart;
        runStart = tokenStart;
    }
}
