namespace Presentity.Agent;

/// <summary>The keys of what is published at the device's account.</summary>
static partial class ConfigurationKeys
{
    static partial void SetForMachines(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        switch (key)
        {
            case "publish":
                configuration.Personal = value == "off" ? PersonalAccess.Off
                    : value == "whitelist" ? PersonalAccess.Whitelist : PersonalAccess.Presence;
                wrong = value == "presence" || value == "whitelist" || value == "off" ? "" : "presence, whitelist or off, not " + value;
                break;
            case "name":
                configuration.Name = value;
                wrong = value.Length <= 64 ? "" : "at most 64 characters";
                break;
            case "place":
                configuration.Place = value;
                wrong = value.Length <= 64 ? "" : "at most 64 characters";
                break;
            case "location":
                int comma = value.IndexOf(',');
                configuration.Latitude = comma < 0 ? "" : value.Substring(0, comma).Trim();
                configuration.Longitude = value.Substring(comma + 1).Trim();
                wrong = IsDegrees(configuration.Latitude, 90) && IsDegrees(configuration.Longitude, 180)
                    ? "" : "degrees north and east such as 52.1,11.6, not " + value;
                break;
        }
    }

    static bool IsDegrees(string text, int most)
    {
        string digits = text.IndexOf('-') == 0 ? text.Substring(1) : text;
        int point = digits.IndexOf('.');
        string decimals = point < 0 ? "0" : digits.Substring(point + 1);
        string whole = point < 0 ? digits : digits.Substring(0, point);
        return IsDigits(whole, 3) && IsDigits(decimals, 7) && int.TryParse(whole, out int degrees) && int.TryParse(decimals, out int rest)
            && (degrees < most || (degrees == most && rest == 0));
    }

    static bool IsDigits(string text, int most) =>
        text.Length > 0 && text.Length <= most && text.IndexOf('-') < 0 && text.IndexOf('+') < 0 && text.IndexOf(' ') < 0;
}
