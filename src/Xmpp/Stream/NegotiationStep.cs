using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One stream feature that a session goes through on its way in (RFC 6120 §4.3). The order of a session's steps is
/// its policy: the next one must be offered when its turn has come.</summary>
public abstract class NegotiationStep
{
    /// <summary>A step that ends the session so when it fails, or is not offered.</summary>
    /// <param name="failureKind">How the session ends.</param>
    /// <param name="isSecret">Whether what the step exchanges must not be logged.</param>
    protected NegotiationStep(SessionEnd failureKind, bool isSecret)
    {
        FailureKind = failureKind;
        IsSecret = isSecret;
    }

    /// <summary>Whether what the step exchanges must not be logged.</summary>
    public readonly bool IsSecret;

    /// <summary>How the session ends when the step fails, or is not offered.</summary>
    public readonly SessionEnd FailureKind;

    /// <summary>Why the step failed, or what it means that it is not offered: one clear line for a person.</summary>
    public string Failure = "";

    /// <summary>Whether the step has nothing to do on this connection.</summary>
    public virtual bool IsDone(bool isSecure) => false;

    /// <summary>Whether the server offers it.</summary>
    /// <param name="features">At <c>&lt;stream:features/></c>; may be moved.</param>
    public abstract bool IsOffered(XmlCursor features);

    /// <summary>Begins: writes what opens the exchange.</summary>
    public abstract StepResult Begin(XmlWriter writer);

    /// <summary>Takes the server's next element, and may write an answer.</summary>
    /// <param name="element">At the element; may be moved.</param>
    /// <param name="writer">Empty; what is in it after the call is sent.</param>
    public abstract StepResult Receive(XmlCursor element, XmlWriter writer);
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

    /// <summary>See <see cref="NegotiationStep.Failure"/>.</summary>
    Failed,
}
