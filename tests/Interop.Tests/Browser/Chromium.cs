using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Browser;

/// <summary>The distribution's Chromium, without a screen, as Playwright drives it.</summary>
/// <remarks>It finds the test server and nothing else, and trusts the rig's authority and no more than browsers do.</remarks>
sealed class Chromium : IAsyncDisposable
{
    static readonly string[] paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled => Program is not null;

    static string? Program => paths.FirstOrDefault(File.Exists);

    /// <summary>Starts one.</summary>
    /// <param name="server">Whose pages it shows.</param>
    /// <param name="domain">The server's name.</param>
    public static async Task<Chromium> StartAsync(RigServer server, string domain)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                $"--host-resolver-rules=MAP {domain} {RigServer.Address}, MAP * ~NOTFOUND",
                "--ignore-certificate-errors-spki-list=" + KeyOf(server.CaFile),
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A window with cookies and storage of its own.</summary>
    public async Task<IPage> OpenAsync()
    {
        IBrowserContext window = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 800, Height = 720 }, Locale = "en-GB" });
        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>The hash that tells Chromium which authority to trust.</summary>
    static string KeyOf(string file)
    {
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(file);
        return Convert.ToBase64String(SHA256.HashData(authority.PublicKey.ExportSubjectPublicKeyInfo()));
    }
}
