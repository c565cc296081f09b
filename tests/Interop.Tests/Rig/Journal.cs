using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Interop.Tests.Rig;

/// <summary>What has happened, in order, and a way to wait for what is to happen.</summary>
public sealed class Journal<T>
{
    readonly object gate = new();
    readonly List<T> entries = [];
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many entries there are: a mark from which to look later.</summary>
    public int Count
    {
        get { lock (gate) return entries.Count; }
    }

    public void Add(T entry)
    {
        TaskCompletionSource waiters;
        lock (gate)
        {
            entries.Add(entry);
            waiters = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiters.SetResult();
    }

    /// <summary>A copy of the entries since a mark.</summary>
    public IReadOnlyList<T> Since(int mark)
    {
        lock (gate) return entries.Skip(mark).ToList();
    }

    /// <summary>The first entry since a mark that is wanted; fails the test when there is none in time.</summary>
    /// <param name="what">What is waited for, for the message of a failure.</param>
    public async Task<T> WaitAsync(Func<T, bool> wanted, TimeSpan within, string what, int since = 0)
    {
        DateTime end = DateTime.UtcNow + within;
        int seen = since;
        while (true)
        {
            Task more;
            lock (gate)
            {
                for (; seen < entries.Count; seen++)
                    if (wanted(entries[seen]))
                        return entries[seen];
                more = changed.Task;
            }
            TimeSpan left = end - DateTime.UtcNow;
            if (left <= TimeSpan.Zero || await Task.WhenAny(more, Task.Delay(left)) != more)
                Assert.Fail($"Not within {within.TotalSeconds} s: {what}. What came instead:\n{Tail(since)}");
        }
    }

    string Tail(int since) => string.Join('\n', Since(since).TakeLast(20));
}
