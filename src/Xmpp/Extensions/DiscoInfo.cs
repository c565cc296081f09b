using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Service Discovery, what we are (XEP-0030 §3): identity and features.</summary>
/// <remarks>The features are those of the router's handlers, and a few that are no handler's; there is no second list.</remarks>
public sealed partial class DiscoInfo : IqHandler
{
    byte[] name;
    EntityCapabilities? capabilities;
    AdHocCommands? commands;

    /// <summary>Says that we are an automated client of this name.</summary>
    public DiscoInfo(string name)
        : base(Ns.DiscoInfo, Word.Query, Ns.DiscoInfo)
    {
        Name = name;
        this.name = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>The name in the identity.</summary>
    public string Name;

    /// <summary>The features in the order of their bytes; not to be written to.</summary>
    public int[] Features = new int[0];

    /// <summary>Collects the features, once all handlers are there.</summary>
    /// <param name="router">Whose handlers' features are told.</param>
    /// <param name="vocabulary">By which they are sorted, as XEP-0115 §5.1 wants it.</param>
    /// <param name="nodes">The commands, whose nodes are described too; null without commands.</param>
    public void Collect(StanzaRouter router, XmlVocabulary vocabulary, AdHocCommands? nodes)
    {
        commands = nodes;
        // Room for the three below, and for what chat has.
        int[] all = new int[router.Handlers.Length + 5];
        int count = 0;
        for (int i = 0; i < router.Handlers.Length; i++)
            if (router.Handlers[i].Feature != 0)
                all[count++] = router.Handlers[i].Feature;
        all[count++] = Ns.Caps;
        all[count++] = Ns.Forms;
        all[count++] = Ns.Delay;
        AddChat(all, ref count);
        Features = new int[count];
        for (int i = 0; i < count; i++)
        {
            int at = i;
            while (at > 0 && vocabulary.Compare(Features[at - 1], all[i]) > 0)
            {
                Features[at] = Features[at - 1];
                at--;
            }

            Features[at] = all[i];
        }
    }

    /// <summary>Lets the node of the capabilities stand for ourselves (XEP-0115 §6.2).</summary>
    public void Answer(EntityCapabilities forNode) => capabilities = forNode;

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        XmlCursor query = request.AtPayload();
        int node = query.Attribute(Word.Node);
        if (node != XmlCursor.None && (capabilities == null || !capabilities.IsNode(query, node)))
            return commands == null ? StanzaError.ItemNotFound : commands.Describe(request, node, answer);
        answer.Start(Word.Query, Ns.DiscoInfo);
        if (node != XmlCursor.None)
            answer.Attribute(Word.Node, query.Bytes, query.Start(node), query.Length(node));
        Identity(answer, Word.Client, Word.Bot, name);
        for (int i = 0; i < Features.Length; i++)
            WriteFeature(answer, Features[i]);
        answer.End();
        return StanzaError.None;
    }

    // That of the chat plane (../Chat); where there is none, nothing is left of the call.
    partial void AddChat(int[] all, ref int count);

    internal static void Identity(XmlWriter answer, int category, int type, byte[] name)
    {
        answer.Start(Word.Identity);
        answer.Attribute(Word.Category, category);
        answer.Attribute(Word.Type, type);
        answer.Attribute(Word.Name, name, 0, name.Length);
        answer.End();
    }

    internal static void WriteFeature(XmlWriter answer, int feature)
    {
        answer.Start(Word.Feature);
        answer.Attribute(Word.Var, feature);
        answer.End();
    }
}
