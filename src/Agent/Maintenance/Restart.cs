using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>restart</c>: the device says goodbye and starts anew, once this was confirmed and answered.</summary>
public sealed class Restart : Confirmation
{
    readonly DeviceAgent agent;

    /// <summary>Of this device.</summary>
    public Restart(DeviceAgent agent)
        : base("restart", "Restart", Permission.ToGovern) => this.agent = agent;

    protected override CommandStatus Do(CommandRequest request)
    {
        agent.StartAgain();
        return request.Complete("restarting");
    }

    protected override void Ask(XmlWriter answer)
    {
        DataForm.Start(answer, Word.Form, "Restart");
        answer.Element(Word.Instructions, "The device goes offline for a moment. Its actuators are set to what they are at boot.");
        DataForm.ConfirmField(answer, "Restart it now");
        answer.End();
    }
}
