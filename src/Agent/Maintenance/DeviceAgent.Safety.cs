using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The commands of an agent whose actuators are watched over.</summary>
public sealed partial class DeviceAgent
{
    partial void AddForActuators(ActuatorChannel[] actuators, ref Command[] all) => Add(ref all, new Timer(actuators));
}
