using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>A stream that waits to be resumed, as lines of text in UTF-8 that outlive the process: whose it is and where, its id,
/// counters, and the stanzas that are not acknowledged.</summary>
static class SavedStream
{
    const string Version = "presentity stream 1";
    const int FirstStanza = 9;

    /// <summary>Writes it.</summary>
    internal static byte[] Write(StreamManagement management, Jid bound, ServerEndpoint endpoint, int lastId)
    {
        UnackedStanzas unacked = management.Unacked;
        StringBuilder text = new StringBuilder();
        text.Append(Version + "\n" + bound.ToString() + "\n" + Place(endpoint) + "\n" + management.IdText + "\n" + management.Location + "\n"
            + management.Handled.ToString() + "\n" + management.Acknowledged.ToString() + "\n" + management.Expires.ToString() + "\n"
            + lastId.ToString() + "\n");
        int start = 0;
        int length;
        for (int i = 0; (length = unacked.Entry(i)) != 0; i++)
        {
            // A stanza has no line ends: the writer escapes them.
            text.Append((length < 0 ? length.ToString() : Encoding.UTF8.GetString(unacked.Bytes, start, length)) + "\n");
            start += length < 0 ? 0 : length;
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads it.</summary>
    /// <returns>The address that the stream is bound to; null, with nothing changed, when the text is not for this account and server.</returns>
    internal static Jid? Read(byte[] state, StreamManagement management, Jid account, ServerEndpoint endpoint, out int lastId)
    {
        lastId = 0;
        string[] lines = Encoding.UTF8.GetString(state, 0, state.Length).Split('\n');
        if (lines.Length <= FirstStanza || lines[0] != Version || lines[2] != Place(endpoint) || lines[3].Length == 0)
            return null;
        Jid? bound = Jid.Parse(lines[1]);
        if (bound == null || !bound.HasResource || bound.BareLength != account.BareLength || !account.MatchesBare(bound.Bytes, 0, bound.Bytes.Length)
            || !uint.TryParse(lines[5], out uint handled) || !uint.TryParse(lines[6], out uint acknowledged)
            || !long.TryParse(lines[7], out long expires) || !int.TryParse(lines[8], out lastId))
            return null;
        management.Handled = handled;
        management.Acknowledged = acknowledged;
        management.Expires = expires;
        management.Location = lines[4];
        management.IdText = lines[3];
        for (int i = FirstStanza; i < lines.Length - 1; i++)
        {
            byte[] stanza = Encoding.UTF8.GetBytes(lines[i]);
            if (int.TryParse(lines[i], out int lost))
                management.Unacked.Lose(lost);
            else
                management.Unacked.Keep(stanza, stanza.Length, mayGo: false);
        }

        return bound;
    }

    static string Place(ServerEndpoint endpoint) => endpoint.Host + ":" + endpoint.Port.ToString();
}
