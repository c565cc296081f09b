using Presentity.Xmpp;

namespace Presentity.Tool;

/// <summary>What the process ends with.</summary>
static class ExitCode
{
    internal const int Ok = 0;

    /// <summary>A line of a script failed, or something that has no code of its own.</summary>
    internal const int Failed = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    internal const int Configuration = 2;

    /// <summary>The server did not accept the account, or could not prove that it knows it.</summary>
    internal const int Authentication = 3;

    /// <summary>No TLS, or a certificate that cannot be trusted.</summary>
    internal const int Tls = 4;

    /// <summary>No connection, no answer, or a server that does not behave.</summary>
    internal const int Network = 5;

    /// <summary>A device could not be flashed, or does not answer.</summary>
    internal const int Device = 6;

    /// <summary>The code for how a session ended.</summary>
    internal static int Of(SessionEnd end) => end switch
    {
        SessionEnd.None or SessionEnd.Closed => Ok,
        SessionEnd.Authentication => Authentication,
        SessionEnd.Tls => Tls,
        _ => Network,
    };
}
