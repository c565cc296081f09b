using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A stream that outlives its connection, and a planned restart of its device (XEP-0198 §5).</summary>
public sealed partial class DeviceAgent
{
    // In the store, between two runs.
    const string StreamFile = "stream.state";

    bool restarts;

    /// <summary>Asks the agent to stop for a moment: where the server and <see cref="AgentOptions.Store"/> allow, nobody is told, and whoever
    /// starts it again in time goes on with the same stream. Any thread may call.</summary>
    /// <param name="reason">Told to the subscribers where the stream cannot be kept.</param>
    public void StopForRestart(string reason)
    {
        restarts = true;
        Stop(reason);
    }

    partial void ComeBack(ref bool tells, ref bool asks)
    {
        if (!session.IsResumed)
            return;
        log.Write(LogLevel.Info, "the stream is resumed");
        tells = session.HasLostPresence;
        // In a new process of ours not even a resumed stream knows who was allowed to what.
        asks = status.Sessions == 0;
    }

    /// <summary>Goes on with the stream that was kept, once: what is in the store is of no use to anybody after that.</summary>
    partial void TakeUpStream(IBoard board)
    {
        options.Session.Software = options.Software;
        options.Session.Device = board.Model;
        IStore? store = options.Store;
        byte[]? stream = store?.Read(StreamFile);
        if (stream != null && store!.Remove(StreamFile) && !session.Restore(stream))
            log.Write(LogLevel.Warning, "a stream that was kept is not of this account and server: a new one begins");
    }

    partial void KeepStream()
    {
        IStore? store = options.Store;
        if (!restarts || !session.CanResume || store == null)
            return;
        byte[]? stream = session.Suspend();
        if (stream != null && store.Write(StreamFile, stream, stream.Length))
            log.Write(LogLevel.Info, "going on after a restart");
        else
            log.Write(LogLevel.Warning, "a new stream begins after the restart: " + store.Failure);
    }
}
