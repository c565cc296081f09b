using System.Text;

namespace Presentity.TestKit;

/// <summary>The lines that both dumps are made of.</summary>
static class DumpText
{
    internal static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);

    internal static void Name(StringBuilder text, string space, string local) =>
        text.Append(space.Length == 0 ? local : $"{{{space}}}{local}").Append('\n');

    internal static void Attribute(StringBuilder text, int depth, string space, string local, string value)
    {
        Indent(text, depth);
        text.Append('@').Append(space.Length == 0 ? local : $"{{{space}}}{local}").Append(' ');
        Quote(text, value);
    }

    /// <summary>A value on one line, with what cannot be seen as escapes.</summary>
    internal static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                < ' ' or (>= '\u007F' and <= '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' => text.Append($"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append("\"\n");
    }
}
