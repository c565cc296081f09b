using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>What anybody with an account somewhere can send to a device: each is answered, and none costs it its session.</summary>
[TestClass]
public sealed class HostileTests
{
    [TestMethod]
    [DataRow("<x xmlns='urn:example:x'>", "y", 20_000, "</x>", DisplayName = "a long text")]
    [DataRow("<x xmlns='urn:example:x' y='", "y", 20_000, "'/>", DisplayName = "a long attribute")]
    [DataRow("<x xmlns='urn:example:x'>", "<y/>", 2_000, "</x>", DisplayName = "many children")]
    [DataRow("<x xmlns='urn:example:x'>", "<y xmlns='urn:example:#'/>", 200, "</x>", DisplayName = "many namespaces one after the other")]
    [DataRow("<x xmlns='urn:example:x' ", "y#='' ", 100, "/>", DisplayName = "many attributes")]
    [DataRow("<x xmlns='urn:example:x' ", "p#:y='' xmlns:p#='urn:example:#' ", 100, "/>", DisplayName = "many namespaces at once")]
    public async Task OversizedRequestIsAnswered(string start, string repeated, int times, string end) =>
        await AssertItHoldsAsync(start + Repeat(repeated, times) + end);

    [TestMethod]
    [DataRow(10)]
    [DataRow(100)]
    [DataRow(400)]
    public async Task DeepRequestIsAnswered(int depth) =>
        await AssertItHoldsAsync("<x xmlns='urn:example:x'>" + Repeat("<y>", depth) + Repeat("</y>", depth) + "</x>");

    /// <summary>Whoever sends it, stranger or operator, gets an error, and the device goes on in the same session.</summary>
    static async Task AssertItHoldsAsync(string payload)
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody);
        await using Operator stranger = await installation.StrangerAsync();
        foreach (Operator sender in new[] { stranger, installation.Operator })
        {
            RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(() => sender.IqAsync(installation.Jid, "set", payload));
            Assert.IsTrue(refused.Condition is "service-unavailable" or "policy-violation", refused.Message);
        }
        await installation.Operator.PingAsync(installation.Jid);
        Assert.DoesNotContain("disconnected", string.Join('\n', installation.Device.Log.Since(0)), StringComparison.Ordinal);
    }

    /// <summary>The text many times, with the number of each in the place of #.</summary>
    static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(number => text.Replace("#", number.ToString(), StringComparison.Ordinal)));
}
