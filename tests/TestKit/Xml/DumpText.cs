using System.Text;

namespace Presentity.TestKit;

/// <summary>The lines that both dumps are made of.</summary>
static class DumpText
{
    internal static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);

    internal static void Name(StringBuilder text, string space, string local)
    {
        if (space.Length > 0)
            text.Append('{').Append(space).Append('}');
        text.Append(local).Append('\n');
    }

    internal static void Attribute(StringBuilder text, int depth, string space, string local, string value)
    {
        Indent(text, depth);
        text.Append('@');
        if (space.Length > 0)
            text.Append('{').Append(space).Append('}');
        text.Append(local).Append(' ');
        Quote(text, value);
    }

    /// <summary>A value on one line, with what cannot be seen as escapes.</summary>
    internal static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        char[] characters = value.ToCharArray();
        int start = 0;
        for (int i = 0; i < characters.Length; i++)
        {
            string escape = Escape(characters[i]);
            if (escape.Length == 0)
                continue;
            text.Append(characters, start, i - start).Append(escape);
            start = i + 1;
        }

        text.Append(characters, start, characters.Length - start).Append("\"\n");
    }

    static string Escape(char c)
    {
        switch (c)
        {
            case '\n':
                return "\\n";
            case '\r':
                return "\\r";
            case '\t':
                return "\\t";
            case '"':
                return "\\\"";
            case '\\':
                return "\\\\";
            default:
                bool isSeen = c >= ' ' && (c < '\u007F' || c > '\u00A0') && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
                return isSeen ? "" : "\\u" + ((int)c).ToString("X4");
        }
    }
}
