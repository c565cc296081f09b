using Presentity.Platform;

namespace Presentity.Host;

/// <summary>How a part of connecting ended.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Failure">A sentence for a person that says what is wrong and what to do; empty when <see cref="IsOk"/>.</param>
/// <param name="Reason">The same in a few words, for a list; empty to take them from the status.</param>
readonly record struct Outcome(TransportStatus Status, string Failure, string Reason = "")
{
    public static readonly Outcome Ok = new(TransportStatus.Ok, "");

    public bool IsOk => Status == TransportStatus.Ok;

    /// <summary>What it came to in a few words: <c>Connection refused</c>.</summary>
    public string InShort => Reason.Length > 0 ? Reason : Status switch
    {
        TransportStatus.HostNotFound => "no address",
        TransportStatus.Unreachable => "not reachable",
        TransportStatus.TimedOut => "no answer",
        TransportStatus.HandshakeFailed => "no TLS",
        TransportStatus.AuthoritiesUnreadable => "no authorities",
        _ => "certificate refused",
    };
}
