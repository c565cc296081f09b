using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One account's logins: the choice of a mechanism, and its exchange. What carries the messages is its user's: RFC 6120 §6 has
/// elements for them, and XEP-0388 others.</summary>
/// <remarks>The strongest SCRAM that the server offers, and nothing weaker than what has been used before. The desktop has more to choose
/// from: <c>SaslLogin.Desktop.cs</c>. A mechanism's strength is a number: 1 PLAIN; 2, 3, 4 SCRAM with SHA-1, SHA-256, SHA-512; 5, 6, 7
/// the same with channel binding; 8 EXTERNAL.</remarks>
public sealed partial class SaslLogin
{
    const int WeakestScram = 2;

    readonly ICrypto crypto;
    readonly Jid account;
    readonly Credentials credentials;
    int strength;
    SaslMechanism? mechanism;

    /// <summary>Logs this account in.</summary>
    public SaslLogin(ICrypto crypto, Jid account, Credentials credentials)
    {
        this.crypto = crypto;
        this.account = account;
        this.credentials = credentials;
    }

    /// <summary>The mechanism that was chosen last; empty before.</summary>
    public string Name = "";

    /// <summary>Why a login cannot begin or go on: one line for a person.</summary>
    public string Failure = "";

    /// <summary>Chooses among the mechanisms on offer.</summary>
    /// <param name="features">At <c>&lt;stream:features/></c>; moved.</param>
    /// <param name="space">The namespace of the list and of the mechanisms in it.</param>
    /// <param name="list">The element in which they stand.</param>
    /// <returns>False with <see cref="Failure"/> when there is none that is safe.</returns>
    public bool Choose(XmlCursor features, int space, int list)
    {
        strength = 0;
        bool isSafe = false;
        string offered = "";
        string refusal = "";
        ReadOffer(features, space, list, ref refusal);
        if (features.MoveToChild(space, list))
        {
            int parent = features.Node;
            for (bool more = features.MoveToFirstChild(); more; more = features.MoveToNext(parent))
            {
                if (!features.Is(space, Word.Mechanism))
                    continue;
                int slot = features.Text();
                int word = features.Word(slot);
                string name = features.ToString(slot);
                int found = word == Word.ScramSha512 ? 4 : word == Word.ScramSha256 ? 3 : word == Word.ScramSha1 ? 2 : 0;
                isSafe |= found > 0;
                if (found > 0 && !credentials.CanUse(crypto, (HashAlgorithm)(found - WeakestScram)))
                    found = 0;
                Weigh(name, ref found, ref isSafe);
                if (found > strength)
                {
                    strength = found;
                    Name = name;
                }

                offered += " " + name;
            }
        }

        if (strength == 0)
            refusal = (isSafe
                ? "no keys for what the server offers; run presentity provision again; it offers"
                : "the server offers no mechanism that is safe (SCRAM); it offers")
                + (offered.Length > 0 ? offered : " none");
        else if (strength < credentials.Strongest)
        {
            refusal = "the server no longer offers the mechanism used before; this may be an attack: nothing was sent";
            ExplainDowngrade(ref refusal);
        }

        Failure = refusal;
        return refusal.Length == 0;
    }

    /// <summary>Begins the login with what was chosen.</summary>
    /// <returns>The initial response; at least one byte.</returns>
    public byte[] Begin()
    {
        mechanism = null;
        BeginOther();
        if (mechanism == null)
        {
            ScramMechanism scram = new ScramMechanism(crypto, (HashAlgorithm)((strength - WeakestScram) % 3), credentials);
            Bind(scram);
            mechanism = scram;
        }

        return mechanism.ClientFirst();
    }

    /// <summary>Answers a challenge.</summary>
    /// <param name="challenge">Null when it could not be read.</param>
    /// <returns>The response; null with <see cref="Failure"/> when the login is to be aborted.</returns>
    public byte[]? Answer(byte[]? challenge)
    {
        byte[]? response = challenge == null ? null : mechanism!.ClientFinal(challenge);
        if (response == null)
            Fail(challenge);
        return response;
    }

    /// <summary>Whether a login that the server accepts may be believed; it is then remembered.</summary>
    /// <param name="message">What the server says with it; null when it could not be read.</param>
    /// <returns>False with <see cref="Failure"/>: the server believes that we are in, so there is nothing to do but leave.</returns>
    public bool Succeeds(byte[]? message)
    {
        if (message == null || (!mechanism!.IsProven && !mechanism.Verify(message)))
        {
            Fail(message);
            return false;
        }

        mechanism = null;
        credentials.Remember(strength, account);
        return true;
    }

    /// <summary>What the server's refusal means, for a person.</summary>
    /// <param name="failure">At the element, whose condition is RFC 6120's (§6.5) in either profile; moved.</param>
    public string Describe(XmlCursor failure)
    {
        string why = account.ToString() + ": " + StreamHeader.Describe(failure, Ns.Sasl, out int condition);
        string text = condition != Word.NotAuthorized
            ? "the server refused the login of " + why
            : "the server does not accept the password of " + why
                + (credentials.HasPassword ? "; set jid and password right" : "; run presentity provision again");
        ExplainRefusal(why, ref text);
        return text;
    }

    /// <summary>The message in an element's text.</summary>
    /// <returns>Null when it is not base 64.</returns>
    public static byte[]? Read(XmlCursor element)
    {
        int text = element.Text();
        return Base64.Decode(element.Bytes, element.Start(text), element.Length(text));
    }

    /// <summary>Writes a message as an element's text; nothing for one of no bytes.</summary>
    public static void Write(XmlWriter writer, byte[] message)
    {
        if (message.Length > 0)
            writer.Text(System.Convert.ToBase64String(message));
    }

    void Fail(byte[]? message) =>
        Failure = message == null ? "the server sent something that is not base 64" : mechanism!.Failure;

    // The desktop's part; on the chip there is none, and nothing is left of these calls.
    partial void ReadOffer(XmlCursor features, int space, int list, ref string refusal);

    partial void Weigh(string name, ref int found, ref bool isSafe);

    partial void ExplainDowngrade(ref string refusal);

    partial void ExplainRefusal(string why, ref string text);

    partial void BeginOther();

    partial void Bind(ScramMechanism scram);
}
