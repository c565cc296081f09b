namespace Presentity.Benchmarks.Tokenizing;

/// <summary>Who is compared.</summary>
static class Tokenizers
{
    public const string Portable = "portable";
    public const string Desktop = "desktop";
    public const string XmlReader = "XmlReader";
    public const string Expat = "expat";
    public const string ExpatNamespaces = "expat-ns";
}
