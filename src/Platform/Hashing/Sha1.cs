namespace Presentity.Platform;

/// <summary>SHA-1 (FIPS 180-4 §6.1, RFC 3174).</summary>
public sealed class Sha1 : Sha
{
    readonly int[] w = new int[80];

    public Sha1()
        : base(new int[] { 0x67452301, unchecked((int)0xEFCDAB89), unchecked((int)0x98BADCFE), 0x10325476, unchecked((int)0xC3D2E1F0) })
    {
    }

    // Unrolled by hand only as far as the names of the words: each of the four parts is a loop of its own, so that no round asks
    // which part it is in.
    protected override void Compress(byte[] data, int offset)
    {
        int[] words = w;
        Read(data, offset, words);
        for (int i = 16; i < 80; i++)
        {
            int mixed = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
            words[i] = (mixed << 1) | (mixed >>> 31);
        }

        int a = State[0];
        int b = State[1];
        int c = State[2];
        int d = State[3];
        int e = State[4];
        for (int i = 0; i < 20; i++)
        {
            int next = ((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + e + words[i] + 0x5A827999;
            e = d;
            d = c;
            c = (b << 30) | (b >>> 2);
            b = a;
            a = next;
        }

        for (int i = 20; i < 40; i++)
        {
            int next = ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + words[i] + 0x6ED9EBA1;
            e = d;
            d = c;
            c = (b << 30) | (b >>> 2);
            b = a;
            a = next;
        }

        for (int i = 40; i < 60; i++)
        {
            int next = ((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + e + words[i] + unchecked((int)0x8F1BBCDC);
            e = d;
            d = c;
            c = (b << 30) | (b >>> 2);
            b = a;
            a = next;
        }

        for (int i = 60; i < 80; i++)
        {
            int next = ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + words[i] + unchecked((int)0xCA62C1D6);
            e = d;
            d = c;
            c = (b << 30) | (b >>> 2);
            b = a;
            a = next;
        }

        State[0] += a;
        State[1] += b;
        State[2] += c;
        State[3] += d;
        State[4] += e;
    }
}
