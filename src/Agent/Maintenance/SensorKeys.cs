using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>The keys of a sensor, as text that people read and write.</summary>
static partial class SensorKeys
{
    /// <summary>When a reading is told.</summary>
    internal static readonly string[] OfPublishing = { "interval", "heartbeat", "dead-band" };

    /// <summary>The value of a key.</summary>
    internal static string Text(PublishingPolicy policy, string key)
    {
        string text = "";
        switch (key)
        {
            case "interval":
                return Seconds(policy.MinimumIntervalMs);
            case "heartbeat":
                return Seconds(policy.HeartbeatMs);
            case "dead-band":
                return Decimals(policy.DeadBand, policy.DeadBandDecimals) + (policy.IsPercent ? " %" : "");
            default:
                TellAlarms(policy, key, ref text);
                return text;
        }
    }

    /// <summary>What a key is called in a form.</summary>
    internal static string Label(string key, string unit)
    {
        string label = "Told again after (s)";
        switch (key)
        {
            case "interval":
                return "Not sooner than (s)";
            case "heartbeat":
                return label;
            case "dead-band":
                return "When it has moved by (" + (unit.Length > 0 && unit != "%" ? unit + ", or " : "") + "%)";
            default:
                NameAlarms(key, unit, ref label);
                return label;
        }
    }

    /// <summary>Sets a key.</summary>
    /// <returns>What is wrong with the value; empty when nothing is.</returns>
    internal static string Set(PublishingPolicy policy, string key, string value)
    {
        bool isNone = false;
        SetNone(policy, key, value, ref isNone);
        if (value.Length == 0 && !isNone)
            return "the value is missing";
        return isNone ? "" : ConfigurationKeys.Set(policy, key, value);
    }

    /// <summary>Whether what is set fits together.</summary>
    internal static string Check(PublishingPolicy policy)
    {
        string wrong = "";
        CheckAlarms(policy, ref wrong);
        return wrong;
    }

    static string Seconds(int milliseconds) => (milliseconds / 1000).ToString();

    static string Decimals(int value, int decimals)
    {
        Reading number = new Reading();
        number.SetNumber(value, decimals);
        return ReadingText.Of(number);
    }

    // Those of alarms (../Sensing).
    static partial void TellAlarms(PublishingPolicy policy, string key, ref string text);

    static partial void NameAlarms(string key, string unit, ref string label);

    static partial void SetNone(PublishingPolicy policy, string key, string value, ref bool isNone);

    static partial void CheckAlarms(PublishingPolicy policy, ref string wrong);
}
