using System;

namespace Presentity.Nano;

/// <summary>A Secure Hash Algorithm over blocks of 64 bytes (FIPS 180-4 §5, §6): what SHA-1 and SHA-256 have in common.</summary>
/// <remarks>For platforms that have no such hash of their own. One object hashes any number of messages, one after the other.</remarks>
public abstract class Sha
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = 64;

    readonly byte[] block = new byte[BlockBytes];
    int buffered;
    int blocks;

    /// <summary>Words of the hash so far.</summary>
    protected readonly int[] State;

    /// <param name="words">How many words the hash has.</param>
    protected Sha(int words)
    {
        State = new int[words];
        Reset();
    }

    /// <summary>Bytes of the hash.</summary>
    public int Length => State.Length * 4;

    /// <summary>Begins a message.</summary>
    public void Reset()
    {
        Begin();
        buffered = 0;
        blocks = 0;
    }

    /// <summary>Begins a message of which whole blocks have been hashed before: <see cref="Save"/>.</summary>
    internal void Restore(int[] state, int blocksBefore)
    {
        Array.Copy(state, State, State.Length);
        buffered = 0;
        blocks = blocksBefore;
    }

    /// <summary>Keeps what the whole blocks so far have come to.</summary>
    internal void Save(int[] state) => Array.Copy(State, state, State.Length);

    /// <summary>Takes the message's next bytes.</summary>
    public void Add(byte[] data, int offset, int count)
    {
        if (buffered > 0)
        {
            int room = BlockBytes - buffered;
            int part = count < room ? count : room;
            Array.Copy(data, offset, block, buffered, part);
            buffered += part;
            offset += part;
            count -= part;
            if (buffered < BlockBytes)
                return;
            Compress(block, 0);
            blocks++;
            buffered = 0;
        }

        for (; count >= BlockBytes; count -= BlockBytes)
        {
            Compress(data, offset);
            blocks++;
            offset += BlockBytes;
        }

        Array.Copy(data, offset, block, 0, count);
        buffered = count;
    }

    /// <summary>Ends the message.</summary>
    /// <param name="output">Receives <see cref="Length"/> bytes from index 0.</param>
    public void Finish(byte[] output)
    {
        int bytes = (blocks * BlockBytes) + buffered;
        block[buffered++] = 0x80;
        if (buffered > BlockBytes - 8)
        {
            Array.Clear(block, buffered, BlockBytes - buffered);
            Compress(block, 0);
            buffered = 0;
        }

        Array.Clear(block, buffered, BlockBytes - 4 - buffered);
        // In bits, in the last eight bytes; no message of ours has half a gigabyte.
        block[BlockBytes - 5] = (byte)(bytes >>> 29);
        Write(bytes << 3, block, BlockBytes - 4);
        Compress(block, 0);
        for (int i = 0; i < State.Length; i++)
            Write(State[i], output, i * 4);
    }

    /// <summary>Puts the words that a hash begins with into the state.</summary>
    protected abstract void Begin();

    /// <summary>Takes one block into the state.</summary>
    protected abstract void Compress(byte[] data, int offset);

    /// <summary>The 16 words of a block, big-endian.</summary>
    protected static void Read(byte[] data, int offset, int[] words)
    {
        for (int i = 0; i < 16; i++)
        {
            words[i] = (data[offset] << 24) | (data[offset + 1] << 16) | (data[offset + 2] << 8) | data[offset + 3];
            offset += 4;
        }
    }

    static void Write(int word, byte[] target, int offset)
    {
        target[offset] = (byte)(word >> 24);
        target[offset + 1] = (byte)(word >> 16);
        target[offset + 2] = (byte)(word >> 8);
        target[offset + 3] = (byte)word;
    }
}
