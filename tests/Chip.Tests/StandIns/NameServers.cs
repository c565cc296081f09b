using System;
using System.Net;

namespace Presentity.Nano;

/// <summary>The network's name servers: for each thread those that its test says.</summary>
static class NameServers
{
    [ThreadStatic]
    static IPEndPoint[]? known;

    internal static IPEndPoint[] Current() => known ?? [];

    internal static void Are(params IPEndPoint[] servers) => known = servers;
}
