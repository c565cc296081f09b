namespace Presentity.Xmpp;

/// <summary>Base 64 (RFC 4648 §4) read as strictly as SASL wants it (RFC 6120 §6.4.2): no white space, padding required. The
/// libraries are not so strict.</summary>
static class Base64
{
    /// <summary>Decodes.</summary>
    /// <returns>The bytes, in an array of their own; null when it is not base 64.</returns>
    internal static byte[]? Decode(byte[] source, int start, int count)
    {
        if ((count & 3) != 0)
            return null;
        int padding = count > 0 && source[start + count - 1] == '=' ? source[start + count - 2] == '=' ? 2 : 1 : 0;
        byte[] target = new byte[(count / 4 * 3) - padding];
        int at = 0;
        int bits = 0;
        for (int i = 0; i < count; i++)
        {
            int value = i < count - padding ? Value(source[start + i]) : 0;
            if (value < 0)
                return null;
            bits = (bits << 6) | value;
            if ((i & 3) != 3)
                continue;
            for (int shift = 16; shift >= 0; shift -= 8)
                if (at < target.Length)
                    target[at++] = (byte)(bits >> shift);
                else if (((bits >> shift) & 0xFF) != 0)
                    return null;
            bits = 0;
        }

        return target;
    }

    static int Value(int digit)
    {
        if (digit >= 'A' && digit <= 'Z')
            return digit - 'A';
        if (digit >= 'a' && digit <= 'z')
            return digit - 'a' + 26;
        if (digit >= '0' && digit <= '9')
            return digit - '0' + 52;
        return digit == '+' ? 62 : digit == '/' ? 63 : -1;
    }
}
