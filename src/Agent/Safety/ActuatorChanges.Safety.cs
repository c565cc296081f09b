namespace Presentity.Agent;

/// <summary>Whoever would switch on two that exclude each other is told so, and neither is switched.</summary>
public sealed partial class ActuatorChanges
{
    partial void CheckTogether()
    {
        for (int i = 0; i < wanted.Length; i++)
            for (int other = i + 1; other < wanted.Length; other++)
                if (wanted[i] > 0 && wanted[other] > 0 && actuators[i].Policy.Interlock.Length > 0
                    && actuators[i].Policy.Interlock == actuators[other].Policy.Interlock)
                {
                    Wrong = i;
                    Text = actuators[i].Actuator.Name + " and " + actuators[other].Actuator.Name + " must not be on together";
                }
    }
}
