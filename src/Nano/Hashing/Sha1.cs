namespace Presentity.Nano;

/// <summary>SHA-1 (FIPS 180-4 §6.1, RFC 3174).</summary>
public sealed class Sha1 : Sha
{
    readonly int[] w = new int[80];

    public Sha1()
        : base(5)
    {
    }

    protected override void Begin()
    {
        State[0] = 0x67452301;
        State[1] = unchecked((int)0xEFCDAB89);
        State[2] = unchecked((int)0x98BADCFE);
        State[3] = 0x10325476;
        State[4] = unchecked((int)0xC3D2E1F0);
    }

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
        for (int i = 0; i < 80; i++)
        {
            int mixed = i < 20 ? (d ^ (b & (c ^ d))) + 0x5A827999
                : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                : i < 60 ? ((b & c) | (d & (b | c))) + unchecked((int)0x8F1BBCDC)
                : (b ^ c ^ d) + unchecked((int)0xCA62C1D6);
            int next = ((a << 5) | (a >>> 27)) + mixed + e + words[i];
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
