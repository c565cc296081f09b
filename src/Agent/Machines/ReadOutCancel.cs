using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Takes back a read-out that was planned (XEP-0323 §3.11): only who has asked for it, by its number.</summary>
public sealed class ReadOutCancel : MachineHandler
{
    readonly ReadOuts readOuts;

    public ReadOutCancel(int[] words, ReadOuts readOuts)
        : base(words, Dialect.Readings, Word.Cancel, feature: 0) => this.readOuts = readOuts;

    // XEP-0323 asks by get, its successor by set.
    public override int Answer(Stanza request, XmlWriter answer)
    {
        XmlCursor cancel = request.AtPayload();
        int number = cancel.Attribute(Words[Dialect.Number]);
        if (number == XmlCursor.None)
            return StanzaError.BadRequest;
        if (!readOuts.Cancel(request, Words, number))
        {
            request.ErrorText = "no such read-out is planned";
            return StanzaError.ItemNotFound;
        }

        if (Words[Dialect.Cancelled] == 0)
            return StanzaError.None;
        answer.Start(Words[Dialect.Cancelled], Words[Dialect.Readings]);
        answer.Attribute(Words[Dialect.Number], cancel.Bytes, cancel.Start(number), cancel.Length(number));
        answer.End();
        return StanzaError.None;
    }
}
