namespace Presentity.Xml;

/// <summary>Which prefix stands for which namespace: declarations in scope, the innermost first.</summary>
/// <remarks>A namespace is one number: that of its word where the vocabulary knows it, else <see cref="FirstUnknown"/> plus
/// the declaration's place here. A declaration with an unknown name therefore stays until its stanza leaves the tape, even
/// when it has gone out of scope.</remarks>
sealed class XmlNamespaces
{
    /// <summary>Numbers from here up are declarations of namespaces that the vocabulary does not know.</summary>
    internal const int FirstUnknown = 0x4000;

    /// <summary>What <see cref="Resolve"/> says of a prefix that is not bound.</summary>
    internal const int Unbound = -1;

    readonly int[] prefixStart;
    readonly int[] prefixLength;
    readonly int[] nameStart;
    readonly int[] nameLength;
    readonly int[] number;
    readonly int[] outer;
    int count;

    internal XmlNamespaces(int capacity)
    {
        prefixStart = new int[capacity];
        prefixLength = new int[capacity];
        nameStart = new int[capacity];
        nameLength = new int[capacity];
        number = new int[capacity];
        outer = new int[capacity];
        Clear();
    }

    /// <summary>The innermost declaration in scope; -1 without one.</summary>
    internal int Scope { get; private set; }

    /// <summary>The namespace of names without a prefix; 0 for none.</summary>
    internal int Default { get; private set; }

    /// <summary>How many declarations are kept.</summary>
    internal int Count => count;

    internal bool IsNearlyFull => count + 8 > number.Length;

    internal void Clear()
    {
        count = 0;
        Scope = -1;
        Default = 0;
    }

    /// <summary>Declares a prefix, or with a length of 0 the default.</summary>
    /// <param name="word">The number of the name in the vocabulary, or 0.</param>
    /// <returns>False when there is no room.</returns>
    internal bool Declare(int prefixAt, int prefixLong, int nameAt, int nameLong, int word)
    {
        if (count == number.Length)
            return false;
        prefixStart[count] = prefixAt;
        prefixLength[count] = prefixLong;
        nameStart[count] = nameAt;
        nameLength[count] = nameLong;
        number[count] = word != 0 || nameLong == 0 ? word : FirstUnknown + count;
        outer[count] = Scope;
        if (prefixLong == 0)
            Default = number[count];
        Scope = count++;
        return true;
    }

    /// <summary>Whether a prefix is declared since <paramref name="scope"/>: twice in one tag, if so.</summary>
    internal bool IsDeclaredSince(int scope, byte[] bytes, int start, int length)
    {
        for (int i = Scope; i != scope; i = outer[i])
            if (prefixLength[i] == length && XmlBytes.Equal(bytes, prefixStart[i], bytes, start, length))
                return true;
        return false;
    }

    /// <summary>The namespace of a prefix, or <see cref="Unbound"/>.</summary>
    internal int Resolve(byte[] bytes, int start, int length)
    {
        for (int i = Scope; i >= 0; i = outer[i])
            if (prefixLength[i] == length && XmlBytes.Equal(bytes, prefixStart[i], bytes, start, length))
                return number[i];
        return Unbound;
    }

    /// <summary>Goes back to the scope outside an element. What nothing on the tape can refer to is forgotten.</summary>
    internal void Leave(int scope)
    {
        bool referred = false;
        bool defaultChanged = false;
        bool last = Scope == count - 1;
        int first = count;
        for (int i = Scope; i != scope; i = outer[i])
        {
            referred |= number[i] >= FirstUnknown;
            defaultChanged |= prefixLength[i] == 0;
            first = i;
        }

        // Declarations of one tag are neighbours, so these are the last there are unless inner ones had to stay.
        if (last && !referred)
            count = first;
        Scope = scope;
        if (!defaultChanged)
            return;
        Default = 0;
        for (int i = scope; i >= 0; i = outer[i])
        {
            if (prefixLength[i] != 0)
                continue;
            Default = number[i];
            return;
        }
    }

    /// <summary>Where a namespace's name stands.</summary>
    internal void Name(int unknown, out int start, out int length)
    {
        start = nameStart[unknown - FirstUnknown];
        length = nameLength[unknown - FirstUnknown];
    }

    /// <summary>Forgets the declarations from <paramref name="kept"/> to before <paramref name="first"/>, and moves those
    /// from there on down, with all that they say of byte positions.</summary>
    internal void Move(int kept, int first, int bytes)
    {
        int gone = first - kept;
        for (int i = first; i < count; i++)
        {
            int to = i - gone;
            prefixStart[to] = prefixStart[i] - bytes;
            prefixLength[to] = prefixLength[i];
            nameStart[to] = nameStart[i] - bytes;
            nameLength[to] = nameLength[i];
            number[to] = number[i] >= FirstUnknown + kept ? number[i] - gone : number[i];
            outer[to] = outer[i] >= first ? outer[i] - gone : outer[i];
        }

        count -= gone;
        if (Scope >= first)
            Scope -= gone;
        if (Default >= FirstUnknown + first)
            Default -= gone;
    }
}
