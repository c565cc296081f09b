using System.Text;

namespace Presentity.Agent;

/// <summary>What somebody has typed, word by word: in lower case, without punctuation, a number apart from its unit. Reused.</summary>
public sealed class ChatWords
{
    const int Most = 12;

    /// <summary>The most bytes that are read; nothing that is understood is longer.</summary>
    public const int MostBytes = 200;

    readonly byte[] word = new byte[MostBytes];
    readonly string[] words = new string[Most];
    int length;

    /// <summary>How many words there are.</summary>
    public int Count;

    /// <summary>Whether it is one line of not too many words: what else it is, it is no command.</summary>
    public bool IsLine;

    /// <summary>A word, from 0; empty behind the last.</summary>
    public string At(int index) => index < Count ? words[index] : "";

    /// <summary>Reads text.</summary>
    public void Read(byte[] source, int start, int count)
    {
        Count = 0;
        length = 0;
        IsLine = count <= MostBytes;
        int end = start + (IsLine ? count : 0);
        int lineEnds = 0;
        for (int i = start; i < end; i++)
        {
            int c = source[i];
            int next = i + 1 < end ? source[i + 1] : 0;
            IsLine &= c != '`';
            if (c == '\n' && Count + length > 0 && lineEnds == 0)
                lineEnds = Count + (length > 0 ? 1 : 0);
            // Spaces, dashes and quotation marks beyond ASCII: U+00A0, U+2000 to U+203F.
            if (c == 0xC2 && next == 0xA0)
            {
                End();
                i++;
            }
            else if (c == 0xE2 && next == 0x80)
            {
                End();
                i += 2;
            }
            else if (IsPart(c, length > 0 ? word[length - 1] : 0, next))
            {
                if (length > 0 && IsDigit(word[length - 1]) && IsLetter(c))
                    End();
                word[length++] = (byte)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
            }
            else
            {
                End();
            }
        }

        End();
        IsLine &= lineEnds == 0 || lineEnds == Count;
    }

    /// <summary>Leaves out words.</summary>
    /// <param name="which">With a space before and behind each.</param>
    internal void LeaveOut(string which)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
            if (which.IndexOf(" " + words[i] + " ") < 0)
                words[kept++] = words[i];
        Count = kept;
    }

    /// <summary>Words as one, as names are compared: without their hyphens.</summary>
    /// <param name="from">The first of them.</param>
    /// <param name="count">How many.</param>
    internal string Joined(int from, int count)
    {
        string all = "";
        for (int i = from; i < from + count; i++)
            all += words[i];
        return Bare(all);
    }

    /// <summary>A name without its hyphens.</summary>
    internal static string Bare(string name)
    {
        if (name.IndexOf('-') < 0)
            return name;
        string[] parts = name.Split('-');
        name = "";
        for (int i = 0; i < parts.Length; i++)
            name += parts[i];
        return name;
    }

    void End()
    {
        if (length == 0)
            return;
        if (Count == Most)
            IsLine = false;
        else
            words[Count++] = Encoding.UTF8.GetString(word, 0, length);
        length = 0;
    }

    static bool IsPart(int c, int before, int next)
    {
        if (c == '-')
            return IsLetter(next) || IsDigit(next);
        if (c == '.' || c == ',')
            return IsDigit(before) && IsDigit(next);
        return IsLetter(c) || IsDigit(c);
    }

    static bool IsDigit(int c) => c >= '0' && c <= '9';

    static bool IsLetter(int c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}
