using System.CommandLine;
using Presentity.Tool.Run;

namespace Presentity.Tool;

/// <summary>What <c>presentity</c> can be told to do where it is built for a machine that is a device, and no more.</summary>
static class Commands
{
    internal static Command[] All() => [RunCommand.Create()];
}
