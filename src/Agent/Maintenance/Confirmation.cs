using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A command that asks whether it is really to be done (XEP-0050 §3.4): the first answer is always the form, whatever comes with the
/// request, and nothing is done before it is filled in.</summary>
public abstract class Confirmation : Command
{
    /// <summary>A command for those who have at least this role.</summary>
    protected Confirmation(string node, string name, Role least)
        : base(node, name, least)
    {
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (request.Session == 0)
            return CommandStatus.Executing;
        if (!TryRead(request.Form, "confirm", out bool isConfirmed))
            return request.RefusePayload("confirm: true or false");
        if (isConfirmed)
            return Do(request);
        request.HasOnlyLooked = true;
        return request.Complete("not confirmed: nothing was done");
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.Session == 0)
            Ask(answer);
    }

    /// <summary>Does it.</summary>
    protected abstract CommandStatus Do(CommandRequest request);

    /// <summary>Writes the form.</summary>
    protected abstract void Ask(XmlWriter answer);

    /// <summary>Reads a boolean field; there must be one.</summary>
    protected static bool TryRead(XmlCursor form, string field, out bool value)
    {
        string text = FormText.Of(form, field);
        value = text == "1" || text == "true";
        return value || text == "0" || text == "false";
    }
}
