using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using MQTTnet;
using MQTTnet.Server;

namespace Presentity.Benchmarks.Wire;

/// <summary>The bytes that MQTTnet sends for one message with QoS 0, through a relay that counts them.</summary>
static class MqttBytes
{
    const string Topic = "home/greenhouse/climate";

    internal static int Of(decimal[] values) => CountAsync(values).GetAwaiter().GetResult();

    static async Task<int> CountAsync(decimal[] values)
    {
        int port = FreePort();
        using MqttServer server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointPort(port).Build());
        TaskCompletionSource arrived = new();
        server.InterceptingPublishAsync += _ =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        };
        await server.StartAsync();
        using CountingRelay relay = new(port);
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", relay.Port).Build());
        int before = relay.Sent;
        string json = string.Create(CultureInfo.InvariantCulture,
            $"{{\"t\":{values[0]},\"rh\":{values[1]},\"bat\":{values[2]},\"n\":{values[3]}}}");
        await client.PublishStringAsync(Topic, json);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));
        int bytes = relay.Sent - before;
        await server.StopAsync();
        return bytes;
    }

    static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
