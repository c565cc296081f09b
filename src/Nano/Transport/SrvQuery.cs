using System;
using System.Text;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>One question for the SRV records of a name (RFC 1035 §4.1, RFC 2782), and what an answer says.</summary>
/// <remarks>The answer is somebody's datagram: whatever is in it, reading ends, and no byte beyond it is looked at.</remarks>
sealed class SrvQuery
{
    /// <summary>What <see cref="Read"/> returns of a datagram that is no answer to this question.</summary>
    internal const int NotOurs = 0;

    /// <summary>The name server cannot say.</summary>
    internal const int Failed = 1;

    /// <summary>It has said all that there is, and that may be nothing.</summary>
    internal const int Answered = 2;

    /// <summary>There is no such service: the target of a record is the root (RFC 2782, "Target").</summary>
    internal const int Refused = 3;

    /// <summary>The bytes of the longest answer by UDP (RFC 1035 §2.3.4).</summary>
    internal const int MostBytes = 512;

    const int HeaderBytes = 12;
    const int LabelBytes = 63;
    const int NameBytes = 253;
    const int Srv = 33;
    const int Pointer = 0xC0;

    /// <summary>Writes the question.</summary>
    /// <param name="name">Service, protocol and domain: <c>_xmpp-client._tcp.example.org</c>.</param>
    /// <param name="random">Source of the id.</param>
    internal SrvQuery(string name, Random random)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] question = new byte[HeaderBytes + text.Length + 6];
        question[0] = (byte)random.Next(256);
        question[1] = (byte)random.Next(256);
        // Recursion desired; one question.
        question[2] = 1;
        question[5] = 1;
        int label = HeaderBytes;
        IsValid = text.Length <= NameBytes;
        for (int i = 0; i <= text.Length; i++)
        {
            int at = HeaderBytes + 1 + i;
            if (i < text.Length && text[i] != '.')
            {
                question[at] = text[i];
                continue;
            }

            int length = at - label - 1;
            if (length < 1 || length > LabelBytes)
                IsValid = false;
            question[label] = (byte)length;
            label = at;
        }

        question[label + 2] = Srv;
        question[label + 4] = 1;
        Question = question;
    }

    /// <summary>The message to send.</summary>
    internal readonly byte[] Question;

    /// <summary>Whether there can be such a name: a label has 1 to 63 bytes, all together have 253.</summary>
    internal readonly bool IsValid;

    /// <summary>Reads a datagram. Of an answer that was cut short (TC), what has come whole is taken.</summary>
    /// <param name="reply">The datagram.</param>
    /// <param name="count">Its bytes.</param>
    /// <param name="directTls">Which service was asked for.</param>
    /// <param name="targets">Gets the records.</param>
    internal int Read(byte[] reply, int count, bool directTls, ServerTargets targets)
    {
        // An answer (QR) to a query (opcode 0), with the id and the question that were sent.
        if (count < Question.Length || (reply[2] & 0xF8) != 0x80)
            return NotOurs;
        for (int i = 0; i < Question.Length; i++)
            if (reply[i] != Question[i] && (i < 2 || i == 4 || i == 5 || i >= HeaderBytes))
                return NotOurs;
        int code = reply[3] & 15;
        // No error, or no such name.
        if (code != 0 && code != 3)
            return Failed;
        int result = Answered;
        int at = Question.Length;
        for (int left = Number(reply, 6); left > 0; left--)
        {
            at = SkipName(reply, count, at);
            int data = at + 10;
            if (data > count)
                break;
            int end = data + Number(reply, data - 2);
            if (end > count)
                break;
            if (Number(reply, at) == Srv && Number(reply, at + 2) == 1 && end - data > 6)
            {
                string? host = ReadName(reply, end, data + 6);
                if (host != null && host.Length > 0)
                    targets.Add(new ServerTarget(host, Number(reply, data + 4), directTls, Number(reply, data), Number(reply, data + 2)));
                else if (host != null)
                    result = Refused;
            }

            at = end;
        }

        return result;
    }

    static int Number(byte[] reply, int at) => (reply[at] << 8) | reply[at + 1];

    /// <returns>Where the name ends; behind the last byte when it does not.</returns>
    static int SkipName(byte[] reply, int count, int at)
    {
        while (at < count)
        {
            int length = reply[at++];
            if (length >= Pointer)
                return at + 1;
            if (length == 0)
                return at;
            at += length;
        }

        return at;
    }

    /// <summary>Reads a name, which may go on earlier in the message (RFC 1035 §4.1.4).</summary>
    /// <returns>Empty for the root; null for what is no name of a host.</returns>
    static string? ReadName(byte[] reply, int end, int at)
    {
        byte[] name = new byte[NameBytes];
        int length = 0;
        // Each leap goes further back than the last one, so there is an end to them.
        int barrier = at;
        while (at < end)
        {
            int label = reply[at++];
            if (label == 0)
                return Encoding.UTF8.GetString(name, 0, length);
            if (label >= Pointer)
            {
                if (at >= end)
                    return null;
                at = ((label - Pointer) << 8) | reply[at];
                if (at >= barrier)
                    return null;
                barrier = at;
                continue;
            }

            if (label > LabelBytes || at + label > end || length + label + 1 > NameBytes)
                return null;
            if (length > 0)
                name[length++] = (byte)'.';
            for (int last = at + label; at < last; at++)
            {
                byte character = reply[at];
                if (character <= ' ' || character > '~')
                    return null;
                name[length++] = character;
            }
        }

        return null;
    }
}
