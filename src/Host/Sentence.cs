namespace Presentity.Host;

/// <summary>Fits what the system says into a sentence of ours.</summary>
static class Sentence
{
    /// <summary>One line, without the full stop.</summary>
    public static string Part(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
