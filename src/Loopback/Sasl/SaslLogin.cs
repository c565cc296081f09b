using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>One attempt at logging in (RFC 6120 §6): the exchange of elements around the messages of a mechanism.</summary>
/// <param name="offer">What the client has been offered.</param>
/// <param name="wire">The connection, which it can be bound to, and the certificate shown on it.</param>
/// <param name="profile">The namespace of the elements: RFC 6120's, or XEP-0388's.</param>
/// <param name="ask">Sends a challenge and brings what the client says to it.</param>
sealed class SaslLogin(
    LoopbackOptions options, Accounts accounts, SaslOffer offer, Wire wire, XNamespace profile, Func<XElement, Task<XElement>> ask)
{
    const int NonceBytes = 18;
    const string Plus = "-PLUS";

    /// <summary>Runs the exchange.</summary>
    /// <param name="mechanism">What the client has chosen.</param>
    /// <param name="initial">Its first message in base 64; empty for none.</param>
    /// <returns>Who has logged in, and the message that goes with the success, in base 64; null for none.</returns>
    public async Task<(Account Account, string? Proof)> RunAsync(string mechanism, string initial)
    {
        if (!offer.Mechanisms.Contains(mechanism))
            throw new SaslException("invalid-mechanism");
        if (mechanism is not ("PLAIN" or "EXTERNAL") && Hash(mechanism) is null)
            throw new SaslException("invalid-mechanism");
        string first = Decode(initial.Length > 0 ? initial : (await AskAsync("")).Value);
        return mechanism switch
        {
            "PLAIN" => (Plain(first), null),
            "EXTERNAL" => (External(first), null),
            _ => await ScramAsync(mechanism, first),
        };
    }

    async Task<(Account Account, string? Proof)> ScramAsync(string mechanism, string first)
    {
        HashAlgorithmName hash = Hash(mechanism)!.Value;
        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        bool isPlus = mechanism.EndsWith(Plus, StringComparison.Ordinal);
        var channel = new ScramChannel(isPlus, offer, options.SignsOffer,
            type => offer.Bindings?.Contains(type) == true ? wire.ChannelBinding(type) : null);
        var scram = new ScramServer(hash, nonce, user => Keys(user, hash), options.Misbehaviour, channel);
        XElement response = await AskAsync(scram.Challenge(first));
        string signature = scram.Finish(Decode(response.Value));
        Account account = Self(scram.User, scram.AuthorizationId);
        return (account, options.Misbehaviour.NoSignature ? null : Encode(signature));
    }

    /// <summary>RFC 4616: whom to act as, who one is, and the password, with a NUL between.</summary>
    Account Plain(string message)
    {
        string[] parts = message.Split('\0');
        if (parts.Length != 3)
            throw new SaslException("malformed-request");
        return accounts.Find(parts[1])?.HasPassword(parts[2]) == true
            ? Self(parts[1], parts[0])
            : throw new SaslException("not-authorized");
    }

    /// <summary>RFC 4422 appendix A: whom to act as; who one is, the certificate says.</summary>
    Account External(string message) =>
        Jid.TryParse(ClientCertificate.Address(wire.Tls), out Jid jid) && jid.Domain == accounts.Domain
            ? Self(jid.Local, message)
            : throw new SaslException("not-authorized");

    /// <summary>The account, which acts as nobody but itself.</summary>
    Account Self(string user, string actsAs)
    {
        Account account = accounts.Find(user) ?? throw new SaslException("not-authorized");
        bool isOneself = actsAs.Length == 0 || (Jid.TryParse(actsAs, out Jid jid) && jid == account.Jid);
        return isOneself ? account : throw new SaslException("invalid-authzid");
    }

    static HashAlgorithmName? Hash(string mechanism) => mechanism.Replace(Plus, "", StringComparison.Ordinal) switch
    {
        "SCRAM-SHA-1" => HashAlgorithmName.SHA1,
        "SCRAM-SHA-256" => HashAlgorithmName.SHA256,
        "SCRAM-SHA-512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));

    /// <summary>A message that is text.</summary>
    public static string Decode(string text)
    {
        try
        {
            // A single equals sign is a message of no bytes: RFC 6120 §6.4.2.
            return text == "=" ? "" : new UTF8Encoding(false, true).GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new SaslException("incorrect-encoding");
        }
        catch (ArgumentException)
        {
            throw new SaslException("malformed-request");
        }
    }

    ScramKeys Keys(string user, HashAlgorithmName hash) =>
        accounts.Find(user)?.Keys(hash) ?? ScramKeys.Nobodys(user, hash, options.ScramIterations);

    async Task<XElement> AskAsync(string message)
    {
        string text = Encode(message);
        text = options.Misbehaviour.Encoded?.Invoke(text) ?? text;
        XElement answer = await ask(new XElement(profile + "challenge", text));
        if (answer.Name == profile + "response")
            return answer;
        throw new SaslException(answer.Name == profile + "abort" ? "aborted" : "malformed-request");
    }
}
