namespace Presentity.Agent;

/// <summary>What is published beside presence, at the device's account (XEP-0163).</summary>
public sealed partial class AgentOptions
{
    /// <summary>Whether anything is, and who may see it.</summary>
    public PersonalAccess Personal;

    /// <summary>What the device wants to be called (XEP-0172); empty for nothing.</summary>
    public string Name = "";

    /// <summary>Where it is (XEP-0080): degrees north, as people write them; empty when that is not to be told.</summary>
    public string Latitude = "";

    /// <summary>Degrees east.</summary>
    public string Longitude = "";

    /// <summary>Where it is, in words; empty when that is not to be told.</summary>
    public string Place = "";
}

/// <summary>Who may see what is published at the device's account.</summary>
public enum PersonalAccess
{
    /// <summary>Whoever sees its presence.</summary>
    Presence,

    /// <summary>The accounts on its access list, each by name.</summary>
    Whitelist,

    /// <summary>Nobody: nothing is published.</summary>
    Off,
}
