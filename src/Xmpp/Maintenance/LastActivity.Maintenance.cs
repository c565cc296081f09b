using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Who has changed what is kept.</summary>
public sealed partial class LastActivity
{
    /// <summary>Where to; null for nowhere.</summary>
    public CommandLog? Changes;

    partial void Record(Stanza request, string what, string result)
    {
        XmlCursor cursor = request.Cursor;
        Changes?.Note(cursor.Bytes, cursor.Start(request.From), cursor.Length(request.From), what, result);
    }
}
