using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>Readings as people read them, as strings: for answers to commands, not for traffic.</summary>
static class ReadingText
{
    /// <summary><c>21.4 °C</c>, <c>on</c>, <c>unavailable</c>.</summary>
    internal static string WithUnit(Reading reading, string unit) =>
        reading.IsAvailable && !reading.IsBoolean && unit.Length > 0 ? Of(reading) + " " + unit : Of(reading);

    /// <summary>The same without the unit.</summary>
    internal static string Of(Reading reading)
    {
        if (!reading.IsAvailable)
            return "unavailable";
        if (reading.IsBoolean)
            return reading.Value != 0 ? "on" : "off";
        if (reading.Decimals == 0)
            return reading.Value.ToString();
        string digits = (reading.Value < 0 ? -reading.Value : reading.Value).ToString();
        while (digits.Length <= reading.Decimals)
            digits = "0" + digits;
        int point = digits.Length - reading.Decimals;
        return (reading.Value < 0 ? "-" : "") + digits.Substring(0, point) + "." + digits.Substring(point);
    }

    /// <summary><c>Fan (0 to 100 %)</c>.</summary>
    internal static string RangeLabel(IActuator actuator) =>
        actuator.Label + " (0 to " + actuator.Maximum.ToString() + (actuator.Unit.Length > 0 ? " " + actuator.Unit : "") + ")";

    /// <summary>Puts a separator between what is there and what comes.</summary>
    internal static void Append(StringBuilder line, string item)
    {
        if (line.Length > 0)
            line.Append(" · ");
        line.Append(item);
    }
}
