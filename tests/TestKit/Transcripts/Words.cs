using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.TestKit;

/// <summary>What <c>{name}</c> stands for in a transcript.</summary>
sealed class Words
{
    const string Header = "<?xml version='1.0'?><stream:stream from='example.com' id='t7AMCin9zjMNwQKDnplntZPIDEI=' version='1.0' xml:lang='en'"
        + " xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    readonly Dictionary<string, string> known = [];
    readonly ScramServer scram;

    public Words(Stage stage) => scram = new ScramServer { User = stage.Account.Local, Password = stage.Password };

    /// <summary>The server's text with every name filled in.</summary>
    public string Fill(string text) => Regex.Replace(text, "{([a-z-]+)}", match => match.Groups[1].Value switch
    {
        "server-first" => scram.GiveServerFirst(),
        "server-final" => scram.GiveServerFinal(),
        "header" => Header,
        "space" => " ",
        string name when known.TryGetValue(name, out string? value) => value,
        string name when name.StartsWith("long-", StringComparison.Ordinal) => Long(name),
        string name => throw new TranscriptException("nothing is known of {" + name + "}"),
    });

    /// <summary>Compares what the client sent; names take what stands there.</summary>
    public void Compare(string expected, string actual)
    {
        var pattern = new StringBuilder("^");
        var names = new List<string>();
        int end = 0;
        foreach (Match match in Regex.Matches(expected, "{([a-z-]+)}"))
        {
            pattern.Append(Regex.Escape(expected[end..match.Index]));
            string name = match.Groups[1].Value;
            pattern.Append(known.TryGetValue(name, out string? value) ? "(" + Regex.Escape(value) + ")" : "([^<>']*)");
            names.Add(name);
            end = match.Index + match.Length;
        }

        pattern.Append(Regex.Escape(expected[end..])).Append('$');
        Match found = Regex.Match(actual, pattern.ToString(), RegexOptions.Singleline);
        if (!found.Success)
            throw new TranscriptException($"expected\n{expected}\nbut the client sent\n{actual}");
        for (int i = 0; i < names.Count; i++)
            Take(names[i], found.Groups[i + 1].Value);
    }

    /// <summary>Makes the server of the next login another: <c>iterations = 1</c>.</summary>
    public void Tune(string text)
    {
        string[] sides = text.Split(" = ", 2);
        switch (sides[0])
        {
            case "algorithm":
                scram.Algorithm = Enum.Parse<HashAlgorithm>(sides[1]);
                break;
            case "iterations":
                scram.Iterations = sides[1];
                break;
            case "salt":
                scram.Salt = sides[1];
                break;
            case "user":
                scram.User = sides[1];
                break;
            case "nonce-end":
                scram.NonceEnd = sides[1] == "long" ? new string('n', 1700) : sides[1] == "none" ? "" : sides[1];
                break;
            case "prefix":
                scram.Prefix = sides[1];
                break;
            case "forgets-nonce":
                scram.ForgetsNonce = true;
                break;
            case "signs-wrong":
                scram.SignsWrong = true;
                break;
            default:
                throw new TranscriptException("a SCRAM server has no " + sides[0]);
        }
    }

    void Take(string name, string value)
    {
        if (name == "client-first")
            scram.TakeClientFirst(value);
        else if (name == "client-final")
            scram.TakeClientFinal(value);
        else
            known[name] = value;
    }

    /// <summary><c>{long-text}</c> is 5,000 characters of text, <c>{long-items}</c> 100 elements.</summary>
    static string Long(string name)
    {
        if (name == "long-text")
            return new string('x', 5000);
        if (name == "long-items")
        {
            var items = new StringBuilder();
            for (int i = 0; i < 100; i++)
                items.Append("<item jid='contact").Append(i).Append("@example.com' subscription='none' name='A contact of some length'/>");
            return items.ToString();
        }

        throw new TranscriptException("nothing is known of {" + name + "}");
    }
}
