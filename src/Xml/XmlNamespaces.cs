namespace Presentity.Xml;

/// <summary>Which prefix stands for which namespace: the declarations of the elements that are open, in document order.</summary>
/// <remarks>
/// A namespace is one number: that of its word where the vocabulary knows it, else <see cref="FirstUnknown"/> plus the
/// declaration's place here. A declaration with an unknown name therefore stays until its stanza leaves the tape, even when
/// it has gone out of scope. Seven integers a declaration:
/// <code>
/// [0] start of prefix  [1] its length, 0 of the default, -1 out of scope  [2] start of name  [3] its length
/// [4] number           [5] level of its element                           [6] number of the default outside
/// </code>
/// </remarks>
sealed class XmlNamespaces
{
    /// <summary>Numbers from here up are declarations of namespaces that the vocabulary does not know.</summary>
    internal const int FirstUnknown = 0x4000;

    /// <summary>The number of an attribute's namespace until its tag is complete, if it has a prefix.</summary>
    internal const int Unresolved = 0x3FFF;

    /// <summary>What <see cref="Resolve"/> says of a prefix that is not bound.</summary>
    internal const int Unbound = -1;

    const int Stride = 7;
    const int OutOfScope = -1;

    readonly int[] cells;
    int end;

    /// <summary>The namespace of names without a prefix; 0 for none.</summary>
    internal int Default;

    /// <summary>The level of the innermost element that has declarations; -1 when none has.</summary>
    internal int Level;

    internal XmlNamespaces(int capacity)
    {
        cells = new int[capacity * Stride];
        Clear();
    }

    /// <summary>How many declarations are kept.</summary>
    internal int Count => end / Stride;

    internal bool IsFull => end == cells.Length;

    internal void Clear()
    {
        end = 0;
        Level = -1;
        Default = 0;
    }

    /// <summary>Declares a prefix, or with a length of 0 the default; the caller has made sure of room.</summary>
    /// <param name="word">The number of the name in the vocabulary, or 0.</param>
    /// <param name="level">The level of the element: how many are open around it.</param>
    internal void Declare(int prefix, int prefixLength, int name, int nameLength, int word, int level)
    {
        int number = word != 0 || nameLength == 0 ? word : FirstUnknown + (end / Stride);
        cells[end] = prefix;
        cells[end + 1] = prefixLength;
        cells[end + 2] = name;
        cells[end + 3] = nameLength;
        cells[end + 4] = number;
        cells[end + 5] = level;
        cells[end + 6] = Default;
        end += Stride;
        Level = level;
        if (prefixLength == 0)
            Default = number;
    }

    /// <summary>Whether the element of this level has declared the prefix already.</summary>
    internal bool IsDeclared(byte[] bytes, int prefix, int length, int level)
    {
        int at = Find(bytes, prefix, length);
        return at >= 0 && cells[at + 5] == level;
    }

    /// <summary>The namespace of a prefix, or <see cref="Unbound"/>.</summary>
    internal int Resolve(byte[] bytes, int prefix, int length)
    {
        int at = Find(bytes, prefix, length);
        return at < 0 ? Unbound : cells[at + 4];
    }

    /// <summary>The declarations of the element of <see cref="Level"/> go out of scope.</summary>
    internal void Leave()
    {
        int level = Level;
        Level = -1;
        bool isLast = true;
        for (int at = end - Stride; at >= 0; at -= Stride)
        {
            int length = cells[at + 1];
            if (length != OutOfScope)
            {
                if (cells[at + 5] != level)
                {
                    Level = cells[at + 5];
                    break;
                }

                if (length == 0)
                    Default = cells[at + 6];
                cells[at + 1] = OutOfScope;
            }

            // What nothing on the tape can refer to is forgotten, unless something behind it has to stay.
            isLast &= cells[at + 4] < FirstUnknown;
            if (isLast)
                end = at;
        }
    }

    /// <summary>Where a namespace's name stands.</summary>
    internal void Name(int unknown, out int start, out int length)
    {
        int at = (unknown - FirstUnknown) * Stride;
        start = cells[at + 2];
        length = cells[at + 3];
    }

    /// <summary>Forgets all declarations but the first ones.</summary>
    internal void Truncate(int count) => end = count * Stride;

    /// <summary>How many declarations stand before a byte.</summary>
    internal int CountBefore(int position)
    {
        int at = 0;
        while (at < end && cells[at] < position)
            at += Stride;
        return at / Stride;
    }

    /// <summary>Forgets the declarations from the one numbered <paramref name="kept"/> to before the one numbered
    /// <paramref name="first"/>, and moves those from there on down, with what they say of bytes, which have moved too.</summary>
    internal void Drop(int kept, int first, int bytesGone)
    {
        int gone = first - kept;
        System.Array.Copy(cells, first * Stride, cells, kept * Stride, end - (first * Stride));
        end -= gone * Stride;
        for (int at = kept * Stride; at < end; at += Stride)
        {
            cells[at] -= bytesGone;
            cells[at + 2] -= bytesGone;
            cells[at + 4] = Moved(cells[at + 4], FirstUnknown, gone);
            cells[at + 6] = Moved(cells[at + 6], FirstUnknown + first, gone);
        }

        Default = Moved(Default, FirstUnknown + first, gone);
    }

    /// <summary>The innermost declaration of a prefix; -1 when there is none.</summary>
    int Find(byte[] bytes, int prefix, int length)
    {
        int at = end - Stride;
        while (at >= 0 && (cells[at + 1] != length || !XmlBytes.Equal(bytes, cells[at], bytes, prefix, length)))
            at -= Stride;
        return at;
    }

    static int Moved(int number, int firstMoved, int gone) => number >= firstMoved ? number - gone : number;
}
