using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A client's wish to go on with a session whose connection is lost (XEP-0198 §5).</summary>
/// <param name="account">Who has logged in: nobody resumes the session of another.</param>
/// <param name="resume">The request.</param>
sealed class Resumption(Router router, Account account, XElement resume)
{
    /// <summary>What the client is told; null before <see cref="RunAsync"/>.</summary>
    public XElement? Answer { get; private set; }

    /// <summary>Takes the session from the connection that it may have, and prepares it for another.</summary>
    /// <returns>Null when there is no such session.</returns>
    /// <exception cref="StreamException">The client has acknowledged what it was not sent.</exception>
    public async Task<Session?> RunAsync()
    {
        string id = (string?)resume.Attribute("previd") ?? "";
        Session? session = router.FindResumable(account, id, out uint? handled);
        if (session?.Connection is { } connection)
            await connection.LoseAsync();
        if (session is null || !router.TakeUp(session) || !uint.TryParse((string?)resume.Attribute("h"), out uint received))
        {
            Answer = new XElement(Names.StreamManagement + "failed", new XElement(Names.StanzaErrors + "item-not-found"));
            Answer.SetAttributeValue("h", handled);
            return null;
        }

        session.Outbox.Rewind(received);
        Answer = new XElement(
            Names.StreamManagement + "resumed", new XAttribute("h", session.Handled), new XAttribute("previd", id));
        return session;
    }
}
