using System;
using System.Runtime.InteropServices;

namespace Presentity.Host;

/// <summary>The operating system's authorities, which a device that has its own does not need.</summary>
public static class SystemAuthorities
{
    const string Nowhere = "/dev/null";

    /// <summary>Keeps them from being read in this process. On Linux .NET reads all of them at the first handshake, some 150 certificates,
    /// for a chain that may not end in any of them, too: two thirds of the processor time until the device is online, and 2 MB.</summary>
    /// <remarks>For a program whose every connection has an authorities file, before its first: afterwards a connection without one
    /// trusts nobody.</remarks>
    public static void LeaveUnread()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // .NET asks the C library, which does not see what Environment.SetEnvironmentVariable sets.
        _ = SetVariable("SSL_CERT_FILE", Nowhere, overwrite: 1);
        _ = SetVariable("SSL_CERT_DIR", Nowhere, overwrite: 1);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
