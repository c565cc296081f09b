using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Software Version (XEP-0092): what runs here.</summary>
public sealed class SoftwareVersion : IIqHandler
{
    readonly string name;
    readonly string version;
    readonly string system;

    /// <summary>Tells this.</summary>
    /// <param name="name">Of the software.</param>
    /// <param name="version">Of the software.</param>
    /// <param name="system">What it runs on; empty to keep it to ourselves.</param>
    public SoftwareVersion(string name, string version, string system)
    {
        this.name = name;
        this.version = version;
        this.system = system;
    }

    public int Payload => XmlCursor.Name(Ns.Version, Word.Query);

    public int Feature => Ns.Version;

    public int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        answer.Start(Word.Query, Ns.Version);
        answer.Element(Word.Name, name);
        answer.Element(Word.Version, version);
        if (system.Length > 0)
            answer.Element(Word.Os, system);
        answer.End();
        return StanzaError.None;
    }
}
