using System;
using Spectre.Console;

namespace Presentity.Tool.Provision;

/// <summary>Asks a person at the terminal; or takes a line of standard input for each question, in their order, when that is no
/// terminal.</summary>
static class Questions
{
    /// <summary>Asks for something that anybody may see.</summary>
    /// <returns>Empty when there is no answer.</returns>
    internal static string Ask(string question) =>
        (Console.IsInputRedirected ? Line() : AnsiConsole.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty())).Trim();

    /// <summary>Asks for a secret: what is typed is not shown.</summary>
    /// <returns>Empty when there is no answer.</returns>
    internal static string AskSecret(string question) =>
        Console.IsInputRedirected ? Line() : AnsiConsole.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty().Secret(null));

    static string Line() => Console.In.ReadLine() ?? "";
}
