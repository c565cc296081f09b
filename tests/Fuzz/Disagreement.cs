using System;

namespace Presentity.Fuzz;

/// <summary>What a target says of an input with which something is wrong: for the fuzzer a crash.</summary>
public sealed class Disagreement(string message) : Exception(message);
