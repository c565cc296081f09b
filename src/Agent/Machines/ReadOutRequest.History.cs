using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Looks for what of the past is asked for (XEP-0323 §5.6): all of it, or values at the shift of an hour or a day.</summary>
public sealed partial class ReadOutRequest
{
    partial void LookForPast(XmlCursor req, long from, long to)
    {
        asked.PastFrom = from;
        asked.PastTo = to;
        // What is stored at the shift of a minute is stored at that of a second, too; of weeks and longer there is nothing.
        bool any = IsTrue(req, Word.All) || IsTrue(req, Words[Dialect.Historical]) || IsTrue(req, Word.HistoricalOther)
            || IsTrue(req, Word.HistoricalSecond) || IsTrue(req, Word.HistoricalMinute);
        asked.PastEvery = any ? 1 : IsTrue(req, Word.HistoricalHour) ? ReadOuts.HourSeconds : IsTrue(req, Word.HistoricalDay) ? ReadOuts.DaySeconds : 0;
        if (asked.PastEvery > 0 && !IsTrue(req, Word.All) && !IsTrue(req, Words[Dialect.Momentary]))
            asked.IsMomentary = false;
    }

    partial void Keep(Stanza request, ref int error)
    {
        if (!readOuts.HasPast(asked))
            return;
        isKept = true;
        error = Plan(request, asked.Kept(clock.Milliseconds));
    }
}
