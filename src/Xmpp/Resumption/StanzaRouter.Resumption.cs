namespace Presentity.Xmpp;

/// <summary>Answers that outlive the connection (XEP-0198 §4): a command's answer is kept until the server has it, or is not promised.</summary>
public sealed partial class StanzaRouter
{
    // An error with a text, without id and address.
    const int ErrorBytes = 256;

    /// <summary>What changes something is not done while there is no room to keep the answer: it can be asked again.</summary>
    partial void CheckRoom(Stanza iq, ref int error)
    {
        if (iq.IsSet && !session.CanKeep(ErrorBytes + iq.Cursor.Length(iq.Id) + iq.Cursor.Length(iq.From)))
            error = StanzaError.ResourceConstraint;
    }

    /// <summary>An answer that is too long to be kept was sent all the same: should it be lost with the connection, this is told instead.</summary>
    partial void Answered(Stanza iq)
    {
        if (!iq.IsSet || session.HasKept)
            return;
        iq.ErrorText = "done; the answer was lost with the connection";
        WriteError(iq, StanzaError.ResourceConstraint);
        session.KeepInstead();
    }
}
