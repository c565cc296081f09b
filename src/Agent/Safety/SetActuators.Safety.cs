namespace Presentity.Agent;

/// <summary>A form that would switch on two that exclude each other has a fault.</summary>
public sealed partial class SetActuators
{
    partial void CheckTogether(ref string fault)
    {
        for (int i = 0; i < wanted.Length; i++)
            for (int other = i + 1; other < wanted.Length; other++)
                if (wanted[i] > 0 && wanted[other] > 0 && actuators[i].Policy.Interlock.Length > 0
                    && actuators[i].Policy.Interlock == actuators[other].Policy.Interlock)
                    fault = actuators[i].Actuator.Name + " and " + actuators[other].Actuator.Name + " must not be on together";
    }
}
