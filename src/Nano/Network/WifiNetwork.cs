using System.Threading;
using nanoFramework.Networking;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>Wi-Fi with the name and password that flashing has stored on the chip (<c>nanoff --networkdeployment</c>).</summary>
/// <remarks>The firmware connects by itself at the start and after each loss; the helper only says when there is an address.</remarks>
public sealed class WifiNetwork : INetwork
{
    public string Name => "Wi-Fi";

    public string Address => NetworkAddress.Current();

    public string Failure { get; private set; } = "";

    public bool Start()
    {
        try
        {
            WifiNetworkHelper.Reset();
            WifiNetworkHelper.SetupNetworkHelper(false);
            Failure = "";
        }
        catch (System.Exception e)
        {
            Failure = "Wi-Fi cannot be started: " + e.Message + "; flash the device with wifi.ssid and wifi.password";
        }

        return Failure.Length == 0;
    }

    public bool IsUp(int timeoutMs)
    {
        ManualResetEvent ready = WifiNetworkHelper.NetworkReady;
        return ready != null && ready.WaitOne(timeoutMs, true);
    }
}
