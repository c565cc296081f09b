using System.Collections.Generic;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>A store in memory, which can be made to fail.</summary>
public sealed class MemoryStore : IStore
{
    /// <summary>What is in it.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    /// <summary>Whether nothing can be removed.</summary>
    public bool IsStuck { get; init; }

    public string Failure { get; private set; } = "";

    public byte[]? Read(string name) => Files.GetValueOrDefault(name);

    public bool Write(string name, byte[] data, int count)
    {
        Writes++;
        Files[name] = data[..count];
        return true;
    }

    public bool Remove(string name)
    {
        Failure = IsStuck ? name + " cannot be removed" : "";
        return !IsStuck && (Files.Remove(name) || true);
    }
}
