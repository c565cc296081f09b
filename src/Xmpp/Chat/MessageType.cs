namespace Presentity.Xmpp;

/// <summary>The five types of message (RFC 6121 §5.2.2).</summary>
public static class MessageType
{
    /// <summary>The type of a message: <see cref="Word.Chat"/>, <see cref="Word.Error"/>, <see cref="Word.Groupchat"/>,
    /// <see cref="Word.Headline"/>, or else <see cref="Word.Normal"/>, as of one without a type or with an unknown one.</summary>
    public static int Of(Stanza message) =>
        message.Type is Word.Chat or Word.Error or Word.Groupchat or Word.Headline ? message.Type : Word.Normal;
}
