namespace Presentity.Platform.Tests;

/// <summary>Bytes as the standards print them.</summary>
static class Hex
{
    const string Digits = "0123456789abcdef";

    internal static string Of(byte[] bytes)
    {
        char[] text = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }

    /// <summary>The bytes of hexadecimal digits, so many times one after the other.</summary>
    internal static byte[] Bytes(string text, int times)
    {
        int count = text.Length / 2;
        byte[] bytes = new byte[count * times];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((Digits.IndexOf(text[i % count * 2]) << 4) | Digits.IndexOf(text[(i % count * 2) + 1]));
        return bytes;
    }

    /// <summary>So many bytes that are all over the place.</summary>
    internal static byte[] Pattern(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
            bytes[i] = (byte)((i * 7) + 1);
        return bytes;
    }
}
