using nanoFramework.Networking;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Firmware;

/// <summary>Where a board's <c>Main</c> goes.</summary>
public static class Device
{
    /// <summary>Of the platform, for what a board's sensors need it for.</summary>
    public static readonly IClock Clock = new NanoClock();

    /// <summary>Of the platform, for what a board's sensors need it for.</summary>
    public static readonly IMachine Machine = new NanoMachine();

    /// <summary>Runs the board for ever.</summary>
    public static void Run(IBoard board, INetwork network)
    {
        if (!Sntp.IsStarted)
            Sntp.Start();
        ITransport Transport(byte[]? authorities) => new NanoTransport(Clock, network, authorities);
        new DeviceFirmware(board, network, Machine, Clock, new NanoCrypto(), new FileStore("I:\\"), new ConsoleLog(Clock), Transport).Run();
    }
}
