namespace Presentity.Xml.Tests.Conformance;

/// <summary>One document of the suite and what is said of it.</summary>
/// <param name="Id">Its name in the suite.</param>
/// <param name="Type"><c>valid</c>, <c>invalid</c> (but well-formed), <c>not-wf</c>, or <c>error</c>, which need not be noticed.</param>
/// <param name="HasNamespaces">Whether it is meant for processors that know Namespaces 1.0; others use colons as they like.</param>
/// <param name="Bytes">The document.</param>
sealed record SuiteCase(string Id, string Type, bool HasNamespaces, byte[] Bytes)
{
    internal bool IsWellFormed => Type is "valid" or "invalid";
}
