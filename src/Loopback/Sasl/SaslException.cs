using System;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A login that has failed; another may be tried on the same stream.</summary>
/// <param name="condition">An element name of RFC 6120 §6.5.</param>
sealed class SaslException(string condition) : Exception(condition)
{
    public XElement ToElement() => new(Names.Sasl + "failure", new XElement(Names.Sasl + Message));
}
