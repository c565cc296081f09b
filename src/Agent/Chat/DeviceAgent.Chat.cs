using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that is chatted with.</summary>
public sealed partial class DeviceAgent
{
    ChatSpeech speech = null!;

    partial void Converse(SensorChannel[] sensors, ActuatorChannel[] actuators, DiscoInfo info, LastActivity activity)
    {
        info.HasChat = true;
        speech = new ChatSpeech(sensors, actuators, status, options.Access, clock);
        LendHistory(speech);
        ChatPlane plane = new ChatPlane(session, speech, claim, limit, activity, clock, log) { Next = session.Router!.Messages };
        session.Router.Messages = plane;
    }

    // That of what is remembered (../History).
    partial void LendHistory(ChatSpeech speech);
}
