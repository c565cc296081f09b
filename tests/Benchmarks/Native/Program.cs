using System.Globalization;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary><c>NativePass pass TOKENIZER FILE CHUNK</c>.</summary>
static class Program
{
    static void Main(string[] arguments) => Contestant.Run(arguments[1], arguments[2], int.Parse(arguments[3], CultureInfo.InvariantCulture));
}
