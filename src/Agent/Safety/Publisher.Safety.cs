using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A device in safe mode does not do what it is told.</summary>
public sealed partial class Publisher
{
    partial void LookForSafeMode(ref int show)
    {
        if (actuators.Length > 0 && actuators[0].Guard != null && actuators[0].Guard!.IsSafeMode)
            show = Word.Dnd;
    }
}
