using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace Presentity.Tool;

/// <summary><c>presentity</c>: one command for each way to use it.</summary>
static class Program
{
    static int Main(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        RootCommand root = new("A device that is a contact: see it, run it, operate it.");
        foreach (Command command in Commands.All())
            root.Add(command);
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"{parsed.Errors[0].Message} See presentity --help.");
            return ExitCode.Configuration;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e)
        {
            // A fault of ours: one line, so that it can be reported; never a trace in front of a user.
            Console.Error.WriteLine($"presentity: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Failed;
        }
    }
}
