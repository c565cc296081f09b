using System;
using System.Threading;
using Spectre.Console;

namespace Presentity.Tool.Prompt;

/// <summary>Where lines go: above the prompt while somebody types there, plainly when the output is no terminal.</summary>
sealed class Screen
{
    readonly Lock gate = new();
    LineEditor? editor;

    /// <summary>Whether the output is a terminal that somebody looks at.</summary>
    internal bool IsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>Writes a line; it may be of several rows.</summary>
    internal void Line(string text) => Write(Markup.Escape(text));

    /// <summary>Writes something that happened by itself, with its time.</summary>
    internal void Event(string text) => Write($"[grey]{DateTime.Now:HH:mm:ss}[/] {Markup.Escape(text)}");

    /// <summary>Writes what a line asked for could not be done.</summary>
    internal void Error(string text) => Write($"[red]{Markup.Escape(text)}[/]");

    /// <summary>Writes text in the markup of Spectre.Console.</summary>
    internal void Write(string markup)
    {
        lock (gate)
        {
            editor?.Hide();
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, IsTerminal ? 0 : 1000);
            AnsiConsole.MarkupLine(markup);
            editor?.Show();
        }
    }

    /// <summary>Lets a person type a line, below what is written meanwhile.</summary>
    /// <returns>Null at the end: Ctrl-C, or Ctrl-D on an empty line.</returns>
    internal string? Ask(string prompt, LineHistory history)
    {
        LineEditor current = new(prompt, history);
        lock (gate)
        {
            editor = current;
            current.Show();
        }

        try
        {
            while (true)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                lock (gate)
                    if (current.Press(key))
                        return current.Result;
            }
        }
        finally
        {
            lock (gate)
                editor = null;
        }
    }
}
