using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What a handler may do besides answering.</summary>
public abstract partial class IqHandler
{
    /// <summary>The answer has been sent: what has to follow it, a message, can be sent now.</summary>
    /// <param name="request">As it was answered; holds during the call.</param>
    public virtual void Follow(Stanza request)
    {
    }

    /// <summary>Writes an error with more in it than a condition and a text.</summary>
    /// <param name="request">That was refused, by <see cref="Answer"/> or before it came there.</param>
    /// <param name="error">The error, as <see cref="Answer"/> returned it.</param>
    /// <param name="writer">Inside the stanza, where <c>&lt;error/></c> is to stand.</param>
    /// <returns>False when nothing was written: the usual will do.</returns>
    public virtual bool WriteError(Stanza request, int error, XmlWriter writer) => false;
}
