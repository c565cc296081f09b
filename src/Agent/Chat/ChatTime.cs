namespace Presentity.Agent;

/// <summary>How long, as people say it: <c>10 s</c>, <c>10 min</c>, <c>2 hours</c>.</summary>
static class ChatTime
{
    const int MostSeconds = 86400;

    /// <summary>Reads a number and its unit.</summary>
    /// <returns>Milliseconds, up to a day; 0 for anything else.</returns>
    internal static int Read(string number, string unit)
    {
        if (!int.TryParse(number, out int count) || count < 1 || count > MostSeconds)
            return 0;
        if (unit.Length > 1 && unit.LastIndexOf('s') == unit.Length - 1)
            unit = unit.Substring(0, unit.Length - 1);
        int seconds = Begins("second", unit) ? 1 : Begins("minute", unit) ? 60 : Begins("hour", unit) ? 3600 : 0;
        return seconds == 0 || count > MostSeconds / seconds ? 0 : count * seconds * 1000;
    }

    static bool Begins(string word, string unit) => unit.Length > 0 && word.IndexOf(unit) == 0;
}
