namespace Presentity.Xmpp;

/// <summary>The chip has no more words than both platforms have.</summary>
public static partial class Vocabulary
{
    const string MoreNames = "";
}
