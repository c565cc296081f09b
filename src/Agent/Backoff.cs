using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>How long to wait before the next attempt: longer each time, never the same for two devices, with an end.</summary>
public sealed class Backoff
{
    const int FirstMs = 1000;
    const int PatientMs = 30000;
    const int LongestMs = 300000;

    readonly ICrypto crypto;
    readonly byte[] random = new byte[2];
    int next = FirstMs;

    public Backoff(ICrypto crypto) => this.crypto = crypto;

    /// <summary>The milliseconds to wait: between half of what is due and all of it, so that a thousand devices do not come back
    /// at once when their server does.</summary>
    /// <param name="end">Why the last session is over. What only a person can mend is not tried often.</param>
    /// <param name="condition">The stream error's condition, if there was one.</param>
    public int Next(SessionEnd end, int condition)
    {
        bool patient = end == SessionEnd.Authentication || end == SessionEnd.Tls || end == SessionEnd.Violation
            || condition == Word.Conflict || condition == Word.PolicyViolation;
        int due = patient && next < PatientMs ? PatientMs : next;
        next = due > LongestMs / 2 ? LongestMs : due * 2;
        crypto.FillRandom(random, 0, 2);
        int half = due / 2;
        return half + (int)((long)half * ((random[0] << 8) | random[1]) / 65535);
    }

    /// <summary>A session has lasted: the next failure is a new one.</summary>
    public void Reset() => next = FirstMs;
}
