using System;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>The end of a stream: with an error (RFC 6120 §4.9), or because the client has closed it.</summary>
/// <param name="condition">An element name of RFC 6120 §4.9.3.</param>
/// <param name="text">For people; empty for none.</param>
sealed class StreamException(string condition, string text = "") : Exception(text.Length > 0 ? $"{condition} ({text})" : condition)
{
    const string ClosedByClient = "closed by the client";

    // What stands in the condition.
    string content = "";

    /// <summary>The client has said <c>&lt;/stream:stream&gt;</c>.</summary>
    public static StreamException Closed => new(ClosedByClient);

    /// <summary>The client is to go to another host.</summary>
    public static StreamException SeeOtherHost(string place) => new("see-other-host") { content = place };

    /// <summary>The client has acknowledged what it was not sent (XEP-0198 §4).</summary>
    public static StreamException HandledTooHigh(uint handled, uint sent) => new("undefined-condition")
    {
        Specific = new XElement(
            Names.StreamManagement + "handled-count-too-high", new XAttribute("h", handled), new XAttribute("send-count", sent)),
    };

    /// <summary>An application's own condition beside the other (RFC 6120 §4.9.4); null for none.</summary>
    public XElement? Specific { get; init; }

    /// <summary>The last that the server says on the stream.</summary>
    public string ToStream()
    {
        if (condition == ClosedByClient)
            return StreamText.Close;
        var error = new XElement(Names.Streams + "error", new XElement(Names.StreamErrors + condition, content));
        if (text.Length > 0)
            error.Add(new XElement(Names.StreamErrors + "text", new XAttribute(XNamespace.Xml + "lang", "en"), text));
        error.Add(Specific);
        return StreamText.Of(error) + StreamText.Close;
    }
}
