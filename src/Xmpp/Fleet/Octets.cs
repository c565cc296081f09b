namespace Presentity.Xmpp;

/// <summary>Bytes, compared.</summary>
static class Octets
{
    /// <summary>Whether a stretch of bytes is these.</summary>
    internal static bool Equal(byte[] bytes, int start, byte[] these)
    {
        for (int i = 0; i < these.Length; i++)
            if (bytes[start + i] != these[i])
                return false;
        return true;
    }
}
