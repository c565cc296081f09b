using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A chip that measures temperature and relative humidity together, and the two sensors that it is.</summary>
/// <remarks>Who reads both gets both from one measurement: another begins when the last is half a second old. What could not be
/// measured is not there; the value before is not told again.</remarks>
public abstract class ClimateChip
{
    const int FreshMs = 500;

    readonly IClock clock;
    long measuredAt;
    bool isMeasured;
    bool isValid;

    /// <param name="bus">The bus that the chip is on.</param>
    /// <param name="clock">Of the platform; a measurement waits on it.</param>
    protected ClimateChip(II2cBus bus, IClock clock)
    {
        Bus = bus;
        this.clock = clock;
        Temperature = new Thermometer(this);
        Humidity = new Hygrometer(this);
    }

    /// <summary>In °C, one decimal.</summary>
    public readonly ISensor Temperature;

    /// <summary>Relative, in percent, one decimal.</summary>
    public readonly ISensor Humidity;

    /// <summary>The bus that the chip is on.</summary>
    protected readonly II2cBus Bus;

    /// <summary>Hundredths of a degree Celsius, of the last measurement.</summary>
    protected internal int CentiDegrees;

    /// <summary>Hundredths of a percent, of the last measurement.</summary>
    protected internal int CentiPercent;

    /// <summary>Measures, unless it was done just now.</summary>
    /// <returns>False when the chip did not answer, was not ready in time, or its check was wrong.</returns>
    internal bool TryMeasure()
    {
        long now = clock.Milliseconds;
        if (!isMeasured || now - measuredAt >= FreshMs)
        {
            isValid = Measure();
            isMeasured = true;
            measuredAt = clock.Milliseconds;
        }

        return isValid;
    }

    /// <summary>Measures into <see cref="CentiDegrees"/> and <see cref="CentiPercent"/>.</summary>
    protected abstract bool Measure();

    /// <summary>Waits for the chip.</summary>
    protected void Wait(int milliseconds) => clock.Sleep(milliseconds);

    /// <summary>Tenths of what is given in hundredths, rounded.</summary>
    internal static int Tenths(int hundredths) => (hundredths + (hundredths < 0 ? -5 : 5)) / 10;
}
