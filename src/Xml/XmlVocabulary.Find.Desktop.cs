using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Presentity.Xml;

/// <summary>Looking up words on the desktop: those of at most eight bytes, which nearly all names are, in one step, because their bytes
/// are a number.</summary>
public sealed partial class XmlVocabulary
{
    const int Longest = sizeof(ulong);

    ulong[] keys = [];
    ushort[] words = [];
    int shift;

    /// <summary>The number of the word that stands in <paramref name="bytes"/>, or <see cref="Unknown"/>.</summary>
    public int Find(byte[] bytes, int start, int length)
    {
        if (length == 0)
            return Unknown;
        if (length > Longest || start > bytes.Length - Longest)
            return FindLong(bytes, start, length);
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start)) << ((Longest - length) << 3);
        int slot = Slot(key);
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
                return Unknown;
            slot = (slot + 1) & (keys.Length - 1);
        }

        // Only a zero in front would not show; there is none in a word.
        return bytes[start] != 0 ? words[slot] : Unknown;
    }

    int FindLong(byte[] bytes, int start, int length)
    {
        int id = heads[Bucket(bytes, start, length)];
        while (id != 0)
        {
            int at = starts[id];
            if (starts[id + 1] - at == length + 1 && XmlBytes.Equal(text, at, bytes, start, length))
                return id;
            id = next[id];
        }

        return Unknown;
    }

    partial void IndexShort()
    {
        // Made now, and not while a first stanza waits.
        RuntimeHelpers.RunClassConstructor(typeof(XmlBytes).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(XmlTokenizer).TypeHandle);
        int size = 64;
        while (size < 4 * Count)
            size *= 2;
        keys = new ulong[size];
        words = new ushort[size];
        shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        for (int word = 1; word <= Count; word++)
        {
            if (Length(word) is 0 or > Longest)
                continue;
            ulong key = 0;
            for (int i = 0; i < Length(word); i++)
                key = (key >> 8) | ((ulong)text[starts[word] + i] << 56);
            int slot = Slot(key);
            while (keys[slot] != 0)
                slot = (slot + 1) & (size - 1);
            keys[slot] = key;
            words[slot] = (ushort)word;
        }
    }

    int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> shift);
}
