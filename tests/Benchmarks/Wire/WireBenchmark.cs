using System;
using System.Globalization;

namespace Presentity.Benchmarks.Wire;

/// <summary>What one reading costs on the wire: as presence by our agent, and as MQTT by MQTTnet, the same values at the same time.</summary>
/// <remarks>Bytes before TLS, which adds 22 to each, and TCP/IP, which adds 52.</remarks>
static class WireBenchmark
{
    const double Most = 1.2;

    internal static void Run()
    {
        decimal[] values = [21.4m, 48m, 3.91m, 17m];
        int full = PresenceBytes.Of(values, isShort: false);
        int brief = PresenceBytes.Of(values, isShort: true);
        int mqtt = MqttBytes.Of(values);
        Console.WriteLine("| one reading of four values | bytes | of MQTT | at most |\n|---|---:|---:|---:|");
        Row("presence-form = short", brief, mqtt, Most);
        Row("presence-form = full", full, mqtt, double.NaN);
        Row("MQTT, QoS 0, a topic of 23 bytes, JSON", mqtt, mqtt, double.NaN);
    }

    static void Row(string name, int bytes, int peer, double most) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {bytes} | {(double)bytes / peer:0.00} | {(double.IsNaN(most) ? "" : most.ToString("0.00", CultureInfo.InvariantCulture))} |"));
}
