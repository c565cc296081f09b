using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What the server offers beside what is negotiated, for the desktop alone.</summary>
public sealed partial class XmppSession
{
    /// <summary>Whether the server has roster versions (RFC 6121 §2.6.1), by the last features of the stream.</summary>
    public bool OffersRosterVersioning { get; private set; }

    /// <summary>Whether the server takes approvals in advance (RFC 6121 §3.4.1), by the last features of the stream.</summary>
    public bool OffersPreApproval { get; private set; }

    partial void NoteFeatures()
    {
        int features = cursor.Node;
        OffersRosterVersioning = Offers(features, Ns.RosterVersioning, Word.Ver);
        OffersPreApproval = Offers(features, Ns.PreApproval, Word.Sub);
        cursor.MoveTo(features);
    }

    bool Offers(int features, int space, int name)
    {
        cursor.MoveTo(features);
        return cursor.MoveToChild(space, name);
    }
}
