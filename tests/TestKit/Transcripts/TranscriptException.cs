using System;

namespace Presentity.TestKit;

/// <summary>What was played is not what the transcript says.</summary>
public sealed class TranscriptException(string message) : Exception(message);
