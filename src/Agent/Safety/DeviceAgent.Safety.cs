using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent whose actuators are watched over.</summary>
public sealed partial class DeviceAgent
{
    ActuatorGuard guard = null!;

    partial void WatchOver(ActuatorChannel[] actuators) =>
        guard = new ActuatorGuard(actuators, options.Actuators, clock, log, options.Store);

    partial void Guard(ref int wait)
    {
        int due = guard.RunDue(session.State == SessionState.Online);
        if (due < wait)
            wait = due;
    }

    partial void EndGuard() => guard.End();
}
