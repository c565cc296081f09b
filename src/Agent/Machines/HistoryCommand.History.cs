using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Moments are said to be such (XEP-0122 §3.1).</summary>
public sealed partial class HistoryCommand
{
    partial void Validate(XmlWriter answer)
    {
        answer.Start(Word.Validate, Ns.Validation);
        answer.Attribute(Word.Datatype, "xs:dateTime");
        answer.End();
    }
}
