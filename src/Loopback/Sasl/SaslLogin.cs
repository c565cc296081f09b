using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>One attempt at logging in (RFC 6120 §6): the exchange of elements around the messages of a mechanism.</summary>
/// <param name="ask">Sends a challenge and brings what the client says to it.</param>
sealed class SaslLogin(LoopbackOptions options, Accounts accounts, Func<XElement, Task<XElement>> ask)
{
    const int NonceBytes = 18;

    /// <summary>Runs the exchange.</summary>
    /// <param name="auth">The client's <c>auth</c> element.</param>
    /// <returns>Who has logged in, and the <c>success</c> element to say so.</returns>
    public async Task<(Account Account, XElement Success)> RunAsync(XElement auth)
    {
        string mechanism = (string?)auth.Attribute("mechanism") ?? "";
        if (Hash(mechanism) is not { } hash || Array.IndexOf(options.Mechanisms, mechanism) < 0)
            throw new SaslException("invalid-mechanism");

        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var scram = new ScramServer(hash, nonce, user => Keys(user, hash), options.Misbehaviour);
        if (auth.Value.Length == 0)
            auth = await AskAsync("");
        XElement response = await AskAsync(scram.Challenge(Decode(auth.Value)));
        string signature = scram.Finish(Decode(response.Value));
        Account account = accounts.Find(scram.User) ?? throw new SaslException("not-authorized");
        bool isOneself = scram.AuthorizationId.Length == 0 || (Jid.TryParse(scram.AuthorizationId, out Jid jid) && jid == account.Jid);
        return isOneself
            ? (account, new XElement(Names.Sasl + "success", Encode(signature)))
            : throw new SaslException("invalid-authzid");
    }

    static HashAlgorithmName? Hash(string mechanism) => mechanism switch
    {
        "SCRAM-SHA-1" => HashAlgorithmName.SHA1,
        "SCRAM-SHA-256" => HashAlgorithmName.SHA256,
        "SCRAM-SHA-512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));

    static string Decode(string text)
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
        XElement answer = await ask(new XElement(Names.Sasl + "challenge", Encode(message)));
        if (answer.Name == Names.Sasl + "response")
            return answer;
        throw new SaslException(answer.Name == Names.Sasl + "abort" ? "aborted" : "malformed-request");
    }
}
