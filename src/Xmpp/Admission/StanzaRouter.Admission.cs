using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Who is let in, and how often.</summary>
public sealed partial class StanzaRouter
{
    /// <summary>How the device gets its first owner; null for not in this way.</summary>
    public IClaim? Claim;

    /// <summary>How often anybody may ask; null for as often as he likes.</summary>
    public RateLimit? Limit;

    int waitOf;
    byte[] waitText = null!;

    /// <summary>While nobody owns the device, a stranger may run the command that takes the code, and see it in the list, where he sees
    /// nothing else. All other requests of his are answered as ever.</summary>
    partial void LetIn(Stanza iq, ref bool mayAsk)
    {
        if (mayAsk || Claim == null || !Claim.IsOpen || iq.From == XmlCursor.None || iq.Children == 0)
            return;
        XmlCursor payload = iq.AtPayload();
        int node = payload.Attribute(Word.Node);
        mayAsk = iq.IsSet
            ? payload.Is(Ns.Commands, Word.Command) && payload.ValueEquals(node, Claim.Node, 0, Claim.Node.Length)
            : payload.Is(Ns.DiscoItems, Word.Query) && payload.Word(node) == Ns.Commands;
    }

    /// <summary>What is one too many is not looked at, and refused without anything new on the heap. Our own server is not counted: what
    /// it asks comes of what we do.</summary>
    partial void CheckRate(Stanza iq, ref bool isRefused)
    {
        if (Limit == null || iq.IsFromOwnServer(session.Account))
            return;
        int wait = Limit.Take(iq);
        if (wait == 0)
            return;
        isRefused = true;
        if (Limit.IsFirst)
            log.Write(LogLevel.Warning, "too many requests from " + iq.FromText());
        if (wait != waitOf)
            waitText = Encoding.UTF8.GetBytes("too many requests; ask again in " + wait.ToString() + " s");
        waitOf = wait;
        XmlWriter writer = BeginError(iq);
        StanzaError.Start(writer, StanzaError.ResourceConstraint, "");
        writer.Start(Word.Text, Ns.Stanzas);
        writer.Text(waitText, 0, waitText.Length);
        writer.End();
        writer.End();
        writer.End();
        session.SendStanza(mayGo: true);
    }
}
