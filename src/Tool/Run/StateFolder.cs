using System.IO;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Tool.Run;

/// <summary>What a device has learnt, kept from start to start in a folder beside its configuration: <c>device.conf.state</c>.</summary>
static class StateFolder
{
    /// <summary>Lets the account's logins remember there with what they have been as strong.</summary>
    /// <returns>The folder.</returns>
    internal static FolderStore Use(SessionOptions session, string configurationFile, ILog log)
    {
        string folder = configurationFile + ".state";
        FolderStore store = new(folder, log);
        session.Credentials.RememberIn(store, session.Account.ToString());
        session.Credentials.HowToForget = $"if the server was changed on purpose, remove {Path.Combine(folder, Credentials.MemoryFile)}";
        return store;
    }
}
