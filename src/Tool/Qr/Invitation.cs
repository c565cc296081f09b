using System.Collections.Generic;
using Presentity.Agent;
using Presentity.Xmpp;

namespace Presentity.Tool.Qr;

/// <summary>What a client that is given it does: it adds the device as a contact (XEP-0147).</summary>
static class Invitation
{
    /// <summary>The invitation to a device; while nobody is configured as its owner, with the code that makes whoever brings it the
    /// owner (XEP-0379 §3.1).</summary>
    internal static XmppUri To(DeviceConfiguration configuration)
    {
        List<(string, string)> pairs = [];
        if (configuration.Name.Length > 0)
            pairs.Add(("name", configuration.Name));
        if (configuration.Claim.Length > 0 && !configuration.Access.HasOwner)
            pairs.Add(("preauth", configuration.Claim));
        return new XmppUri(configuration.Jid!, XmppQuery.Roster, [.. pairs]);
    }
}
