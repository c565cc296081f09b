namespace Presentity.Agent;

/// <summary>What the device is called and where it is: <c>name</c>, <c>location</c>, <c>place</c>. Empty for what is not told.</summary>
public sealed partial class DeviceSettings
{
    partial void TakeForMachines(string key, string value, ref string wrong)
    {
        if (key != "name" && key != "location" && key != "place")
            return;
        wrong = CheckForMachines(key, value);
        if (wrong.Length == 0)
            SetForMachines(key, value);
    }

    /// <summary>What is wrong with a value; empty when nothing is.</summary>
    internal static string CheckForMachines(string key, string value)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(value);
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] < ' ' || bytes[i] == 0x7F)
                return "one line";
        return value.Length == 0 ? "" : ConfigurationKeys.Set(new DeviceConfiguration(File), key, value);
    }

    /// <summary>The value of a key.</summary>
    internal string TextOf(string key) => key == "name" ? options.Name : key == "place" ? options.Place
        : options.Latitude.Length == 0 ? "" : options.Latitude + "," + options.Longitude;

    /// <summary>Sets a key to what <see cref="CheckForMachines"/> has found good.</summary>
    internal void SetForMachines(string key, string value)
    {
        int comma = value.IndexOf(',');
        if (key == "name")
        {
            options.Name = value;
        }
        else if (key == "place")
        {
            options.Place = value;
        }
        else
        {
            options.Latitude = comma < 0 ? "" : value.Substring(0, comma).Trim();
            options.Longitude = value.Substring(comma + 1).Trim();
        }
    }
}
