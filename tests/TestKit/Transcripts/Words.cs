using System;
using System.Collections.Generic;
using System.Linq;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.TestKit;

/// <summary>What <c>{name}</c> stands for in a transcript.</summary>
/// <remarks><c>{long-text}</c> is 1,500 characters of text, <c>{long-items}</c> 20 elements.</remarks>
sealed class Words
{
    const string Header = "<?xml version='1.0'?><stream:stream from='example.com' id='t7AMCin9zjMNwQKDnplntZPIDEI=' version='1.0' xml:lang='en'"
        + " xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    static readonly string LongText = new('x', 1500);

    static readonly string LongItems = string.Concat(Enumerable.Range(10, 20).Select(
        i => $"<item jid='contact{i}@example.com' subscription='none' name='A contact of some length'/>"));

    readonly Dictionary<string, string> known = [];
    readonly ScramServer scram;

    public Words(Stage stage) => scram = new ScramServer { User = stage.Account.Local, Password = stage.Password };

    /// <summary>The server's text with every name filled in.</summary>
    public string Fill(string text)
    {
        string[] parts = text.Split('{', '}');
        for (int i = 1; i < parts.Length; i += 2)
            parts[i] = Meaning(parts[i]);
        return string.Concat(parts);
    }

    /// <summary>Compares what the client sent, or how it begins; names take what stands there.</summary>
    public void Compare(string expected, string actual, bool beginning)
    {
        string[] parts = expected.Split('{', '}');
        int at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            bool isName = i % 2 == 1;
            string part = isName && !known.TryGetValue(parts[i], out string? value) ? Unknown(actual, at) : isName ? known[parts[i]] : parts[i];
            if (string.CompareOrdinal(actual, at, part, 0, part.Length) != 0)
                throw new TranscriptException($"expected\n{expected}\nbut the client sent\n{actual}");
            if (isName)
                Take(parts[i], part);
            at += part.Length;
        }

        if (at < actual.Length && !beginning)
            throw new TranscriptException($"expected\n{expected}\nbut the client sent more\n{actual}");
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
                scram.Salt = sides[1] == "none" ? "" : sides[1];
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

    string Meaning(string name) => name switch
    {
        "server-first" => scram.GiveServerFirst(),
        "server-final" => scram.GiveServerFinal(),
        "header" => Header,
        "space" => " ",
        "long-text" => LongText,
        "long-items" => LongItems,
        _ => known.TryGetValue(name, out string? value) ? value : throw new TranscriptException("nothing is known of {" + name + "}"),
    };

    /// <summary>What stands where nothing is known: a value, or a text.</summary>
    static string Unknown(string actual, int at)
    {
        int end = actual.IndexOfAny(['<', '>', '\''], at);
        return actual[at..(end < 0 ? actual.Length : end)];
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
}
