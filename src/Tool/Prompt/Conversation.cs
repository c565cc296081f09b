using System;
using System.IO;
using Presentity.Tool.Operate;

namespace Presentity.Tool.Prompt;

/// <summary>Lines in, answers out: asked of a person, or read from a script.</summary>
static class Conversation
{
    /// <summary>Asks for lines until the person leaves. A line that fails is answered, and the next is asked for.</summary>
    internal static int Ask(Interpreter interpreter, Screen screen)
    {
        LineHistory history = new();
        bool controlC = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (!interpreter.HasQuit && screen.Ask("> ", history) is { } line)
                Try(interpreter, screen, line);
        }
        finally
        {
            Console.TreatControlCAsInput = controlC;
        }

        return ExitCode.Ok;
    }

    /// <summary>Runs the lines of a script until one fails.</summary>
    /// <param name="name">What the script is called, for the message.</param>
    /// <param name="isReady">Waits until there is something to talk to.</param>
    internal static int Play(Interpreter interpreter, Screen screen, TextReader lines, string name, Func<bool> isReady)
    {
        if (!isReady())
        {
            screen.Error("the device did not come online");
            return ExitCode.Failed;
        }

        for (int number = 1; !interpreter.HasQuit && lines.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'))
                screen.Line($"> {line.Trim()}");
            if (Try(interpreter, screen, line))
                continue;
            screen.Error($"{name}: line {number} failed");
            return ExitCode.Failed;
        }

        return ExitCode.Ok;
    }

    static bool Try(Interpreter interpreter, Screen screen, string line)
    {
        try
        {
            interpreter.RunAsync(line).GetAwaiter().GetResult();
            return true;
        }
        catch (OperatorException e)
        {
            screen.Error(e.Message);
        }
        catch (OperationCanceledException)
        {
            screen.Error("stopped");
        }

        return false;
    }
}
