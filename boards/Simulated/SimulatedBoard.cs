using Presentity.Platform;

namespace Presentity.Boards.Simulated;

/// <summary>A small greenhouse that exists nowhere: its readings drift, and its actuators have an effect on them.</summary>
/// <remarks>Everything follows from the clock and from what was set, so that tests can foretell it.</remarks>
public sealed class SimulatedBoard : IBoard
{
    readonly Weather weather;
    readonly SimulatedActuator[] actuators;
    readonly SimulatedButton button;

    /// <summary>A greenhouse by this clock.</summary>
    public SimulatedBoard(IClock clock)
    {
        SimulatedActuator pump = new SimulatedActuator("pump", "Pump", true);
        SimulatedActuator fan = new SimulatedActuator("fan", "Fan", false);
        actuators = new SimulatedActuator[] { pump, new SimulatedActuator("indicator", "Indicator", true), fan };
        button = new SimulatedButton();
        weather = new Weather(clock, pump, fan);
        Sensors = new ISensor[] { new Thermometer(weather), new Hygrometer(weather), new LightMeter(weather), button };
    }

    public string Model => "Simulated greenhouse";

    public ISensor[] Sensors { get; }

    public IActuator[] Actuators => actuators;

    /// <summary>How often the board was asked to make itself known.</summary>
    public int Identified { get; private set; }

    public bool Identify()
    {
        Identified++;
        return true;
    }

    public void WakeOnInput(ITransport transport) => button.Transport = transport;

    /// <summary>Presses the button, or lets it go. Any thread may call.</summary>
    public void Press(bool down) => button.Press(down);

    /// <summary>Makes the sensors fail, or work again.</summary>
    public void BreakSensors(bool broken) => weather.IsBroken = broken;

    /// <summary>Makes the actuators stop obeying, or obey again.</summary>
    public void BreakActuators(bool broken)
    {
        for (int i = 0; i < actuators.Length; i++)
            actuators[i].IsBroken = broken;
    }
}
