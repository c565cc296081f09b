using System;
using System.Device.I2c;
using System.IO;
using Iot.Device.Bmxx80.ReadResult;

namespace Iot.Device.Bmxx80
{
    /// <summary>The binding of that name, in what matters of it: it looks for the chip when it is made and never again, resets it and
    /// goes on at once, and takes whatever is in its buffer for what was read.</summary>
    public sealed class Bme280
    {
        const byte Identity = 0xD0;
        const byte Reset = 0xE0;
        const byte HumidityControl = 0xF2;
        const byte MeasureControl = 0xF4;
        const byte PressureData = 0xF7;
        const byte TemperatureData = 0xFA;
        const byte HumidityData = 0xFD;

        readonly I2cDevice device;

        public Bme280(I2cDevice device)
        {
            this.device = device;
            if (Byte(Identity) != 0x60)
                throw new IOException();
            Write(Reset, 0xB6);
            PressureSampling = Sampling.UltraLowPower;
            TemperatureSampling = Sampling.UltraLowPower;
            HumiditySampling = Sampling.UltraLowPower;
        }

        public Sampling PressureSampling { set => Write(MeasureControl, (Byte(MeasureControl) & ~0x1C) | ((int)value << 2)); }

        public Sampling TemperatureSampling { set => Write(MeasureControl, (Byte(MeasureControl) & ~0xE0) | ((int)value << 5)); }

        public Sampling HumiditySampling
        {
            set
            {
                Write(HumidityControl, (Byte(HumidityControl) & ~7) | (int)value);
                Write(MeasureControl, Byte(MeasureControl));
            }
        }

        /// <summary>The simulation's registers hold tenths; the real ones want a formula.</summary>
        public Bme280ReadResult Read()
        {
            Write(MeasureControl, (Byte(MeasureControl) & ~3) | 1);
            return new(Number(TemperatureData), Number(PressureData), Number(HumidityData));
        }

        double Number(byte register)
        {
            byte[] bytes = new byte[2];
            device.WriteByte(register);
            device.Read(new SpanByte(bytes, 0, 2));
            return ((bytes[0] << 8) | bytes[1]) / 10.0;
        }

        int Byte(byte register)
        {
            device.WriteByte(register);
            return device.ReadByte();
        }

        void Write(byte register, int value) => device.Write(new SpanByte([register, (byte)value], 0, 2));
    }

    /// <summary>As in the binding.</summary>
    public enum Sampling : byte
    {
        Skipped = 0,
        UltraLowPower = 1,
    }
}

namespace Iot.Device.Bmxx80.ReadResult
{
    /// <summary>What the binding returns; with a sampling that is not skipped it says that all is valid.</summary>
    public sealed class Bme280ReadResult(double temperature, double pressure, double humidity)
    {
        public bool TemperatureIsValid => true;

        public bool PressureIsValid => true;

        public bool HumidityIsValid => true;

        public Temperature Temperature { get; } = new(temperature);

        public Pressure Pressure { get; } = new(pressure);

        public Humidity Humidity { get; } = new(humidity);
    }

    public readonly record struct Temperature(double DegreesCelsius);

    public readonly record struct Pressure(double Hectopascals);

    public readonly record struct Humidity(double Percent);
}
