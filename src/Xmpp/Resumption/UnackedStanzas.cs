namespace Presentity.Xmpp;

/// <summary>What was sent and is not acknowledged yet (XEP-0198 §4), in its order and in one piece, in a buffer that does not grow.</summary>
/// <remarks>What no longer fits is the oldest presence to all: the next one says everything that it said. For the answer to a command
/// even answers that only told something give way, which can be asked again. Each is still counted, as the server counts it.</remarks>
public sealed class UnackedStanzas
{
    // Shorter ones are rare.
    const int UsualBytes = 40;

    // Of each stanza, in order, its bytes twice, and one more when it does not give way; below zero, how many were sent that are not kept.
    readonly int[] stanzas;
    int entries;

    /// <summary>Keeps at most so many bytes, and one stanza for every 40 of them.</summary>
    public UnackedStanzas(int bytes)
    {
        Bytes = new byte[bytes];
        stanzas = new int[(bytes / UsualBytes) + 2];
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
    /// <param name="mayGo">Whether it may give way to others, and none but presence to it.</param>
    /// <returns>False when there is no room: the stanza is counted and not kept.</returns>
    public bool Keep(byte[] source, int length, bool mayGo)
    {
        if (!MakeRoom(length, mayGo))
        {
            Lose(-1);
            return false;
        }

        Count++;
        System.Array.Copy(source, 0, Bytes, Length, length);
        Length += length;
        stanzas[entries++] = (length << 1) | (mayGo ? 0 : 1);
        return true;
    }

    /// <summary>Keeps something else in place of the stanza that <see cref="Keep"/> has just had no room for.</summary>
    public void KeepInstead(byte[] source, int length)
    {
        Count--;
        if (++stanzas[entries - 1] == 0)
            entries--;
        Keep(source, length, mayGo: false);
    }

    /// <summary>Makes room by giving up presences to all, the oldest first, and then what else may go.</summary>
    /// <param name="length">Bytes of one stanza.</param>
    /// <param name="mayGo">Whether it may give way itself: nothing but presence then goes for it.</param>
    /// <returns>Whether there is room for it.</returns>
    public bool MakeRoom(int length, bool mayGo)
    {
        // The last entry is for counting what is not kept.
        while (Length + length > Bytes.Length || entries >= stanzas.Length - 1)
            if (!GiveUp(presence: true) && (mayGo || !GiveUp(presence: false)))
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
            int stanza = stanzas[at];
            if (stanza + left < 0)
            {
                stanzas[at] += left;
                break;
            }

            left += stanza < 0 ? stanza : -1;
            bytes += LengthOf(stanza);
            at++;
        }

        Count -= (int)count;
        Remove(0, bytes);
        entries -= at;
        System.Array.Copy(stanzas, at, stanzas, 0, entries);
        return true;
    }

    /// <summary>Forgets what is not kept: the server has not got it either.</summary>
    /// <returns>Whether there was any.</returns>
    public bool ForgetLost()
    {
        int kept = 0;
        for (int i = 0; i < entries; i++)
            if (stanzas[i] > 0)
                stanzas[kept++] = stanzas[i];
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
            int length = LengthOf(stanzas[i]);
            if (length == 0 || IsAnswerToPeer(start, start + length))
            {
                start += length;
                continue;
            }

            Remove(start, length);
            stanzas[i] = -1;
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
    internal int Entry(int index) => index >= entries ? 0 : stanzas[index] < 0 ? stanzas[index] : LengthOf(stanzas[index]);

    /// <summary>Counts stanzas that are not kept.</summary>
    /// <param name="entry">How many, below zero.</param>
    internal void Lose(int entry)
    {
        Count -= entry;
        if (entries > 0 && stanzas[entries - 1] < 0)
            stanzas[entries - 1] += entry;
        else
            stanzas[entries++] = entry;
    }

    /// <summary>Gives up the oldest presence to all, or the oldest of what else may go.</summary>
    bool GiveUp(bool presence)
    {
        int start = 0;
        for (int i = 0; i < entries; i++)
        {
            int length = LengthOf(stanzas[i]);

            // <presence>: with an attribute it is to somebody, or a goodbye.
            if (length > 0 && (presence ? Bytes[start + 1] == 'p' && Bytes[start + 9] != ' ' : (stanzas[i] & 1) == 0))
            {
                Remove(start, length);
                stanzas[i] = -1;
                Join(i + 1);
                Join(i);
                return true;
            }

            start += length;
        }

        return false;
    }

    static int LengthOf(int stanza) => stanza < 0 ? 0 : stanza >> 1;

    /// <summary>Makes one entry of two beside each other that only count.</summary>
    void Join(int index)
    {
        if (index == 0 || index >= entries || stanzas[index] > 0 || stanzas[index - 1] > 0)
            return;
        stanzas[index - 1] += stanzas[index];
        entries--;
        System.Array.Copy(stanzas, index + 1, stanzas, index, entries - index);
    }

    void Remove(int start, int length)
    {
        Length -= length;
        System.Array.Copy(Bytes, start + length, Bytes, start, Length - start);
    }

    /// <summary>Whether it is <c>&lt;iq type='result' ...></c>, or an error: as the router writes it.</summary>
    /// <param name="bytes">With a stanza at <paramref name="start"/>.</param>
    /// <param name="start">Where it begins.</param>
    internal static bool IsAnswer(byte[] bytes, int start) =>
        bytes[start + 1] == 'i' && (bytes[start + 10] == 'r' || bytes[start + 10] == 'e');

    /// <summary>Whether it is <c>&lt;iq type='result' to='somebody@example.com/home' ...></c>, or an error: as the router writes it.</summary>
    bool IsAnswerToPeer(int start, int end)
    {
        if (!IsAnswer(Bytes, start))
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
