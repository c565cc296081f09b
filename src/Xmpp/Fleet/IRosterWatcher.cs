using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Is shown each contact of the roster: all of them when it has come, and later each that changes.</summary>
public interface IRosterWatcher
{
    /// <summary>The roster has come.</summary>
    /// <param name="isWhole">Whether its contacts follow; otherwise it is as it was seen last.</param>
    void Begin(bool isWhole);

    /// <summary>A contact, before it is decided whether it may be there.</summary>
    /// <param name="item">At the contact, where it must be left.</param>
    /// <param name="isPush">Whether it has just changed.</param>
    void See(XmlCursor item, bool isPush);

    /// <summary>Those were all.</summary>
    void End();
}
