using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Presentity.Host;

/// <summary>Keying material of a TLS 1.3 connection (RFC 5705, RFC 8446 §7.5), which .NET has no way to export.</summary>
/// <remarks>On Linux the TLS of .NET is OpenSSL: the connection's <c>SSL*</c> is in a private field of <see cref="SslStream"/>, and the
/// library that the process has loaded knows <c>SSL_export_keying_material</c>. Whatever of this is not as expected, on another system or
/// in another .NET, there is no material, and nothing else happens.</remarks>
static unsafe class KeyingMaterial
{
    const int Length = 32;
    const int Tls13 = 0x304;

    static readonly Lazy<nint> Library = new(Loaded);

    static ReadOnlySpan<byte> Label => "EXPORTER-Channel-Binding"u8;

    /// <summary>What RFC 9266 §2 binds to.</summary>
    /// <returns>Null where it cannot be had.</returns>
    public static byte[]? ForChannelBinding(SslStream tls)
    {
        FieldInfo? field = typeof(SslStream).GetField("_securityContext", BindingFlags.Instance | BindingFlags.NonPublic);
        if (!OperatingSystem.IsLinux() || field?.GetValue(tls) is not SafeHandle context || context.GetType().Name != "SafeSslHandle")
            return null;
        if (Library.Value == 0 || !NativeLibrary.TryGetExport(Library.Value, "SSL_version", out nint version)
            || !NativeLibrary.TryGetExport(Library.Value, "SSL_export_keying_material", out nint export))
            return null;
        bool isHeld = false;
        try
        {
            context.DangerousAddRef(ref isHeld);
            nint ssl = context.DangerousGetHandle();
            byte[] material = new byte[Length];
            fixed (byte* into = material, label = Label)
                return ((delegate* unmanaged<nint, int>)version)(ssl) == Tls13
                    && ((delegate* unmanaged<nint, byte*, nuint, byte*, nuint, byte*, nuint, int, int>)export)(
                        ssl, into, Length, label, (nuint)Label.Length, null, 0, 0) == 1
                    ? material : null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            if (isHeld)
                context.DangerousRelease();
        }
    }

    /// <summary>The one libssl that the process has loaded; with two of them nobody knows whose the connection is.</summary>
    static nint Loaded()
    {
        try
        {
            string[] paths =
            [
                .. File.ReadLines("/proc/self/maps").Where(line => line.Contains('/', StringComparison.Ordinal))
                    .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
                    .Where(path => Path.GetFileName(path).StartsWith("libssl.so", StringComparison.Ordinal)).Distinct(),
            ];
            return paths.Length == 1 && NativeLibrary.TryLoad(paths[0], out nint library) ? library : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
