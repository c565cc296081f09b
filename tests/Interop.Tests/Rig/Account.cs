namespace Presentity.Interop.Tests.Rig;

/// <summary>An account on the test server: bare JID and password.</summary>
public sealed record Account(string Jid, string Password);
