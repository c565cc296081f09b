using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL (RFC 6120 §6) with the strongest SCRAM that the server offers; nothing weaker, ever.</summary>
public sealed class SaslStep : INegotiationStep
{
    // The strongest first.
    static readonly int[] Names = { Word.ScramSha512, Word.ScramSha256, Word.ScramSha1 };
    static readonly HashAlgorithm[] Algorithms = { HashAlgorithm.Sha512, HashAlgorithm.Sha256, HashAlgorithm.Sha1 };

    readonly ICrypto crypto;
    readonly Credentials credentials;
    readonly Jid account;
    ScramMechanism? scram;
    int chosen;
    bool verified;

    /// <summary>Logs this account in.</summary>
    public SaslStep(ICrypto crypto, Jid account, Credentials credentials)
    {
        this.crypto = crypto;
        this.account = account;
        this.credentials = credentials;
    }

    public bool IsSecret => true;

    public SessionEnd FailureKind => SessionEnd.Authentication;

    public string Failure { get; private set; } = "";

    /// <summary>The word of the mechanism that was chosen last; 0 before.</summary>
    public int Mechanism;

    public bool IsDone(bool isSecure) => false;

    public bool IsOffered(XmlCursor features)
    {
        chosen = -1;
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
                for (int i = 0; i < Names.Length; i++)
                    if (Names[i] == word)
                    {
                        isSafe = true;
                        if ((chosen < 0 || i < chosen) && credentials.CanUse(crypto, Algorithms[i]))
                            chosen = i;
                    }

                offered += " " + features.ToString(slot);
            }
        }

        if (chosen < 0)
            Failure = (isSafe
                ? "this device has no keys for what the server offers; run presentity provision again and give the device the new file; it offers"
                : "the server offers no mechanism that is safe: SCRAM-SHA-256 or SCRAM-SHA-1 is needed, it offers")
                + (offered.Length > 0 ? offered : " none");
        else if (chosen > credentials.Strongest)
            Failure = "the server no longer offers the mechanism that this account has used before; this may be an attack: nothing was sent";
        return chosen >= 0 && chosen <= credentials.Strongest;
    }

    public StepResult Begin(XmlWriter writer)
    {
        Mechanism = Names[chosen];
        verified = false;
        scram = new ScramMechanism(crypto, Algorithms[chosen], credentials);
        writer.Start(Word.Auth, Ns.Sasl);
        writer.Attribute(Word.Mechanism, Mechanism);
        WriteBase64(writer, scram.ClientFirst());
        writer.End();
        return StepResult.Waiting;
    }

    public StepResult Receive(XmlCursor element, XmlWriter writer)
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
            return Fail("the server sent a challenge that is not base 64", writer);
        // Some servers send the signature in a challenge of its own, which has an empty answer (RFC 6120 §6.4.3).
        if (verified)
            return Fail("the server sent a challenge too many", writer);
        if (message.Length > 1 && message[0] == 'v')
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
            Failure = message == null ? "the server sent a success that is not base 64" : scram!.Failure;
            return StepResult.Failed;
        }

        scram = null;
        credentials.Strongest = chosen;
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
        int parent = failure.Node;
        string condition = "no condition";
        string text = "";
        int word = 0;
        for (bool more = failure.MoveToFirstChild(); more; more = failure.MoveToNext(parent))
        {
            if (failure.LocalName == Word.Text)
            {
                text = ", " + failure.ToString(failure.Text());
                continue;
            }

            word = failure.LocalName;
            condition = failure.LocalNameOf(failure.Node);
        }

        string why = " (" + condition + text + ")";
        switch (word)
        {
            case Word.NotAuthorized:
                return "the server does not accept the password of " + account.ToString() + why
                    + (credentials.HasPassword ? "; set jid and password right" : "; run presentity provision again and give the device the new file");
            case Word.AccountDisabled:
                return "the account " + account.ToString() + " is disabled" + why + "; ask the server's administrator";
            case Word.CredentialsExpired:
                return "the password of " + account.ToString() + " has expired" + why + "; set a new one on the server and here";
            case Word.TemporaryAuthFailure:
                return "the server cannot log anybody in right now" + why;
            default:
                return "the server refused the login of " + account.ToString() + why;
        }
    }

    static void WriteBase64(XmlWriter writer, byte[] message)
    {
        byte[] encoded = new byte[Base64.EncodedLength(message.Length)];
        Base64.Encode(message, 0, message.Length, encoded, 0);
        writer.Text(encoded, 0, encoded.Length);
    }
}
