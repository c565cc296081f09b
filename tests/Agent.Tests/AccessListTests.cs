using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Who has which role: nobody by accident.</summary>
[TestClass]
public sealed class AccessListTests
{
    [TestMethod]
    [DataRow("owner@example.org", Role.Owner)]
    [DataRow("owner@example.org/phone", Role.Owner)]
    [DataRow("OWNER@Example.ORG/phone", Role.Owner)]
    [DataRow("operator@example.org", Role.Operator)]
    [DataRow("anybody@trusted.example/x", Role.Viewer)]
    [DataRow("trusted.example", Role.None)]
    [DataRow("anybody@sub.trusted.example", Role.None)]
    [DataRow("anybody@trusted.example.evil", Role.None)]
    [DataRow("owner@example.org.evil/x", Role.None)]
    [DataRow("owner@evil.example.org", Role.None)]
    [DataRow("xowner@example.org", Role.None)]
    [DataRow("owne@example.org", Role.None)]
    [DataRow("evil@evil.example/owner@example.org", Role.None)]
    [DataRow("evil.example/anybody@trusted.example", Role.None)]
    [DataRow("owner@example.orgx", Role.None)]
    [DataRow("example.org", Role.None)]
    [DataRow("@trusted.example", Role.Viewer)]
    [DataRow("", Role.None)]
    public void RoleOf(string address, Role role)
    {
        AccessList access = new();
        access.Add(Jid.Parse("owner@example.org")!, Role.Viewer);
        access.Add(Jid.Parse("Owner@Example.org")!, Role.Owner);
        access.Add(Jid.Parse("operator@example.org")!, Role.Operator);
        access.Add(Jid.Parse("trusted.example")!, Role.Viewer);
        byte[] bytes = Encoding.UTF8.GetBytes("<<" + address + ">>");
        Assert.AreEqual(role, access.RoleOf(bytes, 2, bytes.Length - 4));
    }

    [TestMethod]
    public void NobodyIsOnAnEmptyList() =>
        Assert.AreEqual(Role.None, new AccessList().RoleOf(Encoding.UTF8.GetBytes("owner@example.org"), 0, 17));
}
