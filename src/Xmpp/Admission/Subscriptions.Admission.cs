using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Pre-Authenticated Roster Subscription (XEP-0379): a request that brings the claim code with it.</summary>
public sealed partial class Subscriptions
{
    /// <summary>How the device gets its first owner; null for not in this way.</summary>
    public IClaim? Claim;

    partial void Admit(Stanza request)
    {
        if (Claim == null || !Claim.IsOpen)
            return;
        XmlCursor cursor = request.AtTop();
        if (cursor.MoveToChild(Ns.Pars, Word.Preauth)
            && Claim.TryClaim(cursor.Bytes, cursor.Start(request.From), cursor.Length(request.From), cursor.ToString(cursor.Attribute(Word.Token))))
            request.Role = Role.Owner;
    }
}
