namespace Presentity.Agent;

/// <summary><c>publish</c>, <c>name</c>, <c>location</c>, <c>place</c></summary>
public sealed partial class DeviceConfiguration
{
    /// <summary><c>publish</c></summary>
    public PersonalAccess Personal;

    /// <summary><c>name</c></summary>
    public string Name = "";

    /// <summary><c>location</c>, the first number.</summary>
    public string Latitude = "";

    /// <summary><c>location</c>, the second number.</summary>
    public string Longitude = "";

    /// <summary><c>place</c></summary>
    public string Place = "";

    partial void EquipMachines(AgentOptions agent)
    {
        agent.Personal = Personal;
        agent.Name = Name;
        agent.Latitude = Latitude;
        agent.Longitude = Longitude;
        agent.Place = Place;
    }
}
