using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What a stanza of type error says.</summary>
public static class StanzaFault
{
    /// <summary>The condition's name, with the text for people where there is one.</summary>
    /// <param name="stanza">Of type error.</param>
    /// <param name="condition">The word of the condition; 0 when it is none that is known.</param>
    public static string Of(Stanza stanza, out int condition)
    {
        condition = 0;
        XmlCursor top = stanza.AtTop();
        return top.MoveToChild(Ns.Client, Word.Error) ? StreamHeader.Describe(top, Ns.Stanzas, out condition) : "no reason";
    }
}
