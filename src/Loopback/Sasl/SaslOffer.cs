using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>What one client is offered to log in with.</summary>
/// <param name="Mechanisms">Their names.</param>
/// <param name="Bindings">What a login with <c>-PLUS</c> can be bound to; null when there is none such (XEP-0440).</param>
sealed record SaslOffer(IReadOnlyList<string> Mechanisms, IReadOnlyList<string>? Bindings)
{
    public bool HasPlus => Mechanisms.Any(name => name.EndsWith("-PLUS", StringComparison.Ordinal));

    /// <summary>What is offered on a connection.</summary>
    public static SaslOffer On(Wire wire, LoopbackOptions options)
    {
        bool knowsClient = ClientCertificate.Address(wire.Tls) is not null;
        var offer = new SaslOffer([.. options.Mechanisms.Where(name => knowsClient || name != "EXTERNAL")], null);
        return offer.HasPlus
            ? offer with { Bindings = [.. options.ChannelBindings.Where(type => wire.ChannelBinding(type) is not null)] }
            : offer;
    }

    /// <summary>What somebody on the way makes of it.</summary>
    public SaslOffer As(Misbehaviour misbehaviour) =>
        new(misbehaviour.ShownMechanisms ?? Mechanisms, misbehaviour.ShownBindings ?? Bindings);

    /// <summary>The features that say so.</summary>
    public XElement[] ToElements()
    {
        var mechanisms = new XElement(Names.Sasl + "mechanisms", Mechanisms.Select(name => new XElement(Names.Sasl + "mechanism", name)));
        return Bindings is not { Count: > 0 }
            ? [mechanisms]
            : [
                new XElement(Names.SaslBinding + "sasl-channel-binding", Bindings.Select(
                    type => new XElement(Names.SaslBinding + "channel-binding", new XAttribute("type", type)))),
                mechanisms,
            ];
    }

    /// <summary>Its hash in base 64 (XEP-0474 §5.1).</summary>
    public string Hash(HashAlgorithmName hash)
    {
        string text = Joined(Mechanisms) + (Bindings is { Count: > 0 } ? "\u001F" + Joined(Bindings) : "");
        return Convert.ToBase64String(CryptographicOperations.HashData(hash, Encoding.UTF8.GetBytes(text)));
    }

    static string Joined(IEnumerable<string> names) => string.Join('\u001E', names.Order(StringComparer.Ordinal));
}
