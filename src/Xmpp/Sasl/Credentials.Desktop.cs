namespace Presentity.Xmpp;

/// <summary>What a desktop can prove an account with besides.</summary>
public sealed partial class Credentials
{
    /// <summary>Whether the password may be given away to the server (PLAIN, RFC 4616), under verified TLS, when it offers nothing better
    /// and nothing better has been used before.</summary>
    public bool AllowsPlain { get; set; }

    /// <summary>Whether the transport shows a certificate that names the account: EXTERNAL.</summary>
    public bool HasCertificate { get; set; }

    /// <summary>What a person does who knows why the server offers less than before.</summary>
    public string HowToForget { get; set; } = "start anew if the server was changed on purpose";

    /// <summary>The password as it was given: its preparation is the server's where it gets the password itself (RFC 4616 §2).</summary>
    internal string Secret { get; private set; } = "";

    partial void Prepare(ref string user, ref string password)
    {
        Secret = password;
        if (Saslprep.TryPrepare(user, out string name, out _))
            user = name;
        if (Saslprep.TryPrepare(password, out string prepared, out _))
            password = prepared;
    }
}
