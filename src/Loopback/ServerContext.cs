using System.Net.Security;
using System.Threading;

namespace Presentity.Loopback;

/// <summary>What all connections of a server share.</summary>
/// <param name="Stopping">Cancelled when the server stops.</param>
sealed record ServerContext(
    LoopbackOptions Options,
    Accounts Accounts,
    Router Router,
    SslServerAuthenticationOptions StartTls,
    SslServerAuthenticationOptions DirectTls,
    CancellationToken Stopping);
