using System.Collections;

namespace Presentity.TestKit;

/// <summary>What <c>{name}</c> stands for in a transcript.</summary>
/// <remarks><c>{long-text}</c> is 1,500 characters of text, <c>{long-items}</c> 20 elements.</remarks>
sealed class Words
{
    const string Header = "<?xml version='1.0'?><stream:stream from='example.com' id='t7AMCin9zjMNwQKDnplntZPIDEI=' version='1.0' xml:lang='en'"
        + " xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    readonly Hashtable known = new Hashtable();
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
            string part = !isName ? parts[i] : known.Contains(parts[i]) ? (string)known[parts[i]]! : Unknown(actual, at);
            if (actual.Length - at < part.Length || actual.Substring(at, part.Length) != part)
                throw new TranscriptException("expected\n" + expected + "\nbut the client sent\n" + actual);
            if (isName)
                Take(parts[i], part);
            at += part.Length;
        }

        if (at < actual.Length && !beginning)
            throw new TranscriptException("expected\n" + expected + "\nbut the client sent more\n" + actual);
    }

    /// <summary>Makes the server of the next login another: <c>iterations = 1</c>.</summary>
    public void Tune(string text)
    {
        string value = TranscriptPlayer.After(text, " = ");
        switch (TranscriptPlayer.Before(text, " = "))
        {
            case "algorithm":
                scram.Algorithm = PlatformNames.Algorithm(value);
                break;
            case "iterations":
                scram.Iterations = value;
                break;
            case "salt":
                scram.Salt = value == "none" ? "" : value;
                break;
            case "user":
                scram.User = value;
                break;
            case "nonce-end":
                scram.NonceEnd = value == "long" ? new string('n', 1700) : value == "none" ? "" : value;
                break;
            case "prefix":
                scram.Prefix = value;
                break;
            case "forgets-nonce":
                scram.ForgetsNonce = true;
                break;
            case "signs-wrong":
                scram.SignsWrong = true;
                break;
            default:
                throw new TranscriptException("a SCRAM server has no " + text);
        }
    }

    string Meaning(string name)
    {
        switch (name)
        {
            case "server-first":
                return scram.GiveServerFirst();
            case "server-final":
                return scram.GiveServerFinal();
            case "header":
                return Header;
            case "space":
                return " ";
            case "long-text":
                return new string('x', 1500);
            case "long-items":
                return Repeated.Numbered("<item jid='contact1~@example.com' subscription='none' name='A contact of some length'/>", 20);
            default:
                return known.Contains(name) ? (string)known[name]! : throw new TranscriptException("nothing is known of {" + name + "}");
        }
    }

    /// <summary>What stands where nothing is known: a value, or a text.</summary>
    static string Unknown(string actual, int at)
    {
        int end = at < actual.Length ? actual.IndexOfAny(new char[] { '<', '>', '\'' }, at) : -1;
        return end < 0 ? actual.Substring(at) : actual.Substring(at, end - at);
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
