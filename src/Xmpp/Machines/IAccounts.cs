namespace Presentity.Xmpp;

/// <summary>Accounts, one after the other.</summary>
public interface IAccounts
{
    /// <summary>The next one.</summary>
    /// <param name="at">0 for the first; moved on.</param>
    /// <returns>Null behind the last.</returns>
    Jid? NextAccount(ref int at);
}
