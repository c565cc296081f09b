namespace Presentity.Agent;

/// <summary>Numbers as people write them into a configuration.</summary>
static class ConfigurationValues
{
    /// <summary>Reads seconds in a range.</summary>
    /// <returns>Milliseconds; -1 when it is no such number.</returns>
    internal static int Seconds(string value, int least, int most)
    {
        if (!int.TryParse(value, out int seconds) || seconds < least || seconds > most)
            return -1;
        return seconds * 1000;
    }

    /// <summary>Reads a dead band: a number of at most three decimals, in the sensor's unit or in percent.</summary>
    internal static bool TryGetBand(string value, PublishingPolicy policy)
    {
        bool percent = value.IndexOf('%') == value.Length - 1;
        string number = (percent ? value.Substring(0, value.Length - 1) : value).Trim();
        int point = number.IndexOf('.');
        string digits = point < 0 ? number : number.Substring(0, point) + number.Substring(point + 1);
        int decimals = point < 0 ? 0 : number.Length - point - 1;
        if (decimals > 3 || digits.Length == 0 || digits.Length > 8 || point == 0)
            return false;
        if (digits.IndexOf('-') >= 0 || digits.IndexOf('+') >= 0 || !int.TryParse(digits, out int band))
            return false;
        policy.DeadBand = band;
        policy.DeadBandDecimals = decimals;
        policy.IsPercent = percent;
        return true;
    }
}
