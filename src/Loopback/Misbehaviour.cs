using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Presentity.Loopback;

/// <summary>What a <see cref="LoopbackServer"/> does wrong on purpose, so that clients can be tested against it.</summary>
public sealed class Misbehaviour
{
    /// <summary>What happens at <see cref="At"/>.</summary>
    public Fault Fault { get; init; }

    /// <summary>When <see cref="Fault"/> happens.</summary>
    public Moment At { get; init; }

    /// <summary>Size of <see cref="Fault.Oversized"/> in bytes of text.</summary>
    public int OversizedBytes { get; init; } = 1_000_000;

    /// <summary>STARTTLS is not offered, and SASL is, without TLS.</summary>
    public bool NoStartTls { get; init; }

    /// <summary>Sent in clear in the same write as <c>&lt;proceed/&gt;</c>.</summary>
    public string AfterProceed { get; init; } = "";

    /// <summary>The signature that proves that the server knows the account is not the right one (RFC 5802 §3).</summary>
    public bool WrongSignature { get; init; }

    /// <summary>The login succeeds without a signature.</summary>
    public bool NoSignature { get; init; }

    /// <summary>Whom the server says that it has logged in by SASL 2 (XEP-0388 §2.6.1); null for who it was.</summary>
    public string? Identity { get; init; }

    /// <summary>A token that nobody knows is taken (XEP-0484).</summary>
    public bool TakesAnyToken { get; init; }

    /// <summary>Makes another challenge of the one that it should be, as somebody on the way could.</summary>
    public Func<string, string>? Challenge { get; init; }

    /// <summary>Makes another base 64 of a challenge's.</summary>
    public Func<string, string>? Encoded { get; init; }

    /// <summary>The mechanisms that are shown in place of those on offer, as somebody on the way could; null for them.</summary>
    public string[]? ShownMechanisms { get; init; }

    /// <summary>The types of channel binding that are shown in place of those on offer; null for them.</summary>
    public string[]? ShownBindings { get; init; }

    /// <summary>The nonce of the challenge does not begin with the client's (RFC 5802 §5.1).</summary>
    public bool ForeignNonce { get; init; }

    /// <summary>The iteration count that is announced, whatever the real one is; 0 for that.</summary>
    public int AnnouncedIterations { get; init; }

    /// <summary>Says what belongs at this moment, or does what the fault is.</summary>
    internal async Task SayAsync(Moment moment, string text, Wire wire, CancellationToken cancellation)
    {
        switch (moment == At ? Fault : Fault.None)
        {
            case Fault.Silence:
                await wire.DrainAsync(cancellation);
                throw new EndOfStreamException();
            case Fault.Garbage:
                await wire.WriteAsync("\u0001<<&garbage;\u0000", cancellation);
                break;
            case Fault.Oversized:
                await wire.WriteAsync("<message><body>" + new string('x', OversizedBytes) + "</body></message>" + text, cancellation);
                break;
            case Fault.Cut:
                wire.Cut();
                throw new EndOfStreamException();
            default:
                await wire.WriteAsync(text, cancellation);
                break;
        }
    }
}
