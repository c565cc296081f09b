namespace Presentity.TestKit;

/// <summary>What the stanzas of a generated stream are like.</summary>
public enum StreamKind
{
    /// <summary>All sorts, as one client sees them in a day: presence, pings, chats, results of many extensions; about 260 bytes each.</summary>
    Chatty,

    /// <summary>One form of a sensor's presence, with numbers that vary; about 340 bytes.</summary>
    Presence,

    /// <summary>Long bodies and in-band blocks; about 2.6 KB.</summary>
    Text,

    /// <summary>Command results with forms of 3 to 13 fields, many attributes; about 1.5 KB.</summary>
    Forms,

    /// <summary>Cyrillic, Chinese, Japanese and emoji text with many references; about 700 bytes.</summary>
    Utf8,
}
