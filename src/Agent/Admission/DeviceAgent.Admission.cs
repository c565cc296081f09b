using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that can be claimed, whose owners change who may what, and that nobody can keep busy.</summary>
public sealed partial class DeviceAgent
{
    AccessChanges changes = null!;
    Claim claim = null!;
    RateLimit limit = null!;

    partial void AddCommands(ref Command[] all)
    {
        changes = new AccessChanges(options.Access, options.Store, log);
        claim = new Claim(options.Claim, changes, clock, log);
        limit = new RateLimit(clock);
        Command[] more = new Command[all.Length + 2];
        System.Array.Copy(all, more, all.Length);
        more[all.Length] = new AccessCommand(changes, log);
        more[all.Length + 1] = claim;
        all = more;
    }

    partial void LetIn(Subscriptions subscriptions)
    {
        session.Router!.Claim = claim;
        session.Router.Limit = limit;
        subscriptions.Claim = claim;
    }

    /// <summary>Who has lost his role is unsubscribed: the roster is looked through again.</summary>
    partial void FollowAccess()
    {
        if (!changes.AreNew)
            return;
        changes.AreNew = false;
        ExpectOthers();
        roster.LookAgain();
    }

    // The desktop's part.
    partial void ExpectOthers();
}
