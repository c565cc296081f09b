using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Operators;

namespace Presentity.Interop.Tests;

/// <summary>Assertions about answers that are errors.</summary>
static class Refusal
{
    /// <summary>The request is answered with an error of this type and condition (RFC 6120 §8.3).</summary>
    public static async Task AssertAsync(string type, string condition, Func<Task> request)
    {
        RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(request);
        Assert.AreEqual(type + " " + condition, refused.Type + " " + refused.Condition);
    }
}
