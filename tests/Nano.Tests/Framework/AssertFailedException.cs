using System;

namespace Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>Something is not as a test says.</summary>
sealed class AssertFailedException : Exception
{
    public AssertFailedException(string message)
        : base(message)
    {
    }
}
