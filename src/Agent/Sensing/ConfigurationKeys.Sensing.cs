namespace Presentity.Agent;

/// <summary>The keys of sensors for what is made of a reading.</summary>
static partial class ConfigurationKeys
{
    const string Number = "a number with at most three decimals, not ";

    static partial void SetSensing(PublishingPolicy policy, string key, string value, ref string wrong)
    {
        bool isGood;
        wrong = Number + value;
        switch (key)
        {
            case "scale":
                isGood = Thousandths.TryParse(value, out policy.Scale) && policy.Scale != 0;
                break;
            case "offset":
                isGood = Thousandths.TryParse(value, out policy.Offset);
                break;
            case "alarm-above":
                isGood = Thousandths.TryParse(value, out policy.Above);
                break;
            case "alarm-below":
                isGood = Thousandths.TryParse(value, out policy.Below);
                break;
            case "alarm-hysteresis":
                isGood = Thousandths.TryParse(value, out policy.Hysteresis) && policy.Hysteresis >= 0;
                break;
            default:
                isGood = SetTimes(policy, key, value, ref wrong);
                break;
        }

        if (isGood)
            wrong = "";
    }

    static bool SetTimes(PublishingPolicy policy, string key, string value, ref string wrong)
    {
        wrong = "0 to 86400 seconds, not " + value;
        switch (key)
        {
            case "alarm-delay":
                policy.AlarmDelayMs = ConfigurationValues.Seconds(value, 0, 86400);
                return policy.AlarmDelayMs >= 0;
            case "expiry":
                policy.ExpiryMs = ConfigurationValues.Seconds(value, 0, 86400);
                return policy.ExpiryMs >= 0;
            case "filter":
                wrong = "median N or average N, with N from 2 to 15, not " + value;
                policy.IsMedian = value.IndexOf("median ") == 0;
                return (policy.IsMedian || value.IndexOf("average ") == 0)
                    && int.TryParse(value.Substring(value.IndexOf(' ') + 1), out policy.Window)
                    && policy.Window > 1 && policy.Window <= PublishingPolicy.LongestWindow;
            default:
                wrong = "there is no such key; a sensor has dead-band, interval, heartbeat, scale, offset, filter, expiry, alarm-above, "
                    + "alarm-below, alarm-hysteresis and alarm-delay";
                return false;
        }
    }
}
