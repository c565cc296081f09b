using System;
using System.Diagnostics;
using Presentity.Tool.Operate;
using Presentity.Tool.Prompt;

namespace Presentity.Tool.Demo;

/// <summary>Tells what the contacts do: at once when something happens, now and then while a number drifts.</summary>
sealed class Watch : IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    readonly ContactList contacts;
    readonly Screen screen;
    readonly Stopwatch sinceTold = Stopwatch.StartNew();
    string told = "";
    int drifts;

    internal Watch(ContactList contacts, Screen screen)
    {
        this.contacts = contacts;
        this.screen = screen;
        contacts.Changed += Tell;
    }

    public void Dispose() => contacts.Changed -= Tell;

    void Tell(Contact before, Contact after)
    {
        string line = $"{after.Address} is {after.Show}  {after.Status}".TrimEnd();
        if (line == told || (!before.IsOnline && !after.IsOnline))
            return;

        // The first change of a reading is told soon, so that one sees it live; later ones now and then.
        if (!after.DiffersFrom(before) && drifts > 0 && sinceTold.Elapsed < Quiet)
            return;
        drifts = after.DiffersFrom(before) ? 0 : drifts + 1;
        told = line;
        sinceTold.Restart();
        screen.Event(line);
    }
}
