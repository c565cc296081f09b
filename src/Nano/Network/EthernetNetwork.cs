using System.Threading;
using nanoFramework.Networking;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>Ethernet with an address by DHCP, unless flashing has stored another on the chip.</summary>
public sealed class EthernetNetwork : INetwork
{
    public string Name => "Ethernet";

    public string Address => NetworkAddress.Current();

    public string Failure { get; private set; } = "";

    public bool Start()
    {
        try
        {
            NetworkHelper.Reset();
            NetworkHelper.SetupNetworkHelper(false);
            Failure = "";
        }
        catch (System.Exception e)
        {
            Failure = "Ethernet cannot be started: " + e.Message + "; is the firmware the one for this board?";
        }

        return Failure.Length == 0;
    }

    public bool IsUp(int timeoutMs)
    {
        ManualResetEvent ready = NetworkHelper.NetworkReady;
        return ready != null && ready.WaitOne(timeoutMs, true);
    }
}
