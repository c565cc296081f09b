using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Presentity.Agent;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Tool.Provision;

/// <summary>From questions to a configuration that has logged in.</summary>
/// <remarks>The configuration is written when every login has succeeded: with the password, and then, as the device will do it, with the
/// keys that were made from it and the authority that was found.</remarks>
/// <param name="file">The configuration to make, or to bring up to date.</param>
sealed partial class Provisioning(string file)
{
    const int MostAuthorityName = 24;

    ConfigurationText text = new("");
    string wifiPassword = "";
    string folder = "";

    /// <summary>Reads what there is already.</summary>
    /// <returns>The exit code; <see cref="ExitCode.Ok"/> to go on.</returns>
    internal int Read()
    {
        try
        {
            folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            if (!Directory.Exists(folder))
                return Fail(ExitCode.Configuration, $"{file}: there is no folder {folder}; give another file with --config FILE");
            if (File.Exists(file))
                text = new ConfigurationText(File.ReadAllText(file));
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(ExitCode.Configuration, $"{file}: cannot be read; give a configuration with --config FILE");
        }
    }

    /// <summary>Sets a key, unless there is no answer.</summary>
    internal void Answer(string key, string? answer)
    {
        if (!string.IsNullOrEmpty(answer))
            text[key] = answer;
    }

    /// <summary>Sets the account; that of another device stays in its file.</summary>
    /// <returns>The exit code; <see cref="ExitCode.Ok"/> to go on.</returns>
    internal int AnswerAccount(string? account)
    {
        if (!string.IsNullOrEmpty(account) && text["jid"].Length > 0 && !text["jid"].Equals(account, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(ExitCode.Configuration,
                $"{file}: this file is for {text["jid"]}, not for {account}; give {account} a file of its own with --config FILE");
        }

        Answer("jid", account);
        return ExitCode.Ok;
    }

    /// <summary>Asks for what is missing, logs in, and writes.</summary>
    /// <param name="ca">The CA file to trust; null for the one in the configuration, or the system's.</param>
    /// <returns>The exit code.</returns>
    internal int Run(string? ca)
    {
        string password = Ask();
        DeviceConfiguration configuration = Check(out string fault);
        if (fault.Length == 0 && password.Length == 0)
            fault = $"{file}: the password is missing; type it when asked, or give it as the line of standard input behind the account";
        if (fault.Length == 0 && !Saslprep.TryPrepare(password, out _, out string wrong))
            fault = $"{file}: the password cannot be used: {wrong}";
        string? authorities = ca ?? (text["ca"].Length > 0 ? Path.Combine(folder, text["ca"]) : null);
        if (fault.Length == 0 && authorities != null && !File.Exists(authorities))
            fault = $"{file}: ca: there is no file {authorities}";
        if (fault.Length > 0)
            return Fail(ExitCode.Configuration, fault);

        Login login = new(configuration.Jid!, configuration.Endpoint());
        IReadOnlyList<HashAlgorithm> offered = login.Offered(authorities);
        if (offered.Count == 0)
            return Fail(ExitCode.Of(login.End), login.EndText);
        return LogIn(login, configuration.Jid!, password, offered, authorities);
    }

    string Ask()
    {
        if (text["jid"].Length == 0)
            Answer("jid", Questions.Ask("The device's account (device@example.org):"));
        string password = text["password"].Length > 0 ? text["password"] : Questions.AskSecret($"The password of {text["jid"]}:");
        if (text["owner"].Length == 0)
            Answer("owner", Questions.Ask("Your own account, which may do everything (you@example.org):"));
        if (text["wifi.ssid"].Length == 0)
            Answer("wifi.ssid", Questions.Ask("Name of the Wi-Fi network (empty for none):"));
        if (text["wifi.ssid"].Length > 0 && text["wifi.password"].Length == 0)
        {
            wifiPassword = Questions.AskSecret($"The password of {text["wifi.ssid"]} (empty for an open network):");
            Answer("wifi.password", wifiPassword);
        }

        text["password"] = "";
        return password;
    }

    /// <summary>Whether a device will understand what there is, keys aside.</summary>
    DeviceConfiguration Check(out string fault)
    {
        string[] old = [.. text.Keys("scram.")];
        foreach (string key in old)
            text[key] = "";
        ConfigurationReader reader = ConfigurationReader.Read(file, Encoding.UTF8.GetBytes(text + "password = later\n"));
        // Lines of a file that nobody has written yet tell nobody anything.
        fault = File.Exists(file) ? reader.Fault : Line().Replace(reader.Fault, ": ", 1);
        if (wifiPassword.Length > 0 && wifiPassword != wifiPassword.Trim())
            fault = $"{file}: wifi.password: a space at its beginning or end would be lost; give the network a password without";
        return reader.Configuration;
    }

    int LogIn(Login login, Jid account, string password, IReadOnlyList<HashAlgorithm> offered, string? authorities)
    {
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(login.Authority!);
        Console.WriteLine($"{account.Domain} is vouched for by {root.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}");
        string found = Path.GetTempFileName();
        try
        {
            File.WriteAllText(found, root.ExportCertificatePem() + "\n");
            return LogIn(login, account, password, offered, authorities, found);
        }
        finally
        {
            File.Delete(found);
        }
    }

    /// <param name="login">Where.</param>
    /// <param name="account">Whose.</param>
    /// <param name="password">Its password.</param>
    /// <param name="offered">The hashes of the server's mechanisms.</param>
    /// <param name="authorities">What the user trusts.</param>
    /// <param name="found">The authority alone that has vouched, which is what the device will trust.</param>
    int LogIn(Login login, Jid account, string password, IReadOnlyList<HashAlgorithm> offered, string? authorities, string found)
    {
        foreach (HashAlgorithm hash in offered)
        {
            Credentials withPassword = new(account.Local, password);
            if (!login.Try(hash, withPassword, authorities))
                return Fail(ExitCode.Of(login.End), login.EndText);
            ScramKeys keys = withPassword.Keys[(int)hash]!;
            Credentials keysAlone = new(account.Local, "");
            keysAlone.Add(keys);
            if (login.Try(hash, keysAlone, found))
            {
                text["scram." + Name(hash)] = Text(keys);
                Console.WriteLine(
                    $"logged in with {login.Security}, {keys.Iterations} iterations: with the password, then with keys alone");
            }
            else if (login.End == SessionEnd.Authentication)
            {
                Console.WriteLine($"left out {login.Security}: the server makes a new salt for every login, which no keys can fit");
            }
            else
            {
                return Fail(ExitCode.Of(login.End), login.EndText);
            }
        }

        return text.Keys("scram.").Count > 0 ? Finish(account, File.ReadAllText(found)) : Fail(ExitCode.Authentication,
            $"{account.Domain} makes a new salt for every login, so that keys are of no use; let it store passwords hashed (Prosody: "
            + "authentication = \"internal_hashed\"), or write the password into the configuration yourself");
    }

    int Finish(Jid account, string found)
    {
        string authority = AuthorityName();
        text["ca"] = authority;
        // The chip sends the name as it is here.
        string prepared = new Credentials(account.Local, "").User;
        if (prepared != account.Local)
            text["jid"] = $"{prepared}@{account.Domain}";
        if (text["claim"].Length == 0)
            text["claim"] = ClaimCode.New();
        text.Comment("Keys in place of a password, by presentity provision: who has this file can log in as the device.");
        string unwritten = PrivateFile.Write(Path.Combine(folder, authority), found);
        if (unwritten.Length == 0)
            unwritten = PrivateFile.Write(file, text.ToString());
        if (unwritten.Length > 0)
            return Fail(ExitCode.Configuration, unwritten);
        Console.WriteLine($"wrote {file} and {authority} beside it; they are for {account} alone");
        Console.WriteLine($"the device's claim code is {text["claim"]}; presentity qr --config {file} shows its address to a telephone");
        if (text["owner"].Length + text["operators"].Length + text["viewers"].Length == 0)
            Console.WriteLine("nobody may see the device yet: add owner = you@example.org to the file");
        Console.WriteLine("next: presentity " + (text["board"] == "simulated" ? "run"
            : $"flash --board {(text["board"].Length > 0 ? text["board"] : "BOARD")}") + $" --config {file}");
        return ExitCode.Ok;
    }

    /// <summary>A name of its own beside the configuration, short enough for the device's store.</summary>
    string AuthorityName()
    {
        const string End = "-ca.pem";
        string stem = Path.GetFileNameWithoutExtension(file);
        return stem[..Math.Min(stem.Length, MostAuthorityName - End.Length)] + End;
    }

    [GeneratedRegex(@":\d+: ")]
    private static partial Regex Line();

    static string Name(HashAlgorithm hash) => hash switch
    {
        HashAlgorithm.Sha1 => "sha-1",
        HashAlgorithm.Sha256 => "sha-256",
        _ => "sha-512",
    };

    static string Text(ScramKeys keys) =>
        $"{keys.Iterations} {Convert.ToBase64String(keys.Salt)} "
        + $"{Convert.ToBase64String(keys.ClientKey)} {Convert.ToBase64String(keys.ServerKey)}";

    static int Fail(int code, string fault)
    {
        Console.Error.WriteLine(fault);
        return code;
    }
}
