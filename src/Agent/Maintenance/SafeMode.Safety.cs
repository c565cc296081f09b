using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>safe-mode</c>: every actuator goes to its fail-safe state and obeys nobody, over restarts too, until this is over.</summary>
public sealed class SafeMode : Confirmation
{
    const string Key = "safe-mode";

    readonly DeviceAgent agent;
    readonly DeviceSettings settings;

    /// <summary>Of this device.</summary>
    internal SafeMode(DeviceAgent agent, DeviceSettings settings)
        : base(Key, "Safe mode", Permission.ToSet)
    {
        this.agent = agent;
        this.settings = settings;
    }

    protected override CommandStatus Do(CommandRequest request)
    {
        if (!TryRead(request.Form, Key, out bool isOn))
            return request.RefusePayload("safe-mode: true or false");
        if (isOn == agent.IsInSafeMode)
            return settings.Complete(request, "");
        bool obeyed = agent.SetSafeMode(isOn);
        settings.Note(Key, isOn ? "on" : "off");
        CommandStatus status = settings.Complete(request, isOn ? "safe mode: the actuators are at their fail-safe states and obey nobody"
            : "safe mode is over: the actuators stay as they are, and obey");
        return obeyed ? status : request.Fail("safe mode: an actuator did not obey; what it is, set-actuators shows");
    }

    protected override void Ask(XmlWriter answer)
    {
        DataForm.Start(answer, Word.Form, "Safe mode");
        answer.Element(Word.Instructions, "In safe mode every actuator is at its fail-safe state and obeys nobody, until it is over.");
        DataForm.BooleanField(answer, Key, "Safe mode", agent.IsInSafeMode);
        DataForm.ConfirmField(answer, "Do it now");
        answer.End();
    }
}
