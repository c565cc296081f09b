using System.Net.NetworkInformation;

namespace Presentity.Nano;

/// <summary>The address of the interface that has one.</summary>
static class NetworkAddress
{
    internal const string None = "0.0.0.0";

    internal static string Current()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            string address = all[i].IPv4Address;
            if (address != null && address.Length > 0 && address != None)
                return address;
        }

        return "";
    }
}
