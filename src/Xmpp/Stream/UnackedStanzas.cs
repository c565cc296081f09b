namespace Presentity.Xmpp;

/// <summary>What was sent and is not acknowledged yet (XEP-0198 §4), in its order and in one piece, in a buffer that does not grow.</summary>
/// <remarks>What no longer fits is the oldest presence to all: the next one says everything that it said. It is still counted,
/// as the server counts it.</remarks>
public sealed class UnackedStanzas
{
    // Shorter ones are rare.
    const int UsualBytes = 40;

    // Bytes of each stanza, in order; below zero, how many were sent here that are not kept.
    readonly int[] lengths;
    int entries;

    /// <summary>Keeps at most so many bytes, and one stanza for every 40 of them.</summary>
    public UnackedStanzas(int bytes)
    {
        Bytes = new byte[bytes];
        lengths = new int[(bytes / UsualBytes) + 2];
    }

    /// <summary>The stanzas, one behind the other from index 0. Not to be written to.</summary>
    public readonly byte[] Bytes;

    /// <summary>How many bytes of <see cref="Bytes"/> they take.</summary>
    public int Length;

    /// <summary>How many stanzas are not acknowledged, with those that are not kept.</summary>
    public int Count;

    /// <summary>Takes in what is being sent.</summary>
    /// <param name="source">One stanza from index 0; copied.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>False when there is no room: the stanza is counted and not kept.</returns>
    public bool Keep(byte[] source, int length)
    {
        if (!MakeRoom(length))
        {
            Lose(-1);
            return false;
        }

        Count++;
        System.Array.Copy(source, 0, Bytes, Length, length);
        Length += length;
        lengths[entries++] = length;
        return true;
    }

    /// <summary>Keeps something else in place of the stanza that <see cref="Keep"/> has just had no room for.</summary>
    public void KeepInstead(byte[] source, int length)
    {
        Count--;
        if (++lengths[entries - 1] == 0)
            entries--;
        Keep(source, length);
    }

    /// <summary>Makes room by giving up presences to all, the oldest first.</summary>
    /// <returns>Whether there is room for one stanza of this length.</returns>
    public bool MakeRoom(int length)
    {
        // The last entry is for counting what is not kept.
        while (Length + length > Bytes.Length || entries >= lengths.Length - 1)
            if (!GiveUpPresence())
                return false;
        return true;
    }

    /// <summary>Forgets the first stanzas: the server has them.</summary>
    /// <returns>False when there are not so many.</returns>
    public bool Acknowledge(uint count)
    {
        if (count > (uint)Count)
            return false;
        int left = (int)count;
        int bytes = 0;
        int at = 0;
        while (left > 0)
        {
            int length = lengths[at];
            int stanzas = length > 0 ? 1 : -length;
            if (stanzas > left)
            {
                lengths[at] += left;
                break;
            }

            left -= stanzas;
            bytes += length > 0 ? length : 0;
            at++;
        }

        Count -= (int)count;
        Remove(0, bytes);
        entries -= at;
        System.Array.Copy(lengths, at, lengths, 0, entries);
        return true;
    }

    /// <summary>Forgets what is not kept: the server has not got it either.</summary>
    /// <returns>Whether there was any.</returns>
    public bool ForgetLost()
    {
        int kept = 0;
        for (int i = 0; i < entries; i++)
            if (lengths[i] > 0)
                lengths[kept++] = lengths[i];
        bool wereLost = kept != Count;
        entries = kept;
        Count = kept;
        return wereLost;
    }

    /// <summary>Forgets what is of no use in another session: all but answers to a peer's full address, who may still wait for one.
    /// Getting one twice does him no harm: he knows its id.</summary>
    public void ForgetSession()
    {
        int start = 0;
        for (int i = 0; i < entries; i++)
        {
            int length = lengths[i];
            if (length <= 0)
                continue;
            if (IsAnswerToPeer(start, start + length))
            {
                start += length;
                continue;
            }

            Remove(start, length);
            lengths[i] = -1;
        }

        ForgetLost();
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        entries = 0;
        Length = 0;
    }

    /// <summary>Bytes of a stanza, or below zero how many are not kept; 0 behind the last.</summary>
    internal int Entry(int index) => index < entries ? lengths[index] : 0;

    /// <summary>Counts stanzas that are not kept.</summary>
    /// <param name="entry">How many, below zero.</param>
    internal void Lose(int entry)
    {
        Count -= entry;
        if (entries > 0 && lengths[entries - 1] < 0)
            lengths[entries - 1] += entry;
        else
            lengths[entries++] = entry;
    }

    bool GiveUpPresence()
    {
        int start = 0;
        for (int i = 0; i < entries; i++)
        {
            int length = lengths[i];
            if (length <= 0)
                continue;

            // <presence>: with an attribute it is to somebody, or a goodbye.
            if (Bytes[start + 1] == 'p' && Bytes[start + 9] != ' ')
            {
                Remove(start, length);
                lengths[i] = -1;
                Join(i + 1);
                Join(i);
                return true;
            }

            start += length;
        }

        return false;
    }

    /// <summary>Makes one entry of two beside each other that only count.</summary>
    void Join(int index)
    {
        if (index == 0 || index >= entries || lengths[index] > 0 || lengths[index - 1] > 0)
            return;
        lengths[index - 1] += lengths[index];
        entries--;
        System.Array.Copy(lengths, index + 1, lengths, index, entries - index);
    }

    void Remove(int start, int length)
    {
        Length -= length;
        System.Array.Copy(Bytes, start + length, Bytes, start, Length - start);
    }

    /// <summary>Whether it is <c>&lt;iq type='result' to='somebody@example.com/home' ...></c>, or an error: as the router writes it.</summary>
    bool IsAnswerToPeer(int start, int end)
    {
        if (Bytes[start + 1] != 'i' || (Bytes[start + 10] != 'r' && Bytes[start + 10] != 'e'))
            return false;
        bool isValue = false;
        bool isAddress = false;
        for (int at = start; at < end && Bytes[at] != '>'; at++)
        {
            if (Bytes[at] == '\'')
            {
                isValue = !isValue;
                isAddress = isValue && Bytes[at - 2] == 'o' && Bytes[at - 3] == 't';
            }
            else if (isAddress && Bytes[at] == '/')
            {
                return true;
            }
        }

        return false;
    }
}
