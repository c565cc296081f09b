using System.Device.Wifi;
using System.Net.NetworkInformation;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>How well the device hears its Wi-Fi network, in dBm.</summary>
/// <remarks>The class library tells this of networks that a scan has found, and only of these. A scan takes the radio for a second or
/// two, so there is one every quarter of an hour, and a reading is as old as that at most.</remarks>
public sealed class SignalStrength : ISensor
{
    const int ScanEveryMs = 900000;
    const int ScanTakesMs = 10000;

    readonly IClock clock;
    long scanAt;
    long reportAt = long.MaxValue;
    int decibels;
    bool isKnown;

    public SignalStrength(IClock clock) => this.clock = clock;

    public string Name => "signal";

    public string Label => "Wi-Fi signal";

    public string Unit => "dBm";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        long now = clock.Milliseconds;
        if (now >= scanAt)
        {
            scanAt = now + ScanEveryMs;
            reportAt = long.MaxValue;
            Scan(now);
        }
        else if (now >= reportAt)
        {
            reportAt = long.MaxValue;
            Report();
        }

        if (isKnown)
            reading.SetNumber(decibels, 0);
        return isKnown;
    }

    void Scan(long now)
    {
        try
        {
            WifiAdapter.FindAllAdapters()[0].ScanAsync();
            reportAt = now + ScanTakesMs;
        }
        catch (System.Exception)
        {
            // The radio is busy: the next scan comes in its time, and what the last one heard is too old by now.
            isKnown = false;
        }
    }

    void Report()
    {
        isKnown = false;
        try
        {
            string own = Wireless80211Configuration.GetAllWireless80211Configurations()[0].Ssid;
            WifiAvailableNetwork[] found = WifiAdapter.FindAllAdapters()[0].NetworkReport.AvailableNetworks;
            for (int i = 0; i < found.Length; i++)
            {
                if (found[i].Ssid != own)
                    continue;
                int heard = (int)found[i].NetworkRssiInDecibelMilliwatts;
                // Several stations may have the name; the device is with the loudest.
                if (!isKnown || heard > decibels)
                    decibels = heard;
                isKnown = true;
            }
        }
        catch (System.Exception)
        {
            isKnown = false;
        }
    }
}
