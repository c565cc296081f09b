using System;

namespace Presentity.Xml;

/// <summary>For those whose input is in an array of their own: servers, tools and tests. A transport reads into the buffer itself.</summary>
public sealed partial class XmlTokenizer
{
    /// <summary>Bytes read since <see cref="Reset"/>; after an error, the bytes before the offending one.</summary>
    public long Position => forgotten + position;

    /// <summary>Copies input in, as much as there is room for.</summary>
    /// <returns>How many bytes were taken.</returns>
    public int Feed(byte[] source, int offset, int count)
    {
        if (count > capacity - end)
            count = capacity - end;
        if (count == 1)
            buffer[end] = source[offset];
        else
            System.Array.Copy(source, offset, buffer, end, count);
        Filled(count);
        return count;
    }
}
