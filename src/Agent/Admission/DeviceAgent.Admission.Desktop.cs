namespace Presentity.Agent;

/// <summary>What else follows on the desktop: others are approved in advance.</summary>
public sealed partial class DeviceAgent
{
    partial void ExpectOthers() => roster.Expect(options.Access.Accounts(session.Account));
}
