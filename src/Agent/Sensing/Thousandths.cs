using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>Numbers with three decimals, as integers.</summary>
static class Thousandths
{
    /// <summary>A reading as thousandths of its unit; a boolean as 0 or 1000.</summary>
    internal static long Of(Reading reading)
    {
        long value = reading.Value;
        int decimals = reading.IsBoolean ? 0 : reading.Decimals;
        for (; decimals < 3; decimals++)
            value *= 10;
        for (; decimals > 3; decimals--)
            value /= 10;
        return value;
    }

    /// <summary>Reads a number such as <c>-0.5</c>.</summary>
    /// <returns>False when it is none, has more than three decimals, or is larger than a million.</returns>
    internal static bool TryParse(string text, out int value)
    {
        value = 0;
        bool isNegative = text.IndexOf('-') == 0;
        string digits = isNegative ? text.Substring(1) : text;
        int point = digits.IndexOf('.');
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (point >= 0)
            digits = digits.Substring(0, point) + digits.Substring(point + 1);
        if (point == 0 || decimals > 3 || digits.Length == 0 || digits.Length > 7 + decimals
            || digits.IndexOf('-') >= 0 || digits.IndexOf('+') >= 0 || !int.TryParse(digits, out int number))
            return false;
        for (; decimals < 3; decimals++)
        {
            if (number > 1000000000 / 10)
                return false;
            number *= 10;
        }

        value = isNegative ? -number : number;
        return true;
    }
}
