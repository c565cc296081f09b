using System.Collections.Generic;
using System.Text;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>Files in memory, by name.</summary>
sealed class TestStore : IStore
{
    readonly Dictionary<string, byte[]> files = [];

    public string Failure { get; set; } = "";

    internal string this[string name]
    {
        set => files[name] = Encoding.UTF8.GetBytes(value);
    }

    public byte[]? Read(string name) => files.GetValueOrDefault(name);

    public bool Write(string name, byte[] data, int count)
    {
        files[name] = data[..count];
        return true;
    }

    public bool Remove(string name)
    {
        files.Remove(name);
        return true;
    }
}
