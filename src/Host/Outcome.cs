using Presentity.Platform;

namespace Presentity.Host;

/// <summary>How a part of connecting ended.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Failure">A sentence for a person that says what is wrong and what to do; empty when <see cref="IsOk"/>.</param>
readonly record struct Outcome(TransportStatus Status, string Failure)
{
    public static readonly Outcome Ok = new(TransportStatus.Ok, "");

    public bool IsOk => Status == TransportStatus.Ok;

    /// <summary>Of two failed attempts, the one to tell a person about: the one that came further, else the later.</summary>
    /// <remarks>The statuses are declared in the order of how far an attempt came: a name without address, nobody there, no
    /// answer, a certificate. A server with a wrong certificate on its first address matters more than nobody on its second.</remarks>
    public Outcome OrFurther(Outcome later) => later.Status >= Status ? later : this;
}
