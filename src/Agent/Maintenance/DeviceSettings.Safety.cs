namespace Presentity.Agent;

/// <summary><c>safe-mode</c>, over a restart.</summary>
public sealed partial class DeviceSettings
{
    partial void TakeForActuators(string key, string value, ref string wrong)
    {
        if (key != "safe-mode")
            return;
        options.Actuators.IsSafeMode = value == "on";
        wrong = value == "on" || value == "off" ? "" : "on or off, not " + value;
    }
}
