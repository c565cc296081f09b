using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Service Discovery, what there is at us (XEP-0030 §4): the commands that the sender may run (XEP-0050 §2.2).</summary>
public sealed class DiscoItems : IqHandler
{
    readonly AdHocCommands commands;

    /// <summary>Lists these commands.</summary>
    public DiscoItems(AdHocCommands commands)
        : base(Ns.DiscoItems, Word.Query, Ns.DiscoItems) => this.commands = commands;

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        XmlCursor query = request.AtPayload();
        int node = query.Attribute(Word.Node);
        bool listed = query.Word(node) == Ns.Commands;
        if (node != XmlCursor.None && !listed)
            return commands.Knows(request, node) ? Empty(query, node, answer) : StanzaError.ItemNotFound;
        answer.Start(Word.Query, Ns.DiscoItems);
        if (listed)
        {
            answer.Attribute(Word.Node, Ns.Commands);
            commands.List(request.Role, answer);
        }

        answer.End();
        return StanzaError.None;
    }

    static int Empty(XmlCursor query, int node, XmlWriter answer)
    {
        answer.Start(Word.Query, Ns.DiscoItems);
        answer.Attribute(Word.Node, query.Bytes, query.Start(node), query.Length(node));
        answer.End();
        return StanzaError.None;
    }
}
