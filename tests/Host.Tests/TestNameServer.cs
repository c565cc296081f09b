using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Presentity.Host.Tests;

/// <summary>A name server on loopback that knows what the test tells it (RFC 1035, RFC 2782), by UDP.</summary>
sealed class TestNameServer : IDisposable
{
    const int A = 1, Aaaa = 28, Srv = 33, NoSuchName = 3;

    readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    readonly List<(string Name, int Type, byte[] Data)> records = [];

    public TestNameServer() => _ = ServeAsync();

    public IPEndPoint Address => (IPEndPoint)socket.Client.LocalEndPoint!;

    /// <summary>True makes it deaf.</summary>
    public bool IsSilent { get; init; }

    /// <summary>What it sends instead of an answer: any number of datagrams.</summary>
    public Func<byte[], byte[][]> Sends { get; init; } = answer => [answer];

    /// <summary>The names asked for, with the type.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    public TestNameServer Host(string name, string address)
    {
        IPAddress ip = IPAddress.Parse(address);
        records.Add((name, ip.AddressFamily == AddressFamily.InterNetwork ? A : Aaaa, ip.GetAddressBytes()));
        return this;
    }

    public TestNameServer Service(string name, int priority, int weight, int port, string target)
    {
        var data = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(data, (ushort)priority);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(2), (ushort)weight);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(4), (ushort)port);
        records.Add((name, Srv, [.. data, .. Labels(target)]));
        return this;
    }

    public void Dispose() => socket.Dispose();

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult query = await socket.ReceiveAsync();
                byte[] answer = Answer(query.Buffer);
                foreach (byte[] datagram in IsSilent ? [] : Sends(answer))
                    await socket.SendAsync(datagram, query.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>The answer to a question.</summary>
    public byte[] Answer(byte[] query)
    {
        int end = 12;
        var name = new StringBuilder();
        while (query[end] != 0)
        {
            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(query, end + 1, query[end]));
            end += query[end] + 1;
        }
        int type = query[end + 2];
        end += 5;
        Questions.Enqueue($"{name} {type}");

        var found = records.Where(record => record.Name == name.ToString() && record.Type == type).ToList();
        bool exists = records.Any(record => record.Name == name.ToString());
        // Header: id, "answer, authoritative", count of questions and answers; then the question as it came.
        byte[] header = [query[0], query[1], 0x84, (byte)(exists ? 0 : NoSuchName), 0, 1, 0, (byte)found.Count, 0, 0, 0, 0];
        // Each answer: pointer to the name in the question, type, class IN, time to live, length, data.
        return
        [
            .. header,
            .. query[12..end],
            .. found.SelectMany(record => (byte[])[0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 0, 0, (byte)record.Data.Length, .. record.Data]),
        ];
    }

    static byte[] Labels(string name) =>
    [
        .. name.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]),
        0,
    ];
}
