using System;
using System.Collections.Generic;
using System.Text;

namespace Presentity.House.Tests.Chip;

/// <summary>What may not reach the chip, one offence in each type, and in <see cref="Clean"/> what may. Nobody runs this: the rules read
/// how it was compiled.</summary>
public static unsafe class Offences
{
    public sealed class Clean
    {
        private readonly byte[] bytes = [1, 2, 3];
        private readonly int[][] table = [[1], [2, 3]];
        private DayOfWeek day = DayOfWeek.Monday;

        public EventHandler? Changed;

        public string this[int index] => index switch { 0 => "zero", 1 => "one", _ => bytes.Length.ToString() };

        public int Sum(ref int total, string text)
        {
            foreach (byte value in bytes)
                total += value << 2;
            for (int i = 0; i < table.Length; i++)
                total -= table[i][0];
            lock (bytes)
                day = (DayOfWeek)(((int)day + 1) % 7);
            try
            {
                total /= text.Length;
            }
            catch (Exception e) when (e.Message.Length > 0 && text[0] == 'x')
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }

            StringBuilder builder = new(text);
            ThreadStart(() => builder.Append(text));
            return (int)day;
        }

        private static void ThreadStart(System.Threading.ThreadStart start) => start();
    }

    public class GenericType<T>
    {
        public T? Value;
    }

    public sealed class NulInText
    {
        public static string Text() => "user\0";
    }

    public sealed class GenericBase : GenericType<int>;

    public abstract class GenericInterface : IEquatable<GenericInterface>
    {
        public abstract bool Equals(GenericInterface? other);
    }

    public sealed class GenericMethod
    {
        public static T Same<T>(T value) => value;
    }

    public sealed class GenericCall
    {
        public static int Same(int value) => GenericMethod.Same(value);
    }

    public sealed class GenericField
    {
        public Action<string>? Value;
    }

    public sealed class GenericLocal
    {
        public static int Count() => new List<string>().Count;
    }

    public interface IDefault
    {
        int Value() => 1;
    }

    public sealed class PointerParameter
    {
        public static int Read(int* value) => *value;
    }

    public sealed class Fixed
    {
        public static byte First(byte[] bytes)
        {
            fixed (byte* first = bytes)
                return *first;
        }
    }

    public sealed class StackAllocation
    {
        public static byte First(int count)
        {
            byte* bytes = stackalloc byte[count];
            return bytes[0];
        }
    }

    public sealed class FunctionPointer
    {
        public static int Call(delegate*<int, int> function) => function(1);
    }

    public sealed class MultiDimensional
    {
        public static int First(int[,] table) => table[0, 0];
    }

    public sealed class CheckedAddition
    {
        public static int Add(int a, int b) => checked(a + b);
    }

    public sealed class CheckedConversion
    {
        public static byte Convert(int a) => checked((byte)a);
    }

    public sealed class VolatileField
    {
        private volatile int value = 1;

        public int Read() => value;
    }

    public sealed class DecimalField
    {
        public decimal Value;
    }

    public sealed class NullableField
    {
        public int? Value;
    }

    public sealed class SpanParameter
    {
        public static int Length(Span<byte> bytes) => bytes.Length;
    }

    public sealed class TupleResult
    {
        public static (int First, int Second) Pair() => (1, 2);
    }

    public sealed class AbsentMethod
    {
        public static void Collect(System.Diagnostics.Stopwatch watch) => watch.Start();
    }

    public sealed class EnumText
    {
        public static string Name(DayOfWeek day) => day.ToString();
    }

    public sealed class OwnEnumText
    {
        public static string Name(Mood mood) => "I am " + mood;
    }

    public sealed class EnumFormat
    {
        public static string Name(Mood mood) => string.Format("{0}", mood);
    }

    public sealed class StringLoop
    {
        public static int Count(string text)
        {
            int count = 0;
            for (int i = 0; i < text.Length; i++)
                count += text[i] == ' ' ? 1 : 0;
            return count;
        }
    }

    public sealed class StringEach
    {
        public static int Count(string text)
        {
            int count = 0;
            foreach (char c in text)
                count += c;
            return count;
        }
    }

    public sealed class References
    {
        public static int Read(ref int value)
        {
            TypedReference reference = __makeref(value);
            return __refvalue(reference, int);
        }

        public static Type Kind(TypedReference reference) => __reftype(reference);

        public static int Arguments(__arglist) => new ArgIterator(__arglist).GetRemainingCount();
    }

    public enum Mood
    {
        Calm,
    }
}
