using System.CommandLine;
using Presentity.Tool.Demo;
using Presentity.Tool.Flash;
using Presentity.Tool.Provision;
using Presentity.Tool.Qr;
using Presentity.Tool.Run;

namespace Presentity.Tool;

/// <summary>What <c>presentity</c> can be told to do.</summary>
static class Commands
{
    internal static Command[] All() =>
        [DemoCommand.Create(), RunCommand.Create(), ProvisionCommand.Create(), FlashCommand.Create(), QrCommand.Create()];
}
