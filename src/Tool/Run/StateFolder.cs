using System.IO;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Tool.Run;

/// <summary>What a device has learnt, kept from start to start in a folder beside its configuration: <c>device.conf.state</c>.</summary>
static class StateFolder
{
    /// <summary>Lets the account's logins remember there with what they have been as strong.</summary>
    internal static void Use(SessionOptions session, string configurationFile, ILog log)
    {
        string folder = configurationFile + ".state";
        session.Credentials.RememberIn(new FolderStore(folder, log), session.Account.ToString());
        session.Credentials.HowToForget = $"if the server was changed on purpose, remove {Path.Combine(folder, Credentials.MemoryFile)}";
    }
}
