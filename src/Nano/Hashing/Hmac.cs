namespace Presentity.Nano;

/// <summary>HMAC (RFC 2104) with one key, for any number of messages: the key's two blocks are hashed once.</summary>
public sealed class Hmac
{
    readonly Sha hash;
    readonly int[] inner;
    readonly int[] outer;
    readonly byte[] digest;

    /// <param name="hash">Used by nobody else meanwhile.</param>
    /// <param name="key">The whole array.</param>
    public Hmac(Sha hash, byte[] key)
    {
        this.hash = hash;
        digest = new byte[hash.Length];
        inner = new int[hash.Length / 4];
        outer = new int[hash.Length / 4];
        if (key.Length > Sha.BlockBytes)
        {
            hash.Reset();
            hash.Add(key, 0, key.Length);
            hash.Finish(digest);
            key = digest;
        }

        Begin(key, 0x36, inner);
        Begin(key, 0x5C, outer);
    }

    /// <summary>Computes one.</summary>
    /// <param name="data">The message is <paramref name="count"/> bytes from <paramref name="offset"/>.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="output">Receives as many bytes as the hash has, from index 0; may be the same array as the data.</param>
    public void Compute(byte[] data, int offset, int count, byte[] output)
    {
        hash.Restore(inner, 1);
        hash.Add(data, offset, count);
        hash.Finish(digest);
        hash.Restore(outer, 1);
        hash.Add(digest, 0, digest.Length);
        hash.Finish(output);
    }

    void Begin(byte[] key, int pad, int[] state)
    {
        byte[] block = new byte[Sha.BlockBytes];
        for (int i = 0; i < block.Length; i++)
            block[i] = (byte)(i < key.Length ? key[i] ^ pad : pad);
        hash.Reset();
        hash.Add(block, 0, block.Length);
        hash.Save(state);
    }
}
