namespace Presentity.Xmpp;

/// <summary>What a device says that it can because it is chatted with.</summary>
public sealed partial class DiscoInfo
{
    /// <summary>Whether messages are answered: with receipts (XEP-0184 §5.1) and chat states (XEP-0085 §4). To be set before
    /// <see cref="Collect"/>.</summary>
    public bool HasChat;

    partial void AddChat(int[] all, ref int count)
    {
        if (!HasChat)
            return;
        all[count++] = Ns.Receipts;
        all[count++] = Ns.ChatStates;
    }
}
