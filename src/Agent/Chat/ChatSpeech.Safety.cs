namespace Presentity.Agent;

/// <summary><c>pump on for 10 min</c>: where something watches over the actuators.</summary>
public sealed partial class ChatSpeech
{
    partial void SetFor(ActuatorChannel channel, int level, int milliseconds, ref string outcome)
    {
        bool obeyed = channel.TrySet(level, milliseconds);
        outcome = obeyed ? channel.TimedOutcome() : channel.Outcome(false);
    }

    partial void ExplainTime(ref string help) => help += " [for 10 min]";
}
