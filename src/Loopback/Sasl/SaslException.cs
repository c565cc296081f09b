using System;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A login that has failed; another may be tried on the same stream.</summary>
/// <param name="condition">An element name of RFC 6120 §6.5.</param>
/// <param name="text">For a person; null to say no more.</param>
sealed class SaslException(string condition, string? text = null) : Exception(condition)
{
    /// <summary>The failure as a profile has it: RFC 6120's, or XEP-0388's with the same conditions.</summary>
    public XElement ToElement(XNamespace profile) => new(
        profile + "failure", new XElement(Names.Sasl + Message), text is null ? null : new XElement(profile + "text", text));
}
