using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>A server that sends its client to another host (RFC 6120 §4.9.3.19).</summary>
/// <remarks>Followed under TLS alone, since before it anybody may have said so; to a host that proves to be of the same domain, as
/// every connection has to; and not for ever.</remarks>
public sealed partial class XmppSession
{
    const int MostRedirects = 3;

    ServerEndpoint? otherHost;
    int redirects;
    bool isDirect;

    /// <summary>Where a stream error sends us.</summary>
    /// <param name="error">At the error; moved.</param>
    /// <returns>Null when it does not, or nowhere that we go.</returns>
    ServerEndpoint? Elsewhere(XmlCursor error)
    {
        if (!transport.IsSecure || redirects == MostRedirects || !error.MoveToChild(Ns.StreamErrors, Word.SeeOtherHost))
            return null;
        int place = error.Text();
        return place == XmlCursor.None ? null : At(error.ToString(place).Trim());
    }

    /// <summary>A place that the server has named: a host with or without a port.</summary>
    /// <returns>Null when it is none.</returns>
    ServerEndpoint? At(string place)
    {
        HostAndPort? other = HostAndPort.Parse(place);
        return other == null || other.Port < 0
            ? null : new ServerEndpoint(other.Host, other.Port, options.Account.HostName, isDirect, true);
    }

    /// <summary>Goes there: at once while negotiating, otherwise with the next <see cref="Open"/>.</summary>
    /// <returns>False when this session is to end.</returns>
    bool Follow(ServerEndpoint elsewhere, string text)
    {
        if (State != SessionState.Negotiating)
        {
            otherHost = elsewhere;
            return false;
        }

        redirects++;
        log.Write(LogLevel.Info, text);
        transport.Close();
        Connect(elsewhere);
        return true;
    }
}
