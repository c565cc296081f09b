using System;

namespace Presentity.Tool.Operate;

/// <summary>Something that the operator wanted did not come about; the message is one line for a person.</summary>
sealed class OperatorException(string message) : Exception(message);
