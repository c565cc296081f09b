using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Devices;

/// <summary>A device at work, with its owner, an operator and a viewer, who all have subscribed and see it.</summary>
public sealed class Installation : IAsyncDisposable
{
    readonly RigServer server;
    readonly Account account;

    Installation(RigServer server, Account account, string file, Device device, string jid, Operator[] people)
    {
        this.server = server;
        this.account = account;
        File = file;
        Device = device;
        Jid = jid;
        Owner = people[0];
        Operator = people[1];
        Viewer = people[2];
    }

    public Device Device { get; }

    /// <summary>The device's account, with its password.</summary>
    public Account Account => account;

    /// <summary>The account of the device: what one subscribes to.</summary>
    public string BareJid => account.Jid;

    /// <summary>The device itself: what one asks and commands.</summary>
    public string Jid { get; }

    /// <summary>Its configuration.</summary>
    public string File { get; }

    public Operator Owner { get; }

    public Operator Operator { get; }

    public Operator Viewer { get; }

    /// <param name="address">Where the device finds the server; null for where it is.</param>
    /// <param name="keys">More of the configuration.</param>
    /// <param name="keepsStream">Whether the device leaves its session for <see cref="StartAgain"/>.</param>
    /// <param name="direct">Whether the people come with TLS from the first byte.</param>
    public static async Task<Installation> StartAsync(RigServer server, string? address = null, bool keepsStream = false, bool direct = false,
        Dictionary<string, string>? keys = null)
    {
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        configuration.Keys["server"] = address ?? configuration.Keys["server"];
        Account owner = await server.AddAccountAsync("owner");
        Account user = await server.AddAccountAsync("operator");
        Account viewer = await server.AddAccountAsync("viewer");
        configuration.Keys["owner"] = owner.Jid;
        configuration.Keys["operators"] = user.Jid;
        configuration.Keys["viewers"] = viewer.Jid;

        foreach ((string key, string value) in keys ?? [])
            configuration.Keys[key] = value;

        string file = configuration.Write();
        Device device = keepsStream ? Device.StartToComeBack(file) : Device.Start(file);
        // The server has a say in the resource.
        string jid = (await device.ConnectedAsync()).Split("connected as ")[1].Split(' ')[0];
        Operator[] people = await Task.WhenAll(Array.ConvertAll(
            [owner, user, viewer], account => ArriveAsync(server, account, configuration.Account.Jid, jid, direct)));
        return new Installation(server, configuration.Account, file, device, jid, people);
    }

    /// <summary>Starts the device once more.</summary>
    public Device StartAgain() => Device.StartToComeBack(File);

    /// <summary>The person of a role: `owner`, `operator` or `viewer`.</summary>
    public Operator As(string role) => role switch
    {
        "owner" => Owner,
        "operator" => Operator,
        "viewer" => Viewer,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no such role"),
    };

    /// <summary>Somebody with an account on the server of whom the device knows nothing.</summary>
    public async Task<Operator> StrangerAsync() => await Operator.LogInAsync(server, await server.AddAccountAsync("stranger"));

    public async ValueTask DisposeAsync()
    {
        await Device.DisposeAsync();
        await Owner.DisposeAsync();
        await Operator.DisposeAsync();
        await Viewer.DisposeAsync();
    }

    static async Task<Operator> ArriveAsync(RigServer server, Account account, string device, string jid, bool direct)
    {
        Operator person = await Operator.LogInAsync(server, account, direct: direct);
        if (!await person.SubscribeAsync(device))
            Assert.Fail($"The device refuses the subscription of {account.Jid}.");
        await person.SeeAsync(jid, presence => presence.IsAvailable, "the device's presence");
        return person;
    }
}
