using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The chip's first I2C bus, at 100 kHz, on two pins of the board.</summary>
public sealed class NanoI2cBus : II2cBus
{
    const int Bus = 1;
    const int MostChips = 4;

    readonly I2cDevice[] chips = new I2cDevice[MostChips];
    int count;

    /// <summary>Takes the pins; each has a resistor to the supply, on the sensor's board as a rule.</summary>
    public NanoI2cBus(int data, int clock)
    {
        Configuration.SetPinFunction(data, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(clock, DeviceFunction.I2C1_CLOCK);
    }

    /// <summary>The chip at an address, for a driver that wants the class library's; made when it is first asked for.</summary>
    public I2cDevice Chip(int address)
    {
        for (int i = 0; i < count; i++)
            if (chips[i].ConnectionSettings.DeviceAddress == address)
                return chips[i];
        I2cDevice chip = I2cDevice.Create(new I2cConnectionSettings(Bus, address, I2cBusSpeed.StandardMode));
        if (count < MostChips)
            chips[count++] = chip;
        return chip;
    }

    // SpanByte is what the class library takes, although it calls it obsolete.
#pragma warning disable CS0612, CS0618
    public bool TryWrite(int address, byte[] data, int count)
    {
        try
        {
            return Chip(address).Write(new SpanByte(data, 0, count)).Status == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool TryRead(int address, byte[] data, int count)
    {
        try
        {
            return Chip(address).Read(new SpanByte(data, 0, count)).Status == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            return false;
        }
    }
#pragma warning restore CS0612, CS0618
}
