using System;

namespace Presentity.Loopback;

/// <summary>How a user and a contact stand to each other, from the user's side: nine states (RFC 6121 §A.1), and approval in advance.</summary>
[Flags]
enum Subscription
{
    None = 0,

    /// <summary>The user sees the contact's presence.</summary>
    To = 1,

    /// <summary>The contact sees the user's presence.</summary>
    From = 2,

    Both = To | From,

    /// <summary>The user has asked, and waits for an answer.</summary>
    PendingOut = 4,

    /// <summary>The contact has asked, and waits for an answer.</summary>
    PendingIn = 8,

    /// <summary>The user has approved a request that the contact has not made yet (RFC 6121 §3.4).</summary>
    Approved = 16,
}

/// <summary>What becomes of a state, and whether the stanza that changed it goes on to the one it is for.</summary>
readonly record struct SubscriptionChange(Subscription State, bool GoesOn);

/// <summary>The state machine of RFC 6121 §A.2 and §A.3, with the approval in advance of §3.4.</summary>
static class SubscriptionRules
{
    /// <summary>What a stanza that the user sends does on the user's side.</summary>
    /// <param name="type">One of the four types of presence that <see cref="IsAbout"/> knows.</param>
    public static SubscriptionChange Outbound(Subscription state, string type)
    {
        switch (type)
        {
            case "subscribe":
                return new(state.HasFlag(Subscription.To) ? state : state | Subscription.PendingOut, true);
            case "unsubscribe":
                return new(state & ~(Subscription.To | Subscription.PendingOut), true);
            case "subscribed":
                if (state.HasFlag(Subscription.PendingIn))
                    return new((state & ~Subscription.PendingIn) | Subscription.From, true);
                return new(state.HasFlag(Subscription.From) ? state : state | Subscription.Approved, false);
            default:
                Subscription left = state & ~(Subscription.From | Subscription.PendingIn);
                return new(left & ~Subscription.Approved, left != state);
        }
    }

    /// <summary>What a stanza that comes from the contact does on the user's side.</summary>
    /// <param name="type">One of the four types of presence that <see cref="IsAbout"/> knows.</param>
    public static SubscriptionChange Inbound(Subscription state, string type)
    {
        switch (type)
        {
            case "subscribe":
                if (state.HasFlag(Subscription.Approved))
                    return new(state | Subscription.From, false);
                bool isNew = (state & (Subscription.From | Subscription.PendingIn)) == 0;
                return new(isNew ? state | Subscription.PendingIn : state, isNew);
            case "unsubscribe":
                Subscription seen = state & ~(Subscription.From | Subscription.PendingIn);
                return new(seen, seen != state);
            case "subscribed":
                bool hadAsked = state.HasFlag(Subscription.PendingOut);
                return new(hadAsked ? (state & ~Subscription.PendingOut) | Subscription.To : state, hadAsked);
            default:
                Subscription left = state & ~(Subscription.To | Subscription.PendingOut);
                return new(left, left != state);
        }
    }

    /// <summary>Whether a type of presence is about a subscription.</summary>
    public static bool IsAbout(string? type) => type is "subscribe" or "subscribed" or "unsubscribe" or "unsubscribed";
}
