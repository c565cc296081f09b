using System;
using System.Linq;

namespace Presentity.Xmpp.Tests;

/// <summary>What a device has on the desktop alone: roster versions, approvals in advance, the block list.</summary>
sealed partial class TestDevice
{
    BlockList blockList = null!;

    partial void Extend(ref IqHandler[] handlers)
    {
        blockList = new BlockList(Session, Stage.Log);
        handlers = [.. handlers, .. blockList.Handlers];
    }

    partial void DoMore(string[] parts, ref bool isDone)
    {
        Jid[] addresses = [.. parts.Skip(1).Select(static part => Jid.Parse(part)!)];
        switch (parts[0])
        {
            case "expect":
                roster.Expect(addresses);
                isDone = true;
                break;
            case "forget":
                roster.Forget();
                isDone = true;
                break;
            case "blocklist":
                isDone = blockList.Request();
                break;
            case "block":
                isDone = blockList.Block(addresses);
                break;
            case "unblock":
                isDone = addresses.Length > 0 ? blockList.Unblock(addresses) : blockList.UnblockAll();
                break;
            case "log-messages":
                Session.Router!.Messages = new MessageLog(Stage.Log);
                isDone = true;
                break;
        }
    }

    partial void CheckMore(string what, ref string found)
    {
        found = what switch
        {
            "roster-version" => roster.Version.Length > 0 ? roster.Version : "none",
            "blocked" => blockList.Blocked.Count > 0 ? string.Join(", ", blockList.Blocked.Order(StringComparer.Ordinal)) : "nobody",
            "blocking-failure" => blockList.Failure.Length > 0 ? blockList.Failure : "none",
            "blocklist-known" => blockList.IsKnown.ToString(),
            _ => "",
        };
    }
}
