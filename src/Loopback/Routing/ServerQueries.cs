using System;
using System.Linq;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>What the server answers for itself: discovery (XEP-0030), ping (0199), version (0092), time (0202), legacy session.</summary>
sealed class ServerQueries(TimeProvider clock)
{
    static readonly string[] Features =
    [
        Names.DiscoInfo.NamespaceName, Names.DiscoItems.NamespaceName, Names.Roster.NamespaceName,
        Names.Ping.NamespaceName, Names.Version.NamespaceName, Names.Time.NamespaceName,
    ];

    /// <summary>Answers a discovery of what something is.</summary>
    public static XElement Info(XElement iq, string category, string type)
    {
        if (iq.Payload().Attribute("node") is not null)
            return iq.Error("cancel", "item-not-found");
        return iq.Result(new XElement(
            Names.DiscoInfo + "query",
            new XElement(Names.DiscoInfo + "identity", new XAttribute("category", category), new XAttribute("type", type)),
            Features.Select(feature => new XElement(Names.DiscoInfo + "feature", new XAttribute("var", feature)))));
    }

    /// <summary>Answers a request.</summary>
    /// <returns>Null when the server does not know what it is about.</returns>
    public XElement? Answer(XElement iq)
    {
        XName name = iq.Payload().Name;
        if (iq.Type() == "set")
            return name == Names.Session + "session" ? iq.Result() : null;
        if (name == Names.Ping + "ping")
            return iq.Result();
        if (name == Names.DiscoInfo + "query")
            return Info(iq, "server", "im");
        if (name == Names.DiscoItems + "query")
            return iq.Result(new XElement(name));
        if (name == Names.Version + "query")
            return iq.Result(Version());
        return name == Names.Time + "time" ? iq.Result(Time()) : null;
    }

    static XElement Version() => new(
        Names.Version + "query",
        new XElement(Names.Version + "name", "Presentity Loopback"),
        new XElement(Names.Version + "version", typeof(ServerQueries).Assembly.GetName().Version!.ToString(3)));

    XElement Time()
    {
        DateTimeOffset now = clock.GetLocalNow();
        return new XElement(
            Names.Time + "time",
            new XElement(Names.Time + "tzo", now.ToString("zzz")),
            new XElement(Names.Time + "utc", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    }
}
