using System.Net;
using System.Net.NetworkInformation;

namespace Presentity.Nano;

/// <summary>Whom this network says to ask for names.</summary>
static class NameServers
{
    const int Port = 53;

    /// <summary>Those of the first interface that has any; none without a network.</summary>
    internal static IPEndPoint[] Current()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            string[] addresses = all[i].IPv4DnsAddresses;
            if (addresses == null)
                continue;
            int count = 0;
            while (count < addresses.Length && addresses[count] != NetworkAddress.None)
                count++;
            if (count == 0)
                continue;
            IPEndPoint[] servers = new IPEndPoint[count];
            for (int s = 0; s < count; s++)
                servers[s] = new IPEndPoint(IPAddress.Parse(addresses[s]), Port);
            return servers;
        }

        return new IPEndPoint[0];
    }
}
