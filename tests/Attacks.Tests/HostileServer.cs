using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Presentity.Loopback;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>A server with the right certificate, or somebody before it who has it, that says what a test lets it say.</summary>
sealed class HostileServer : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly CertificateAuthority Trusted = new("Trusted CA");
    static readonly X509Certificate2 Right = Trusted.Issue("localhost");

    /// <summary>Whom devices trust.</summary>
    public static CertificateAuthority Authority => Trusted;

    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    HostileServer() => listener.Start();

    int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Plays an attack against a device.</summary>
    /// <param name="attack">What is said to it, on its one connection.</param>
    /// <param name="direct">The device expects TLS from the first byte.</param>
    /// <param name="hurry">Makes the device less patient than it is.</param>
    /// <param name="certificate">Another than the right one.</param>
    public static async Task<Ordeal> AttackAsync(
        Func<HostileConnection, Task> attack,
        bool direct = false,
        Action<SessionOptions>? hurry = null,
        X509Certificate2? certificate = null)
    {
        using var server = new HostileServer();
        // One that is allowed to say its password is in at once; what is attacked here is not the login.
        var device = new AttackedDevice(server.Port, Authority)
        {
            Credentials = new Credentials("device", "device-pass") { AllowsPlain = true },
            DirectTls = direct,
            Hurry = hurry,
        };
        Task attacking = server.ServeAsync(attack, SslStreamCertificateContext.Create(certificate ?? Right, null, offline: true));
        Ordeal ordeal = await device.SufferAsync().WaitAsync(Patience);
        await attacking.WaitAsync(Patience);
        return ordeal;
    }

    public void Dispose() => listener.Dispose();

    async Task ServeAsync(Func<HostileConnection, Task> attack, SslStreamCertificateContext certificate)
    {
        using Socket socket = await listener.AcceptSocketAsync();
        await using var connection = new HostileConnection(socket, certificate);
        try
        {
            await attack(connection);
        }
        catch (IOException)
        {
            // The device has hung up before the attack was over; what counts is what it then says.
        }
    }
}
