namespace Presentity.Host;

/// <summary>A host to try, by name or address literal, and its port.</summary>
readonly record struct ServerTarget(string Host, int Port);
