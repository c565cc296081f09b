using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What is told in presence is told at the account, too.</summary>
public sealed partial class Publisher
{
    /// <summary>What is published at the account; null for nothing.</summary>
    internal PersonalEvents? Personal;

    /// <summary>The readings among it.</summary>
    internal PersonalItem? Readings;

    partial void PublishItems()
    {
        // Without a time they mean nothing.
        if (Readings == null || clock.UnixSeconds < 0)
            return;
        Readings.IsDue = true;
        Personal?.Run();
    }
}
