using System;
using System.IO;
using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>The picture of a kind of device: 64 by 64, in the place where clients show a face.</summary>
/// <param name="bytes">PNG; small enough for one stanza.</param>
/// <param name="id">The SHA-1 hash of it in hexadecimal (XEP-0084 §4.2.1).</param>
public sealed class Icon(byte[] bytes, byte[] id)
{
    /// <summary>Pixels of a side.</summary>
    internal const int Side = 64;

    internal byte[] Bytes => bytes;

    internal byte[] Id => id;

    /// <summary>The icon of what measures, of what acts, or of what does both.</summary>
    public static Icon Of(bool hasSensors, bool hasActuators, ICrypto crypto)
    {
        string kind = !hasActuators ? "sensor" : hasSensors ? "controller" : "actuator";
        using Stream resource = typeof(Icon).Assembly.GetManifestResourceStream(kind + ".png")!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        byte[] hash = new byte[HashLength.Of(HashAlgorithm.Sha1)];
        crypto.Hash(HashAlgorithm.Sha1, bytes, 0, bytes.Length, hash);
        return new Icon(bytes, Encoding.UTF8.GetBytes(Convert.ToHexStringLower(hash)));
    }
}
