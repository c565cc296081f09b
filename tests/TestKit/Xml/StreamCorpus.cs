using System.Text;

namespace Presentity.TestKit;

/// <summary>Streams as a server sends them to a client, made from a seed: declaration, header, stanzas, end.</summary>
public static class StreamCorpus
{
    /// <summary>What each stream begins with.</summary>
    public const string Header =
        "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
        + "from='house.example' to='hall@house.example' id='s-4f2c09' version='1.0' xml:lang='en'>";

    /// <summary>What each stream ends with.</summary>
    public const string End = "</stream:stream>";

    /// <summary>A stream of at least this many bytes, and at most one stanza more.</summary>
    public static byte[] Make(StreamKind kind, int bytes, int seed = 1)
    {
        var dice = new Dice(seed);
        var stream = new StringBuilder(Header);
        int written = stream.Length + End.Length;
        while (written < bytes)
        {
            string stanza = Stanza(kind, dice);
            stream.Append(stanza);
            written += Encoding.UTF8.GetByteCount(stanza);
        }

        return Encoding.UTF8.GetBytes(stream.Append(End).ToString());
    }

    /// <summary>A stream of this many stanzas.</summary>
    public static string Document(StreamKind kind, int stanzas, Dice dice)
    {
        var stream = new StringBuilder(Header);
        for (int i = 0; i < stanzas; i++)
            stream.Append(Stanza(kind, dice));
        return stream.Append(End).ToString();
    }

    /// <summary>One stanza.</summary>
    public static string Stanza(StreamKind kind, Dice dice) => kind switch
    {
        StreamKind.Chatty => ChattyStanzas.Make(dice),
        StreamKind.Presence => PresenceStanzas.Make(dice),
        StreamKind.Text => TextStanzas.Make(dice),
        StreamKind.Forms => FormStanzas.Make(dice),
        _ => WideStanzas.Make(dice),
    };
}
