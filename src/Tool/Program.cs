using System.CommandLine;
using Presentity.Tool.Run;

namespace Presentity.Tool;

/// <summary><c>presentity</c>: one command for each way to use it.</summary>
static class Program
{
    static int Main(string[] arguments)
    {
        RootCommand root = new("A device that is a contact: runs it, shows it, operates it.");
        root.Add(RunCommand.Create());
        return root.Parse(arguments).Invoke();
    }
}
