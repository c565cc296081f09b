using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Answers the IQ requests of one payload. <see cref="Ping"/> shows the shape.</summary>
/// <remarks>A handler cannot forget to answer, nor answer twice: <see cref="StanzaRouter"/> writes the stanza around what the
/// handler writes, or the error that it returns.</remarks>
public abstract partial class IqHandler
{
    /// <summary>For this payload.</summary>
    /// <param name="payloadNamespace">A word.</param>
    /// <param name="payloadName">A word.</param>
    /// <param name="feature">The feature that service discovery tells of it (XEP-0030 §3.1): a word; 0 for none.</param>
    protected IqHandler(int payloadNamespace, int payloadName, int feature)
    {
        Payload = XmlCursor.Name(payloadNamespace, payloadName);
        Feature = feature;
    }

    /// <summary>Expanded name of the payload: <see cref="XmlCursor.Name"/>.</summary>
    public readonly int Payload;

    /// <summary>The feature that service discovery tells of it (XEP-0030 §3.1): a word; 0 for none.</summary>
    public readonly int Feature;

    /// <summary>Answers one request from a sender who has a role.</summary>
    /// <param name="request">An IQ of type get or set with this payload and nothing else; holds during the call.</param>
    /// <param name="answer">Inside the result: a payload may be written, or nothing.</param>
    /// <returns><see cref="StanzaError.None"/>, or the error to answer instead of what was written.</returns>
    public abstract int Answer(Stanza request, XmlWriter answer);
}

/// <summary>Takes the presence, or the messages, that others send.</summary>
public interface IStanzaHandler
{
    /// <summary>One stanza; it holds during the call. No answer is due.</summary>
    void Receive(Stanza stanza);
}

/// <summary>Waits for the answer to an IQ of ours.</summary>
public interface IIqReply
{
    /// <summary>The answer: type result or error. One larger than the tape comes in several calls, the last of which is not
    /// <see cref="Stanza.IsPartial"/>.</summary>
    void Receive(Stanza answer);

    /// <summary>No answer came in time, or the session ended before it did.</summary>
    void Abandoned();
}
