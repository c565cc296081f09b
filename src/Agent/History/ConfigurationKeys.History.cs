namespace Presentity.Agent;

/// <summary>The key of what is remembered.</summary>
static partial class ConfigurationKeys
{
    static partial void SetHistory(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        if (key != "history-interval")
            return;
        bool isGood = int.TryParse(value, out int seconds)
            && (seconds == 0 || (seconds > 0 && seconds % 60 == 0 && 3600 % seconds == 0));
        configuration.HistorySlotSeconds = seconds;
        wrong = isGood ? "" : "seconds, whole minutes of which an hour is a multiple, such as 60, 300 or 900, or 0 for no history; not " + value;
    }
}
