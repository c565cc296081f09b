using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Presentity.Tool.Flash;

/// <summary>Lets Ctrl-C, a closed terminal and a polite kill end the work, and not the process before it has put things away.</summary>
/// <param name="stop">What they ask for.</param>
sealed class SignalRegistrations(CancellationTokenSource stop) : IDisposable
{
    static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    readonly PosixSignalRegistration[] registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    }))];

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }
}
