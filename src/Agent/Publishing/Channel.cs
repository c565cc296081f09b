using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>A sensor or an actuator as it is published: what it is called, and its reading.</summary>
public abstract class Channel
{
    /// <summary>Of this name and unit.</summary>
    protected Channel(string name, string unit)
    {
        Name = Encoding.UTF8.GetBytes(name);
        Unit = Encoding.UTF8.GetBytes(unit);
    }

    /// <summary>The name in UTF-8; not to be written to.</summary>
    public readonly byte[] Name;

    /// <summary>The unit in UTF-8; not to be written to.</summary>
    public readonly byte[] Unit;

    /// <summary>What was read last: for an actuator, its state as read back from the hardware, a boolean for a switch, else a number.</summary>
    public readonly Reading Now = new Reading();
}
