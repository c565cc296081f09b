namespace Presentity.Agent;

/// <summary>The keys of alarms. A limit that there is not is <c>none</c>.</summary>
static partial class SensorKeys
{
    /// <summary>When a reading is an alarm.</summary>
    internal static readonly string[] OfAlarms = { "alarm-above", "alarm-below", "alarm-hysteresis", "alarm-delay" };

    const string None = "none";

    static partial void TellAlarms(PublishingPolicy policy, string key, ref string text)
    {
        switch (key)
        {
            case "alarm-above":
                text = Limit(policy.Above);
                break;
            case "alarm-below":
                text = Limit(policy.Below);
                break;
            case "alarm-hysteresis":
                text = Limit(policy.Hysteresis);
                break;
            case "alarm-delay":
                text = Seconds(policy.AlarmDelayMs);
                break;
        }
    }

    static partial void NameAlarms(string key, string unit, ref string label)
    {
        string with = unit.Length > 0 ? " (" + unit + ")" : "";
        switch (key)
        {
            case "alarm-above":
                label = "Alarm above" + with;
                break;
            case "alarm-below":
                label = "Alarm below" + with;
                break;
            case "alarm-hysteresis":
                label = "Over when back inside by" + with;
                break;
            case "alarm-delay":
                label = "Alarm after (s)";
                break;
        }
    }

    static partial void SetNone(PublishingPolicy policy, string key, string value, ref bool isNone)
    {
        if (value.Length > 0 && value != None)
            return;
        isNone = true;
        if (key == "alarm-above")
            policy.Above = PublishingPolicy.NoLimit;
        else if (key == "alarm-below")
            policy.Below = PublishingPolicy.NoLimit;
        else
            isNone = false;
    }

    static partial void CheckAlarms(PublishingPolicy policy, ref string wrong)
    {
        if (policy.Above != PublishingPolicy.NoLimit && policy.Below != PublishingPolicy.NoLimit && policy.Above < policy.Below)
            wrong = "alarm-above is less than alarm-below: every reading would be an alarm";
    }

    /// <summary>Thousandths, without the zeros at the end.</summary>
    static string Limit(int thousandths)
    {
        int decimals = 3;
        if (thousandths == PublishingPolicy.NoLimit)
            return None;
        for (; decimals > 0 && thousandths % 10 == 0; decimals--)
            thousandths /= 10;
        return Decimals(thousandths, decimals);
    }
}
