using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>The names that tests on the chip go by are those of the enums.</summary>
[TestClass]
public sealed class NamesTests
{
    [TestMethod]
    public void EveryValueHasItsName()
    {
        CollectionAssert.AreEqual(Enum.GetNames<XmlError>(), Enum.GetValues<XmlError>().Select(XmlNames.Of).ToArray());
        CollectionAssert.AreEqual(Enum.GetNames<XmlRead>(), Enum.GetValues<XmlRead>().Select(XmlNames.Of).ToArray());
    }
}
