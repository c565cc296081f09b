namespace Presentity.Xmpp.Tests;

/// <summary>Four people: <c>owner</c>, <c>operator</c> and <c>viewer</c>, each <c>@example.com</c>, and everybody else.</summary>
sealed class TestAccess : IAccess
{
    readonly Jid owner = Jid.Parse("owner@example.com")!;
    readonly Jid @operator = Jid.Parse("operator@example.com")!;
    readonly Jid viewer = Jid.Parse("viewer@example.com")!;

    public Role RoleOf(byte[] address, int start, int length)
    {
        if (owner.MatchesBare(address, start, length))
            return Role.Owner;
        if (@operator.MatchesBare(address, start, length))
            return Role.Operator;
        return viewer.MatchesBare(address, start, length) ? Role.Viewer : Role.None;
    }

}
