using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>What tests on the chip go by is right: names of enums, and derivations that it does not compute.</summary>
[TestClass]
public sealed class KitTests
{
    [TestMethod]
    public void EveryValueHasItsName()
    {
        CollectionAssert.AreEqual(Enum.GetNames<SessionState>(), Enum.GetValues<SessionState>().Select(XmppNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<SessionEnd>(), Enum.GetValues<SessionEnd>().Select(XmppNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<Role>(), Enum.GetValues<Role>().Select(XmppNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<LogLevel>(), Enum.GetValues<LogLevel>().Select(PlatformNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<TransportStatus>(), Enum.GetValues<TransportStatus>().Select(PlatformNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<HashAlgorithm>(), Enum.GetValues<HashAlgorithm>().Select(PlatformNames.Of).ToArray());
    }

    [TestMethod]
    public void EveryKnownDerivationIsWhatDotNetComputes()
    {
        byte[] password = Encoding.UTF8.GetBytes("pencil");
        foreach (string known in KnownDerivations.All)
        {
            string[] parts = known.Split(' ');
            HashAlgorithm algorithm = PlatformNames.Algorithm(parts[0]);
            byte[] salt = Convert.FromBase64String(parts[2]);
            byte[] output = new byte[HashLength.Of(algorithm)];
            new TestCrypto().Pbkdf2(algorithm, password, salt, int.Parse(parts[1]), output);
            Assert.AreEqual(parts[3], Convert.ToBase64String(output), known);
            CollectionAssert.AreEqual(output, KnownDerivations.Find(algorithm, password, salt, int.Parse(parts[1])));
        }
    }
}
