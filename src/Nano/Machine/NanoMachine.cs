using nanoFramework.Runtime.Native;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>The ESP32 under nanoFramework.</summary>
public sealed class NanoMachine : IMachine
{
    public string Target => SystemInfo.TargetName;

    public string Firmware => "nanoFramework " + SystemInfo.Version.ToString();

    public int FreeMemory => (int)GC.Run(false);

    public void Restart() => Power.RebootDevice();
}
