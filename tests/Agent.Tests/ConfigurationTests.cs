using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>The configuration file: every key, every fault in one line.</summary>
[TestClass]
public sealed class ConfigurationTests
{
    const string Least = "jid = device@example.org\npassword = secret\nboard = simulated\n";

    [TestMethod]
    public void EveryKey()
    {
        DeviceConfiguration read = Read(
            "# a comment\r\n"
            + "jid=Device@Example.org\r\n"
            + "  password =  pass = word # not a comment\r\n"
            + "server = [2001:db8::1]:5269\r\n"
            + "tls = direct\r\n"
            + "ca = our ca.pem\r\n"
            + "board = simulated\r\n"
            + "owner = a@example.org\r\n"
            + "operators = b@example.org , example.net\r\n"
            + "viewers = c@example.org\r\n"
            + "presence-interval = 7\r\n"
            + "presence-form = short\r\n"
            + "sensor.temperature.dead-band = 0.25\r\n"
            + "sensor.humidity.dead-band = 5 %\r\n"
            + "sensor.humidity.interval = 60\r\n"
            + "sensor.humidity.heartbeat = 0\r\n");

        Assert.AreEqual("device@example.org", read.Jid!.ToString());
        Assert.AreEqual("pass = word # not a comment", read.Password);
        Assert.AreEqual("2001:db8::1", read.Endpoint().Host);
        Assert.AreEqual(5269, read.Endpoint().Port);
        Assert.IsTrue(read.Endpoint().DirectTls);
        Assert.AreEqual("example.org", read.Endpoint().Domain);
        Assert.AreEqual("our ca.pem", read.AuthoritiesFile);
        Assert.AreEqual(Role.Owner, RoleOf(read, "a@example.org"));
        Assert.AreEqual(Role.Operator, RoleOf(read, "b@example.org"));
        Assert.AreEqual(Role.Operator, RoleOf(read, "x@example.net"));
        Assert.AreEqual(Role.Viewer, RoleOf(read, "c@example.org"));
        Assert.AreEqual(7000, read.Options().PresenceIntervalMs);
        Assert.IsTrue(read.Options().IsPresenceShort);
        Assert.AreEqual(25, read.Sensors.For("temperature").DeadBand);
        Assert.AreEqual(2, read.Sensors.For("temperature").DeadBandDecimals);
        Assert.IsTrue(read.Sensors.For("humidity").IsPercent);
        Assert.AreEqual(60_000, read.Sensors.For("humidity").MinimumIntervalMs);
        Assert.AreEqual(0, read.Sensors.For("humidity").HeartbeatMs);
    }

    [TestMethod]
    [DataRow("", "", 0)]
    [DataRow("server = host", "host", 5222)]
    [DataRow("server = host\ntls = direct", "host", 5223)]
    [DataRow("server = host:1", "host", 1)]
    [DataRow("server = [::1]", "::1", 5222)]
    [DataRow("server = 127.0.0.1:65535", "127.0.0.1", 65535)]
    public void WhereTheServerIs(string lines, string host, int port)
    {
        DeviceConfiguration read = Read("\uFEFF" + Least + lines);
        Assert.AreEqual(host.Length > 0 ? host : "example.org", read.Endpoint().Host);
        Assert.AreEqual(port, read.Endpoint().Port);
    }

    [TestMethod]
    [DataRow("", false, true)]
    [DataRow("tls = starttls", false, false)]
    [DataRow("tls = direct", true, false)]
    public void WhoDecidesHowTlsBegins(string lines, bool direct, bool either)
    {
        DeviceConfiguration read = Read(Least + lines);
        Assert.AreEqual(direct, read.Endpoint().DirectTls);
        Assert.AreEqual(either, read.Endpoint().EitherTls);
    }

    [TestMethod]
    [DataRow("jidd = x", "c:4: jidd: there is no such key")]
    [DataRow("\n\n= x", "c:6: : there is no such key")]
    [DataRow("nonsense", "c:4: nonsense: write it as key = value")]
    [DataRow("tls =", "c:4: tls: the value is missing")]
    [DataRow("tls = TLS", "c:4: tls: starttls or direct, not TLS")]
    [DataRow("board = other", "c:4: board: already in line 3")]
    [DataRow("server = a b", "c:4: server: host, host:port or [address]:port, not a b")]
    [DataRow("server = host:0", "c:4: server: the port is a number from 1 to 65535, not 0")]
    [DataRow("server = host:", "c:4: server: the port is a number from 1 to 65535, not ")]
    [DataRow("server = ::1", "c:4: server: host, host:port or [address]:port, not ::1")]
    [DataRow("server = []:1", "c:4: server: host, host:port or [address]:port, not []:1")]
    [DataRow("owner = a@b/c", "c:4: owner: an account without a resource")]
    [DataRow("viewers = a@b, ,c@d", "c:4: viewers: an account or a domain, not ")]
    [DataRow("operators = a b", "c:4: operators: an account or a domain, not a b")]
    [DataRow("presence-interval = 0", "c:4: presence-interval: 1 to 86400 seconds, not 0")]
    [DataRow("sensor.a.scale = 0", "c:4: sensor.a.scale: a number with at most three decimals, not 0")]
    [DataRow("sensor.a.alarm-above = 1.2345", "c:4: sensor.a.alarm-above: a number with at most three decimals, not 1.2345")]
    [DataRow("sensor.a.filter = median 16", "c:4: sensor.a.filter: median N or average N, with N from 2 to 15, not median 16")]
    [DataRow("sensor.a.alarm-delay = -1", "c:4: sensor.a.alarm-delay: 0 to 86400 seconds, not -1")]
    [DataRow("actuator.a.at-boot = maybe", "c:4: actuator.a.at-boot: off, on or last, not maybe")]
    [DataRow("actuator.a.maximum-on = 0", "c:4: actuator.a.maximum-on: 1 to 86400 seconds, not 0")]
    [DataRow("actuator.a.fail-safe = -1", "c:4: actuator.a.fail-safe: off, on or a level, not -1")]
    [DataRow("actuator.a.colour = red", "c:4: actuator.a.colour: there is no such key; an actuator has at-boot, maximum-on, interlock, fail-safe and fail-safe-after")]
    [DataRow("presence-form = tiny", "c:4: presence-form: full or short, not tiny")]
    [DataRow("history-interval = 30", "c:4: history-interval: seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not 30")]
    [DataRow("history-interval = 100", "c:4: history-interval: seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not 100")]
    [DataRow("history-interval = 7200", "c:4: history-interval: seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not 7200")]
    [DataRow("history-interval = -60", "c:4: history-interval: seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not -60")]
    [DataRow("history-interval = soon", "c:4: history-interval: seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not soon")]
    [DataRow("presence-interval = soon", "c:4: presence-interval: 1 to 86400 seconds, not soon")]
    [DataRow("sensor.a.interval = -1", "c:4: sensor.a.interval: 0 to 86400 seconds, not -1")]
    [DataRow("sensor.a.heartbeat = x", "c:4: sensor.a.heartbeat: 0 to 86400 seconds, not x")]
    [DataRow("sensor.a.dead-band = -1", "c:4: sensor.a.dead-band: a number such as 0.5, or percent such as 2 %, not -1")]
    [DataRow("sensor.a.dead-band = .5", "c:4: sensor.a.dead-band: a number such as 0.5, or percent such as 2 %, not .5")]
    [DataRow("sensor.a.dead-band = 1.0001", "c:4: sensor.a.dead-band: a number such as 0.5, or percent such as 2 %, not 1.0001")]
    [DataRow("sensor.a.unit = x", "c:4: sensor.a.unit: there is no such key; a sensor has dead-band, interval, heartbeat, scale, offset, filter, expiry, alarm-above, alarm-below, alarm-hysteresis and alarm-delay")]
    [DataRow("sensor.a = x", "c:4: sensor.a: there is no such key")]
    public void FaultIsOneLine(string line, string fault) =>
        Assert.AreEqual(fault, ConfigurationReader.Read("c", Encoding.UTF8.GetBytes(Least + line)).Fault);

    [TestMethod]
    [DataRow("", "c: jid: missing; write jid = device@example.org")]
    [DataRow("jid = device", "c:1: jid: an account such as device@example.org, not device")]
    [DataRow("jid = a@b/c", "c:1: jid: an account without a resource")]
    [DataRow("jid = a@b", "c: password: missing")]
    public void WhatMustBeThere(string text, string fault) =>
        Assert.AreEqual(fault, ConfigurationReader.Read("c", Encoding.UTF8.GetBytes(text)).Fault);

    [TestMethod]
    public void SensorThatTheBoardLacks()
    {
        DeviceConfiguration read = Read(Least + "sensor.button.interval = 1\nsensor.pressure.interval = 1\n");
        Assert.AreEqual("c:5: sensor.pressure: there is no such sensor; there is temperature, button", read.CheckAgainst(new TestBoard()));
    }

    [TestMethod]
    [DataRow("", 300)]
    [DataRow("history-interval = 60", 60)]
    [DataRow("history-interval = 3600", 3600)]
    [DataRow("history-interval = 0", 0)]
    public void HowMuchIsRemembered(string line, int seconds) => Assert.AreEqual(seconds, Read(Least + line).Options().HistorySlotSeconds);

    static DeviceConfiguration Read(string text)
    {
        ConfigurationReader reader = ConfigurationReader.Read("c", Encoding.UTF8.GetBytes(text));
        Assert.AreEqual("", reader.Fault);
        return reader.Configuration;
    }

    static Role RoleOf(DeviceConfiguration configuration, string address)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(address);
        return configuration.Access.RoleOf(bytes, 0, bytes.Length);
    }
}
