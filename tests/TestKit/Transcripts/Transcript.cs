using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

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
    const int Indent = 2;

    readonly List<TranscriptLine> lines = [];
    readonly Dictionary<string, string> settings = [];

    Transcript(string file) => File = file;

    /// <summary>Where it is from.</summary>
    public string File { get; }

    public IReadOnlyList<TranscriptLine> Lines => lines;

    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <summary>Reads a transcript, and those that it plays, which are in <paramref name="parts"/>.</summary>
    public static Transcript Read(string file, string parts)
    {
        var transcript = new Transcript(file);
        transcript.Add(file, parts, isPart: false);
        return transcript;
    }

    void Add(string file, string parts, bool isPart)
    {
        int number = 0;
        foreach (string text in System.IO.File.ReadLines(file))
        {
            number++;
            if (text.Length == 0 || text[0] == '#')
                continue;
            string place = $"{Path.GetFileName(file)}({number})";
            if (text.StartsWith("  ", StringComparison.Ordinal))
            {
                lines[^1] = lines[^1] with { Text = lines[^1].Text + text[Indent..].TrimStart() };
                continue;
            }

            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                throw new TranscriptException($"{place}: no colon in {text}");
            string word = text[..colon];
            string rest = text[(colon + 1)..];
            rest = rest.StartsWith(' ') ? rest[1..] : rest;
            if (word == "play")
                Add(Path.Combine(parts, rest + ".txt"), parts, isPart: true);
            else if (!Stage.Names.Contains(word))
                lines.Add(new TranscriptLine(word, rest, place, isPart));
            else if (lines.Count == 0)
                settings[word] = rest;
            else
                throw new TranscriptException($"{place}: {word} comes before all others");
        }
    }
}

/// <summary>One line of a transcript.</summary>
/// <param name="Word">What stands before the colon.</param>
/// <param name="Text">What stands behind it.</param>
/// <param name="Place">File and line, for messages.</param>
/// <param name="IsPart">Whether another transcript was put in here, which is cut into pieces when it is played itself.</param>
public sealed record TranscriptLine(string Word, string Text, string Place, bool IsPart);
