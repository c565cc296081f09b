namespace Presentity.Xml;

/// <summary>Looking up words on the chip: few instructions. The desktop has a file of its own with the same member.</summary>
public sealed partial class XmlVocabulary
{
    /// <summary>The number of the word that stands in <paramref name="bytes"/>, or <see cref="Unknown"/>.</summary>
    public int Find(byte[] bytes, int start, int length)
    {
        if (length == 0)
            return Unknown;

        // As in Bucket: a call less for each name.
        ushort[] heads = this.heads;
        int id = heads[((bytes[start] << 1) ^ (bytes[start + (length >> 1)] << 5) ^ (bytes[start + length - 1] << 2) ^ length) & (heads.Length - 1)];
        while (id != 0)
        {
            int at = starts[id];
            if (starts[id + 1] - at == length + 1 && XmlBytes.Equal(text, at, bytes, start, length))
                return id;
            id = next[id];
        }

        return Unknown;
    }
}
