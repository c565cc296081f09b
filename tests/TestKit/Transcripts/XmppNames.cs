using Presentity.Xmpp;

namespace Presentity.TestKit;

/// <summary>The names of values of the enums of Xmpp: on the chip an enum has none.</summary>
public static class XmppNames
{
    const string States = "Closed Negotiating Online Closing";
    const string Ends = "None Closed ClosedByServer Network Tls Authentication StreamError Violation TimedOut";
    const string Roles = "None Viewer Operator Owner Nobody";

    public static string Of(SessionState state) => States.Split(' ')[(int)state];

    public static string Of(SessionEnd end) => Ends.Split(' ')[(int)end];

    public static string Of(Role role) => Roles.Split(' ')[(int)role];
}
