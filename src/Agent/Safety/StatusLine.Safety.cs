using System.Text;
using Presentity.Xml;

namespace Presentity.Agent;

/// <summary>Safe mode is told: <c>safe mode · 21.4 °C · pump off</c>.</summary>
static partial class StatusLine
{
    static readonly byte[] SafeMode = Encoding.UTF8.GetBytes("safe mode");

    static partial void WriteSafeMode(XmlWriter writer, int start, ActuatorChannel[] actuators)
    {
        if (actuators.Length == 0 || actuators[0].Guard == null || !actuators[0].Guard!.IsSafeMode)
            return;
        if (writer.Length > start)
            writer.WriteRaw(Separator, 0, Separator.Length);
        writer.WriteRaw(SafeMode, 0, SafeMode.Length);
    }
}
