using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that has an icon.</summary>
public sealed partial class DeviceAgent
{
    partial void AddIcon(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto, ref PersonalItem[] items)
    {
        Icon icon = Icon.Of(sensors.Length > 0, actuators.Length > 0, crypto);
        items = [.. items, new AvatarData(icon), new AvatarMetadata(icon)];
    }
}
