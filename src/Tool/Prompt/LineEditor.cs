using System;
using System.Text;

namespace Presentity.Tool.Prompt;

/// <summary>One line that is being typed at a terminal. Drawn and taken away as a whole, so that other lines can come above it.</summary>
sealed class LineEditor(string prompt, LineHistory history)
{
    readonly StringBuilder text = new();
    int cursor;

    /// <summary>The line after Enter; null after Ctrl-C, or Ctrl-D on an empty line.</summary>
    internal string? Result { get; private set; }

    /// <summary>Takes the line off the screen.</summary>
    internal void Hide() => Console.Write("\r\x1b[K");

    /// <summary>Puts it there again, with the cursor where it was.</summary>
    internal void Show()
    {
        Console.Write($"\r\x1b[K{prompt}{text}");
        if (cursor < text.Length)
            Console.Write($"\x1b[{text.Length - cursor}D");
    }

    /// <summary>Takes a key.</summary>
    /// <returns>True when the line is done.</returns>
    internal bool Press(ConsoleKeyInfo key)
    {
        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        if (control && (key.Key == ConsoleKey.C || (key.Key == ConsoleKey.D && text.Length == 0)))
        {
            Console.WriteLine();
            return true;
        }

        if (key.Key == ConsoleKey.Enter)
        {
            Console.WriteLine();
            Result = text.ToString();
            history.Add(Result);
            return true;
        }

        Edit(key, control);
        Show();
        return false;
    }

    void Edit(ConsoleKeyInfo key, bool control)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace when cursor > 0:
                text.Remove(--cursor, 1);
                break;
            case ConsoleKey.Delete when cursor < text.Length:
                text.Remove(cursor, 1);
                break;
            case ConsoleKey.LeftArrow when cursor > 0:
                cursor--;
                break;
            case ConsoleKey.RightArrow when cursor < text.Length:
                cursor++;
                break;
            case ConsoleKey.Home:
                cursor = 0;
                break;
            case ConsoleKey.End:
                cursor = text.Length;
                break;
            case ConsoleKey.UpArrow:
                Replace(history.Earlier());
                break;
            case ConsoleKey.DownArrow:
                Replace(history.Later());
                break;
            case ConsoleKey.U when control:
                Replace("");
                break;
            default:
                if (!char.IsControl(key.KeyChar) && !control)
                    text.Insert(cursor++, key.KeyChar);
                break;
        }
    }

    void Replace(string line)
    {
        text.Clear().Append(line);
        cursor = text.Length;
    }
}
