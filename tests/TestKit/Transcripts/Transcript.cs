using System.Collections;

namespace Presentity.TestKit;

/// <summary>A conversation between a server (<c>S:</c>) and its client (<c>C:</c>), as text.</summary>
/// <remarks>
/// <code>
/// # XEP-0199 §4.2: the server pings the client
/// play: online
/// S: &lt;iq from='example.com' id='s2c1' type='get'>&lt;ping xmlns='urn:xmpp:ping'/>&lt;/iq>
/// C: &lt;iq type='result' id='s2c1' to='example.com'/>
/// </code>
/// Lines that are indented go on with the line before, without what is between them. Settings come first; <c>play</c> puts
/// another transcript in; every other line is something to do or to check (<see cref="TranscriptPlayer"/>).
/// </remarks>
public sealed class Transcript
{
    readonly ArrayList lines = new ArrayList();
    readonly TranscriptSource source;

    Transcript(TranscriptSource source) => this.source = source;

    public int Count => lines.Count;

    public Hashtable Settings { get; } = new Hashtable();

    /// <summary>Reads a transcript, and those that it plays.</summary>
    /// <param name="name">Folder and file: <c>Iq/type</c>.</param>
    /// <param name="source">Where transcripts come from.</param>
    public static Transcript Read(string name, TranscriptSource source)
    {
        Transcript transcript = new Transcript(source);
        transcript.Add(name, isPart: false);
        return transcript;
    }

    public TranscriptLine Line(int at) => (TranscriptLine)lines[at]!;

    void Add(string name, bool isPart)
    {
        string[] texts = source(name).Split('\n');
        for (int i = 0; i < texts.Length; i++)
        {
            string text = texts[i].TrimEnd('\r');
            if (text.Length == 0 || text.StartsWith("#"))
                continue;
            if (text.StartsWith("  "))
                Line(lines.Count - 1).Text += text.TrimStart(' ');
            else
                Add(text, name + "(" + (i + 1) + ")", isPart);
        }
    }

    void Add(string text, string place, bool isPart)
    {
        int colon = text.IndexOf(':');
        if (colon < 0)
            throw new TranscriptException(place + ": no colon in " + text);
        string word = text.Substring(0, colon);
        string rest = text.Substring(colon + 1);
        if (rest.StartsWith(" "))
            rest = rest.Substring(1);
        if (word == "play")
            Add("Parts/" + rest, isPart: true);
        else if (!Stage.Has(word))
            lines.Add(new TranscriptLine(word, rest, place, isPart));
        else if (lines.Count == 0)
            Settings[word] = rest;
        else
            throw new TranscriptException(place + ": " + word + " comes before all others");
    }
}

/// <summary>Gives the text of a transcript: <c>Iq/type</c>, <c>Parts/online</c>.</summary>
public delegate string TranscriptSource(string name);

/// <summary>One line of a transcript.</summary>
public sealed class TranscriptLine
{
    /// <param name="word">What stands before the colon.</param>
    /// <param name="text">What stands behind it.</param>
    /// <param name="place">File and line, for messages.</param>
    /// <param name="isPart">Whether another transcript was put in here, which is cut into pieces when it is played itself.</param>
    internal TranscriptLine(string word, string text, string place, bool isPart)
    {
        Word = word;
        Text = text;
        Place = place;
        IsPart = isPart;
    }

    public string Word { get; }

    public string Text { get; internal set; }

    public string Place { get; }

    public bool IsPart { get; }
}
