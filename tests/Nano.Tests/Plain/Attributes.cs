using System;
using System.Diagnostics;

namespace Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>Marks a class with tests. The program knows its tests from their sources, and carries no marks.</summary>
[Conditional("NEVER")]
sealed class TestClassAttribute : Attribute
{
}

/// <summary>Marks a test.</summary>
[Conditional("NEVER")]
sealed class TestMethodAttribute : Attribute
{
}

/// <summary>Gives the arguments of a test.</summary>
[Conditional("NEVER")]
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
sealed class DataRowAttribute : Attribute
{
    public DataRowAttribute(params object?[]? arguments)
    {
    }
}
