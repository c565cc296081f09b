using System;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>One read-out: who asked, by which number, in which vocabulary, for what.</summary>
public sealed partial class ReadOut
{
    /// <summary>For a device with so many sensors and actuators.</summary>
    public ReadOut(int[] words, int count)
    {
        Words = words;
        Selected = new bool[count];
    }

    /// <summary>The row of <see cref="Dialect"/>.</summary>
    internal readonly int[] Words;

    /// <summary>What was asked for, by the numbers of <see cref="ReadOuts"/>.</summary>
    internal readonly bool[] Selected;

    /// <summary>Whether of that is told what it reads now.</summary>
    internal bool IsMomentary;

    /// <summary>The address of who asked stands in here.</summary>
    internal byte[] To = new byte[0];
    internal int ToStart;
    internal int ToLength;

    /// <summary>What the request is known by at his end.</summary>
    internal byte[] Number = new byte[0];
    internal int NumberStart;
    internal int NumberLength;

    /// <summary>Whether its asker was told that it is for later.</summary>
    internal bool IsQueued;

    /// <summary>Whether what is read now has been told.</summary>
    internal bool HasBegun;

    /// <summary>When it is due, by the clock's milliseconds.</summary>
    internal long Due;

    /// <summary>Takes over who asks, and by which number; both stay where they are, in the stanza.</summary>
    internal void Note(Stanza request, int number)
    {
        XmlCursor cursor = request.Cursor;
        To = cursor.Bytes;
        ToStart = cursor.Start(request.From);
        ToLength = cursor.Length(request.From);
        Number = To;
        NumberStart = cursor.Start(number);
        NumberLength = cursor.Length(number);
    }

    /// <summary>The same with bytes of its own, which stay when the stanza is gone.</summary>
    internal ReadOut Kept(long due)
    {
        ReadOut kept = new ReadOut(Words, Selected.Length) { ToLength = ToLength, NumberLength = NumberLength, Due = due, IsMomentary = IsMomentary };
        kept.To = Copy(To, ToStart, ToLength);
        kept.Number = Copy(Number, NumberStart, NumberLength);
        Array.Copy(Selected, kept.Selected, Selected.Length);
        KeepPast(kept);
        return kept;
    }

    // That of what is remembered (../History).
    partial void KeepPast(ReadOut kept);

    static byte[] Copy(byte[] bytes, int start, int length)
    {
        byte[] copy = new byte[length];
        Array.Copy(bytes, start, copy, 0, length);
        return copy;
    }
}
