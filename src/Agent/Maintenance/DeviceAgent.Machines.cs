using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that is given a name and a place.</summary>
public sealed partial class DeviceAgent
{
    DiscoInfo named = null!;
    ICrypto namedBy = null!;
    XmlVocabulary words = null!;
    string model = "";

    partial void AddForMachines(ref Command[] all) => Add(ref all, new NameAndLocation(this, settings));

    partial void Introduce(DiscoInfo info, ICrypto crypto, XmlVocabulary vocabulary)
    {
        named = info;
        namedBy = crypto;
        words = vocabulary;
        model = info.Name;
        if (options.Name.Length > 0)
            Rename();
    }

    /// <summary>Tells everybody what the device is called now, and where it is: in presence, whose capabilities have changed, and at its
    /// account.</summary>
    internal void TellNameAndLocation()
    {
        Rename();
        nick?.Set(options.Name, "", "");
        place?.Set(options.Latitude, options.Longitude, options.Place);
        publisher.Begin();
    }

    void Rename()
    {
        named.Rename(options.Name.Length > 0 ? options.Name : model);
        publisher.Capabilities = new EntityCapabilities(namedBy, named, CapabilitiesNode, words);
        named.Answer(publisher.Capabilities);
    }
}
