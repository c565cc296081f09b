using System.Collections.Generic;
using Presentity.Platform;

namespace Presentity.Xmpp.Tests;

/// <summary>A store that does not outlive the test.</summary>
sealed class MemoryStore : IStore
{
    public Dictionary<string, byte[]> Files { get; } = [];

    public string Failure => "";

    public byte[]? Read(string name) => Files.GetValueOrDefault(name);

    public bool Write(string name, byte[] data, int count)
    {
        Files[name] = data[..count];
        return true;
    }

    public bool Remove(string name) => Files.Remove(name) || true;
}
