using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The readings as an item of the account (XEP-0323 in XEP-0163), as often as presence is sent and with the same in it: for
/// programs that want the readings and not the presence.</summary>
public sealed class PersonalReadings : PersonalItem
{
    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    readonly IClock clock;
    int number;

    public PersonalReadings(SensorChannel[] sensors, ActuatorChannel[] actuators, IClock clock)
        : base(Ns.SensorData)
    {
        this.sensors = sensors;
        this.actuators = actuators;
        this.clock = clock;
        IsDue = false;
    }

    public override void Write(XmlWriter item) => SensorFields.Write(item, sensors, actuators, clock.UnixSeconds, ++number);
}
