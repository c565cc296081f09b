using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Answers a request in one of the vocabularies of <see cref="Dialect"/>.</summary>
public abstract class MachineHandler : IqHandler
{
    /// <summary>In this vocabulary.</summary>
    protected MachineHandler(int[] words, int space, int name, int feature)
        : base(words[space], name, feature) => Words = words;

    /// <summary>The row of <see cref="Dialect"/>.</summary>
    protected readonly int[] Words;

    /// <summary>Whether <see cref="IqHandler.Answer"/> has just refused the request, for a reason that is worth telling in full.</summary>
    protected bool HasRefused;

    /// <summary>Refuses, with a text for a person.</summary>
    protected int Refuse(Stanza request, int error, string text)
    {
        HasRefused = true;
        request.ErrorText = text;
        return error;
    }

    /// <summary>Whether all nodes that the request names are ours: there is one, <c>device</c>, which need not be named.</summary>
    /// <param name="cursor">At the request; stays there.</param>
    protected bool KnowsNodes(XmlCursor cursor)
    {
        int top = cursor.Node;
        bool knows = true;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(top))
            if (cursor.LocalName == Words[Dialect.Node])
                knows &= cursor.AttributeWord(Words[Dialect.NodeId]) == Word.Device;
        cursor.MoveTo(top);
        return knows;
    }
}
