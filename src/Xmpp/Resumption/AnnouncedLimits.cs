using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What the server says that it can take (XEP-0478 §3): how large a stanza, and how long a silence.</summary>
sealed class AnnouncedLimits
{
    const int LeastIdleSeconds = 2;

    /// <summary>Bytes of the largest stanza.</summary>
    internal int MostBytes;

    /// <summary>Milliseconds after which something has to be sent, so that the stream does not count as idle: half of what may pass.</summary>
    internal long QuietMs;

    /// <summary>Looks at the features; those of each stream replace those before.</summary>
    /// <param name="features">At the features; stays there.</param>
    internal void Read(XmlCursor features)
    {
        MostBytes = int.MaxValue;
        QuietMs = long.MaxValue / 2;
        int node = features.Node;
        if (features.MoveToChild(Ns.StreamLimits, Word.Limits))
        {
            int limits = features.Node;
            if (Number(features, Word.MaxBytes, out int bytes))
                MostBytes = bytes;
            features.MoveTo(limits);
            if (Number(features, Word.IdleSeconds, out int seconds))
                QuietMs = (seconds < LeastIdleSeconds ? LeastIdleSeconds : seconds) * 500L;
        }

        features.MoveTo(node);
    }

    static bool Number(XmlCursor limits, int name, out int value)
    {
        value = 0;
        return limits.MoveToChild(Ns.StreamLimits, name) && limits.TryGetInteger(limits.Text(), out value) && value >= 0;
    }
}
