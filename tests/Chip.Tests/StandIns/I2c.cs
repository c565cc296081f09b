using System;
using Presentity.Chip.Tests;

namespace System.Device.I2c
{
    /// <summary>The chip's class of that name: what fails is told in the result alone, and a byte that was not read is the one
    /// before.</summary>
    public sealed class I2cDevice(I2cConnectionSettings settings)
    {
        readonly byte[] one = new byte[1];

        public I2cConnectionSettings ConnectionSettings { get; } = settings;

        public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

        public byte ReadByte()
        {
            Read(new SpanByte(one, 0, 1));
            return one[0];
        }

        public I2cTransferResult WriteByte(byte value)
        {
            one[0] = value;
            return Write(new SpanByte(one, 0, 1));
        }

        public I2cTransferResult Read(SpanByte data) =>
            Result(SimulatedBme280.Plugged(ConnectionSettings.DeviceAddress)?.Give(data.Span) ?? false);

        public I2cTransferResult Write(SpanByte data) =>
            Result(SimulatedBme280.Plugged(ConnectionSettings.DeviceAddress)?.Take(data.Span) ?? false);

        static I2cTransferResult Result(bool isDone) =>
            new(isDone ? I2cTransferStatus.FullTransfer : I2cTransferStatus.SlaveAddressNotAcknowledged);
    }

    public sealed record I2cConnectionSettings(int BusId, int DeviceAddress, I2cBusSpeed BusSpeed);

    public readonly record struct I2cTransferResult(I2cTransferStatus Status);

    /// <summary>As on the chip.</summary>
    public enum I2cBusSpeed
    {
        StandardMode = 0,
    }

    /// <summary>As on the chip.</summary>
    public enum I2cTransferStatus
    {
        FullTransfer = 1,
        SlaveAddressNotAcknowledged = 4,
    }
}

namespace System
{
    /// <summary>The chip's <c>Span&lt;byte&gt;</c>.</summary>
    public readonly ref struct SpanByte(byte[] array, int start, int length)
    {
        internal Span<byte> Span { get; } = array.AsSpan(start, length);
    }
}

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Which pin does what.</summary>
    public static class Configuration
    {
        public static void SetPinFunction(int pin, DeviceFunction function)
        {
        }
    }

    public enum DeviceFunction
    {
        I2C1_DATA,
        I2C1_CLOCK,
    }
}
