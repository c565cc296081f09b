using System;
using System.Text;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>What PBKDF2 makes of the password of the tests: thousands of rounds take the chip minutes.</summary>
public static class KnownDerivations
{
    const string Password = "pencil";
    const string Salt = "W22ZaJ0SNY7soEsUEjb6gQ==";
    const string OtherSalt = "QSXCR+Q6sek8bf92";

    /// <summary>Algorithm, rounds, salt and result of each.</summary>
    public static readonly string[] All = new string[]
    {
        "Sha1 4096 " + Salt + " FH6oM5uirRcm7WiLjSDqL+4J7LA=",
        "Sha1 10000 " + Salt + " 20MXV/DQHDQ7U/5vBM+JaOoVhhY=",
        "Sha256 4096 " + Salt + " xKSVEDI6tPlSysH6mUQZOeeOp01r6B3fcJbodRPcYV0=",
        "Sha1 4096 " + OtherSalt + " HZbuOlKbWl+eR8AfIposuKbhX30=",
        "Sha256 4096 " + OtherSalt + " qXUXrlcvnaxxWG00DdRgVioR2gnUpuX5r+3EZ1rdhVY=",
        "Sha256 8192 " + OtherSalt + " UClJxFTeQBKXffOzf4I38Df0lOC1LAzBYtVZyxqFhTg=",
    };

    /// <summary>The result; null when it is not known.</summary>
    public static byte[]? Find(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations)
    {
        if (Encoding.UTF8.GetString(password, 0, password.Length) != Password)
            return null;
        string what = PlatformNames.Of(algorithm) + " " + iterations + " " + Convert.ToBase64String(salt) + " ";
        foreach (string known in All)
            if (known.StartsWith(what))
                return Convert.FromBase64String(known.Substring(what.Length));
        return null;
    }
}
