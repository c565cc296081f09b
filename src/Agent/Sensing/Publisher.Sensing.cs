using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A device with an alarm wants to be looked at.</summary>
public sealed partial class Publisher
{
    partial void LookForAlarms(ref int show)
    {
        for (int i = 0; i < sensors.Length; i++)
            if (sensors[i].Alarm != AlarmState.None)
                show = Word.Dnd;
    }
}
