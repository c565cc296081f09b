using System.Text;

namespace Presentity.TestKit;

/// <summary>Long documents out of short pieces.</summary>
public static class Repeated
{
    /// <summary>The text, so many times.</summary>
    public static string Text(string text, int times)
    {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++)
            all.Append(text);
        return all.ToString();
    }

    /// <summary>The text, so many times, with a number from 0 on for each <c>~</c>.</summary>
    public static string Numbered(string text, int times)
    {
        string[] parts = text.Split('~');
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++)
            for (int part = 0; part < parts.Length; part++)
                all.Append(part == 0 ? "" : i.ToString()).Append(parts[part]);
        return all.ToString();
    }
}
