using Presentity.Platform;

namespace Presentity.Agent;

/// <summary><c>actuator.NAME.*</c></summary>
public sealed partial class DeviceConfiguration
{
    /// <summary><c>actuator.NAME.*</c></summary>
    public readonly ActuatorSettings Actuators = new ActuatorSettings();

    partial void EquipActuators(AgentOptions agent) => agent.Actuators = Actuators;

    partial void CheckActuators(IBoard board, ref string fault)
    {
        for (int i = 0; i < Actuators.Own.Length; i++)
        {
            ActuatorPolicy policy = Actuators.Own[i];
            string known = "";
            IActuator? found = null;
            for (int a = 0; a < board.Actuators.Length; a++)
            {
                IActuator actuator = board.Actuators[a];
                if (actuator.Name == policy.Actuator)
                    found = actuator;
                known += (a > 0 ? ", " : "") + actuator.Name;
            }

            string key = "actuator." + policy.Actuator;
            if (found == null)
                fault = Fault(key, "there is no such actuator; there is " + known);
            else if (policy.FailSafe > found.Maximum)
                fault = Fault(key + ".fail-safe", "0 to " + found.Maximum.ToString() + ", not " + policy.FailSafe.ToString());
        }
    }
}
