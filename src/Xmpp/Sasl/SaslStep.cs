using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL (RFC 6120 §6) with the strongest SCRAM that the server offers; nothing weaker, ever.</summary>
public sealed class SaslStep : NegotiationStep
{
    readonly ICrypto crypto;
    readonly Credentials credentials;
    readonly Jid account;
    ScramMechanism? scram;
    HashAlgorithm chosen;
    bool verified;

    /// <summary>Logs this account in.</summary>
    public SaslStep(ICrypto crypto, Jid account, Credentials credentials)
        : base(SessionEnd.Authentication, isSecret: true)
    {
        this.crypto = crypto;
        this.account = account;
        this.credentials = credentials;
    }

    /// <summary>The word of the mechanism that was chosen last; 0 before.</summary>
    public int Mechanism;

    public override bool IsOffered(XmlCursor features)
    {
        int strongest = -1;
        bool isSafe = false;
        string offered = "";
        if (features.MoveToChild(Ns.Sasl, Word.Mechanisms))
        {
            int parent = features.Node;
            for (bool more = features.MoveToFirstChild(); more; more = features.MoveToNext(parent))
            {
                if (!features.Is(Ns.Sasl, Word.Mechanism))
                    continue;
                int slot = features.Text();
                int word = features.Word(slot);
                // The values of HashAlgorithm are in the order of their strength.
                int algorithm = word == Word.ScramSha512 ? (int)HashAlgorithm.Sha512
                    : word == Word.ScramSha256 ? (int)HashAlgorithm.Sha256
                    : word == Word.ScramSha1 ? (int)HashAlgorithm.Sha1 : -1;
                isSafe |= algorithm >= 0;
                if (algorithm > strongest && credentials.CanUse(crypto, (HashAlgorithm)algorithm))
                {
                    strongest = algorithm;
                    Mechanism = word;
                }

                offered += " " + features.ToString(slot);
            }
        }

        chosen = (HashAlgorithm)strongest;
        if (strongest < 0)
            Failure = (isSafe
                ? "no keys for what the server offers; run presentity provision again; it offers"
                : "the server offers no mechanism that is safe (SCRAM); it offers")
                + (offered.Length > 0 ? offered : " none");
        else if (strongest < credentials.Strongest)
            Failure = "the server no longer offers the mechanism used before; this may be an attack: nothing was sent";
        return strongest >= 0 && strongest >= credentials.Strongest;
    }

    public override StepResult Begin(XmlWriter writer)
    {
        verified = false;
        scram = new ScramMechanism(crypto, chosen, credentials);
        writer.Start(Word.Auth, Ns.Sasl);
        writer.Attribute(Word.Mechanism, Mechanism);
        WriteBase64(writer, scram.ClientFirst());
        writer.End();
        return StepResult.Waiting;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (element.Namespace != Ns.Sasl)
            return Fail("the server sent something else in the middle of the login", writer);
        switch (element.LocalName)
        {
            case Word.Challenge:
                return Challenge(element, writer);
            case Word.Success:
                return Success(element, writer);
            case Word.Failure:
                Failure = Describe(element);
                return StepResult.Failed;
            default:
                return Fail("the server sent something else in the middle of the login", writer);
        }
    }

    StepResult Challenge(XmlCursor element, XmlWriter writer)
    {
        byte[]? message = Message(element);
        if (message == null)
            return Fail("the server sent something that is not base 64", writer);
        // Some servers send the signature in a challenge of its own, which has an empty answer (RFC 6120 §6.4.3).
        if (!verified && message.Length > 1 && message[0] == 'v')
        {
            if (!scram!.Verify(message))
                return Fail(scram.Failure, writer);
            verified = true;
            writer.Start(Word.Response, Ns.Sasl);
            writer.End();
            return StepResult.Waiting;
        }

        byte[]? answer = scram!.ClientFinal(message);
        if (answer == null)
            return Fail(scram.Failure, writer);
        writer.Start(Word.Response, Ns.Sasl);
        WriteBase64(writer, answer);
        writer.End();
        return StepResult.Waiting;
    }

    StepResult Success(XmlCursor element, XmlWriter writer)
    {
        byte[]? message = Message(element);
        if (!verified && (message == null || !scram!.Verify(message)))
        {
            // Too late to abort: the server believes that we are in. We leave.
            Failure = message == null ? "the server sent something that is not base 64" : scram!.Failure;
            return StepResult.Failed;
        }

        scram = null;
        credentials.Strongest = (int)chosen;
        return StepResult.RestartStream;
    }

    StepResult Fail(string failure, XmlWriter writer)
    {
        Failure = failure;
        writer.Clear();
        writer.Start(Word.Abort, Ns.Sasl);
        writer.End();
        return StepResult.Failed;
    }

    static byte[]? Message(XmlCursor element)
    {
        int text = element.Text();
        return Base64.Decode(element.Bytes, element.Start(text), element.Length(text));
    }

    string Describe(XmlCursor failure)
    {
        string why = account.ToString() + ": " + StreamHeader.Describe(failure, Ns.Sasl, out int condition);
        if (condition != Word.NotAuthorized)
            return "the server refused the login of " + why;
        return "the server does not accept the password of " + why
            + (credentials.HasPassword ? "; set jid and password right" : "; run presentity provision again");
    }

    static void WriteBase64(XmlWriter writer, byte[] message)
    {
        byte[] encoded = new byte[Base64.EncodedLength(message.Length)];
        Base64.Encode(message, 0, message.Length, encoded, 0);
        writer.Text(encoded, 0, encoded.Length);
    }
}
