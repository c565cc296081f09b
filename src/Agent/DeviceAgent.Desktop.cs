using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What a device has on the desktop and not on the chip.</summary>
public sealed partial class DeviceAgent
{
    partial void Extend()
    {
        roster.Expect(options.Access.Accounts(session.Account));
        session.Router!.Messages = new MessageLog(log);
    }
}
