using System.Collections.Generic;

namespace Presentity.Xmpp;

/// <summary>A set of code points, as ranges in rising order.</summary>
sealed class CodePointSet
{
    readonly List<int> firsts = [];
    readonly List<int> lasts = [];

    /// <summary>Adds a range that lies beyond all before it.</summary>
    public void Add(int first, int last)
    {
        firsts.Add(first);
        lasts.Add(last);
    }

    public bool Contains(int codePoint)
    {
        int at = firsts.BinarySearch(codePoint);
        if (at >= 0)
            return true;
        int before = ~at - 1;
        return before >= 0 && codePoint <= lasts[before];
    }
}
