namespace Presentity.Agent;

/// <summary>The keys of actuators.</summary>
static partial class ConfigurationKeys
{
    const string ActuatorPrefix = "actuator.";

    static partial void SetActuator(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        int dot = key.LastIndexOf('.');
        if (key.IndexOf(ActuatorPrefix) != 0 || dot <= ActuatorPrefix.Length)
            return;
        ActuatorPolicy policy = configuration.Actuators.For(key.Substring(ActuatorPrefix.Length, dot - ActuatorPrefix.Length));
        wrong = "";
        switch (key.Substring(dot + 1))
        {
            case "at-boot":
                policy.AtBoot = value == "on" ? BootState.On : value == "last" ? BootState.Last : BootState.Off;
                if (value != "on" && value != "last" && value != "off")
                    wrong = "off, on or last, not " + value;
                break;
            case "maximum-on":
                policy.MaximumOnMs = Time(value, ref wrong);
                break;
            case "interlock":
                policy.Interlock = value;
                break;
            case "fail-safe":
                if (value == "on" || value == "off")
                    policy.FailSafe = value == "on" ? 1 : 0;
                else if (!int.TryParse(value, out policy.FailSafe) || policy.FailSafe < 0)
                    wrong = "off, on or a level, not " + value;
                if (policy.FailSafeAfterMs == 0)
                    policy.FailSafeAfterMs = 60000;
                break;
            case "fail-safe-after":
                policy.FailSafeAfterMs = Time(value, ref wrong);
                break;
            default:
                wrong = "there is no such key; an actuator has at-boot, maximum-on, interlock, fail-safe and fail-safe-after";
                break;
        }
    }

    static int Time(string value, ref string wrong)
    {
        int milliseconds = ConfigurationValues.Seconds(value, 1, 86400);
        if (milliseconds < 0)
            wrong = "1 to 86400 seconds, not " + value;
        return milliseconds;
    }
}
