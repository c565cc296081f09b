using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One stream feature that a session goes through on its way in (RFC 6120 §4.3). The order of a session's steps is
/// its policy: the next one must be offered when its turn has come.</summary>
public interface INegotiationStep
{
    /// <summary>Whether the step has nothing to do on this connection.</summary>
    bool IsDone(bool isSecure);

    /// <summary>Whether the server offers it.</summary>
    /// <param name="features">At <c>&lt;stream:features/></c>; may be moved.</param>
    bool IsOffered(XmlCursor features);

    /// <summary>Begins: writes what opens the exchange.</summary>
    StepResult Begin(XmlWriter writer);

    /// <summary>Takes the server's next element, and may write an answer.</summary>
    /// <param name="element">At the element; may be moved.</param>
    /// <param name="writer">Empty; what is in it after the call is sent.</param>
    StepResult Receive(XmlCursor element, XmlWriter writer);

    /// <summary>Whether what the step exchanges must not be logged.</summary>
    bool IsSecret { get; }

    /// <summary>How the session ends when the step fails, or is not offered.</summary>
    SessionEnd FailureKind { get; }

    /// <summary>Why the step failed, or what it means that it is not offered: one clear line for a person.</summary>
    string Failure { get; }
}

/// <summary>What a step came to.</summary>
public enum StepResult
{
    /// <summary>The server's next element belongs to this step.</summary>
    Waiting,

    /// <summary>TLS is to be put under the connection, then the stream starts anew (RFC 6120 §5.4.3.3).</summary>
    SecureTransport,

    /// <summary>The stream starts anew (RFC 6120 §6.4.6).</summary>
    RestartStream,

    /// <summary>Done; the next step has its turn on the same stream.</summary>
    Finished,

    /// <summary>See <see cref="INegotiationStep.Failure"/>.</summary>
    Failed,
}
