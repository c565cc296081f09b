using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A field of a form in which some of several are chosen (XEP-0004, <c>list-multi</c>): at most 31, each a bit.</summary>
static class ChoiceField
{
    internal const int Most = 31;

    /// <summary>Reads what was chosen.</summary>
    /// <param name="form">At the form, where it stays.</param>
    /// <param name="field">Its name.</param>
    /// <param name="names">What could be.</param>
    /// <param name="wrong">What is wrong with it, for a person; as it was when nothing is.</param>
    /// <returns>A bit for each; 0 when something is wrong.</returns>
    internal static int Read(XmlCursor form, string field, string[] names, ref string wrong)
    {
        int top = form.Node;
        int chosen = 0;
        string? unknown = null;
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
        {
            int at = form.Node;
            if (form.ToString(form.Attribute(Word.Var)) != field)
                continue;
            for (bool another = form.MoveToFirstChild(); another; another = form.MoveToNext(at))
            {
                string name = form.ToString(form.Text()).Trim();
                int bit = Bit(names, name);
                if (bit == 0)
                    unknown = name;
                chosen |= bit;
            }

            form.MoveTo(at);
        }

        form.MoveTo(top);
        if (chosen != 0 && unknown == null)
            return chosen;
        wrong = field + (unknown != null ? ": there is none called " + unknown : ": choose one or more");
        return 0;
    }

    /// <summary>Writes the field.</summary>
    /// <param name="answer">In a form.</param>
    /// <param name="field">Its name.</param>
    /// <param name="names">What can be chosen.</param>
    /// <param name="labels">What each is for a person.</param>
    /// <param name="chosen">What is chosen already.</param>
    internal static void Write(XmlWriter answer, string field, string[] names, string[] labels, int chosen)
    {
        DataForm.StartField(answer, Word.ListMulti, field, "Sensors");
        for (int i = 0; i < names.Length; i++)
            if ((chosen & (1 << i)) != 0)
                answer.Element(Word.Value, names[i]);
        for (int i = 0; i < names.Length && i < Most; i++)
            DataForm.Option(answer, labels[i], names[i]);
        answer.End();
    }

    static int Bit(string[] names, string name)
    {
        for (int i = 0; i < names.Length && i < Most; i++)
            if (names[i] == name)
                return 1 << i;
        return 0;
    }
}
