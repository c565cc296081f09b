using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Software Version (XEP-0092): what runs here.</summary>
public sealed class SoftwareVersion : IqHandler
{
    readonly byte[] name;
    readonly byte[] version;
    readonly byte[] system;

    /// <summary>Tells this.</summary>
    /// <param name="name">Of the software.</param>
    /// <param name="version">Of the software.</param>
    /// <param name="system">What it runs on; empty to keep it to ourselves.</param>
    public SoftwareVersion(string name, string version, string system)
        : base(Ns.Version, Word.Query, Ns.Version)
    {
        this.name = Encoding.UTF8.GetBytes(name);
        this.version = Encoding.UTF8.GetBytes(version);
        this.system = Encoding.UTF8.GetBytes(system);
    }

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        answer.Start(Word.Query, Ns.Version);
        Write(answer, Word.Name, name);
        Write(answer, Word.Version, version);
        if (system.Length > 0)
            Write(answer, Word.Os, system);
        answer.End();
        return StanzaError.None;
    }

    static void Write(XmlWriter answer, int element, byte[] text)
    {
        answer.Start(element);
        answer.Text(text, 0, text.Length);
        answer.End();
    }
}
