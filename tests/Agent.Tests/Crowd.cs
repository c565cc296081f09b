using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Many stanzas that wait at once, as after a login among many contacts.</summary>
static class Crowd
{
    /// <summary>The bytes that an agent allocates to handle all but what its first turn takes.</summary>
    internal static long Allocates(TestAgent agent, string[] stanzas) => Allocation.Least(
        () =>
        {
            foreach (string stanza in stanzas)
                agent.Transport.Arrive(stanza);
            agent.Agent.Turn();
        },
        () =>
        {
            while (agent.Transport.HasUnread)
                agent.Agent.Turn();
        });
}
