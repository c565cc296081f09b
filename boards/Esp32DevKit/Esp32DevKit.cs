using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;
namespace Presentity.Boards;
/// <summary>x</summary>
public sealed class Esp32DevKit : IBoard
{
    public static void Main() => Device.Run(new Esp32DevKit(), new WifiNetwork());
    public string Model => "ESP32 DevKit";
    public ISensor[] Sensors { get; } = new ISensor[0];
    public IActuator[] Actuators { get; } = new IActuator[0];
    public bool Identify() => false;
    public void WakeOnInput(ITransport transport) { }
}
