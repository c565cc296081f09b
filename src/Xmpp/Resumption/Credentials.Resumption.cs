using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>The token that the server gave to log in with the next time (XEP-0484), and who we are to it from login to login
/// (XEP-0388). Both outlive the program where there is a store: one file, a secret like a password.</summary>
public sealed partial class Credentials
{
    /// <summary>In a store, as lines: whose, the id of the user agent, and of the token its mechanism, when it expires, and itself.</summary>
    public const string TokenFile = "token";

    const int Lines = 5;
    const int LongestToken = 256;

    string tokenOwner = "";
    string agentId = "";
    long tokenExpires;

    /// <summary>The token; empty when there is none.</summary>
    internal string Token = "";

    /// <summary>The mechanism that it is for.</summary>
    internal string TokenMechanism = "";

    /// <summary>Whether there is a token that is good at this time.</summary>
    /// <param name="now">Unix time in seconds; below 0 when it is not known.</param>
    internal bool HasToken(long now) => Token.Length > 0 && (tokenExpires == 0 || now < tokenExpires);

    /// <summary>Takes a new token in place of the last.</summary>
    /// <param name="mechanism">The mechanism that it is for.</param>
    /// <param name="token">Empty to have none.</param>
    /// <param name="expires">Unix time in seconds; 0 when it is not known.</param>
    internal void KeepToken(string mechanism, string token, long expires)
    {
        // What cannot be kept is not worth a login of its own: the password is there.
        if (token.Length > LongestToken || token.IndexOf('\n') >= 0)
            return;
        TokenMechanism = mechanism;
        Token = token;
        tokenExpires = expires;
        SaveToken();
    }

    /// <summary>Throws the token away.</summary>
    internal void ForgetToken() => KeepToken("", "", 0);

    /// <summary>The id of the user agent, a random UUID that is made once.</summary>
    internal string AgentId(ICrypto crypto)
    {
        if (agentId.Length > 0)
            return agentId;
        byte[] id = new byte[36];
        crypto.FillRandom(id, 0, id.Length);
        for (int i = 0; i < id.Length; i++)
        {
            // RFC 9562 §5.4: version 4, variant 8 to b.
            int digit = i == 14 ? 4 : i == 19 ? 8 | (id[i] & 3) : id[i] & 15;
            id[i] = (byte)(i == 8 || i == 13 || i == 18 || i == 23 ? '-' : digit < 10 ? '0' + digit : 'a' + digit - 10);
        }

        agentId = Encoding.UTF8.GetString(id, 0, id.Length);
        SaveToken();
        return agentId;
    }

    void SaveToken()
    {
        if (store == null)
            return;
        byte[] text = Encoding.UTF8.GetBytes(
            tokenOwner + "\n" + agentId + "\n" + TokenMechanism + "\n" + tokenExpires.ToString() + "\n" + Token);
        store.Write(TokenFile, text, text.Length);
    }

    partial void RecallToken(string whose)
    {
        tokenOwner = whose;
        byte[]? kept = store!.Read(TokenFile);
        string[] lines = kept == null ? new string[0] : Encoding.UTF8.GetString(kept, 0, kept.Length).Split('\n');
        if (lines.Length != Lines || lines[0] != whose || !long.TryParse(lines[3], out tokenExpires))
            return;
        agentId = lines[1];
        TokenMechanism = lines[2];
        Token = lines[4];
    }
}
