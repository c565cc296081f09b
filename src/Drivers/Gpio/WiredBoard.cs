using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A board as it is wired: its sensors and actuators, with a button and a lamp of its own where it has them.</summary>
public sealed class WiredBoard : IBoard
{
    const int Blinks = 5;
    const int BlinkMs = 100;

    readonly Button? button;
    readonly Relay? lamp;
    readonly IClock clock;

    /// <param name="model">What the board is, for people.</param>
    /// <param name="sensors">In the order in which a person wants to read them.</param>
    /// <param name="actuators">In the order in which a person wants to read them.</param>
    /// <param name="button">A press of it is published at once; null without one.</param>
    /// <param name="lamp">Blinks when somebody looks for the board; null without one.</param>
    /// <param name="clock">Of the platform.</param>
    public WiredBoard(string model, ISensor[] sensors, IActuator[] actuators, Button? button, Relay? lamp, IClock clock)
    {
        Model = model;
        Sensors = sensors;
        Actuators = actuators;
        this.button = button;
        this.lamp = lamp;
        this.clock = clock;
    }

    public string Model { get; }

    public ISensor[] Sensors { get; }

    public IActuator[] Actuators { get; }

    public bool Identify()
    {
        if (lamp == null || !lamp.TryGet(out int before))
            return false;
        for (int i = 0; i < Blinks; i++)
        {
            lamp.TrySet(1 - before);
            clock.Sleep(BlinkMs);
            lamp.TrySet(before);
            clock.Sleep(BlinkMs);
        }

        return true;
    }

    public void WakeOnInput(ITransport transport)
    {
        if (button != null)
            button.Wake(transport);
    }
}
