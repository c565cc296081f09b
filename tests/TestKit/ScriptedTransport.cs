using System;
using System.Text;
using System.Threading;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>A transport whose other end is the test: what arrives is put in, what is sent is kept.</summary>
/// <remarks>A read that has nothing to give lets the time go by on the clock. In traffic nothing is allocated once the
/// buffers have grown to their size.</remarks>
public sealed class ScriptedTransport(FakeClock clock) : ITransport
{
    readonly Bytes arriving = new Bytes();
    readonly Bytes sent = new Bytes();
    int read;
    int piece;
    int woken;
    bool isOpen;

    /// <summary>What the next <see cref="Connect"/> comes to.</summary>
    public TransportStatus ConnectStatus { get; set; } = TransportStatus.Ok;

    /// <summary>What the next <see cref="Secure"/> comes to.</summary>
    public TransportStatus SecureStatus { get; set; } = TransportStatus.Ok;

    /// <summary>What <see cref="Failure"/> says when something fails.</summary>
    public string FailureText { get; set; } = "";

    /// <summary>How often <see cref="Connect"/> was called.</summary>
    public int Connects { get; private set; }

    /// <summary>Where the last <see cref="Connect"/> went.</summary>
    public ServerEndpoint? Endpoint { get; private set; }

    /// <summary>How many other hosts there are to try, until TLS is in place.</summary>
    public int Others { get; set; }

    public bool HasAnother => Others > 0;

    /// <summary>How often <see cref="Secure"/> was called.</summary>
    public int Secures { get; private set; }

    /// <summary>For which domain <see cref="Secure"/> was called last.</summary>
    public string SecuredDomain { get; private set; } = "";

    /// <summary>Whether there is a connection.</summary>
    public bool IsOpen => isOpen;

    /// <summary>Whether something has arrived that nobody has read.</summary>
    public bool HasUnread => read < arriving.Length;

    /// <summary>Whether the connection is gone once all that has arrived is read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether what is written gets lost, as on a connection that is gone without anybody having noticed.</summary>
    public bool LosesWrites { get; set; }

    /// <summary>Whether every write fails, until there is a new connection.</summary>
    public bool FailsWrites { get; set; }

    /// <summary>Whether every write fails, on a new connection, too.</summary>
    public bool RefusesWrites { get; set; }

    /// <summary>How many writes there were since <see cref="ForgetSent"/>.</summary>
    public int SentCount => sent.Pieces;

    public bool IsSecure { get; private set; }

    public string Protection => IsSecure ? "TLS 1.3" : "";

    public string Failure { get; private set; } = "";

    /// <summary>Bytes arrive: what one read gives, or several when the reader has less room.</summary>
    public void Arrive(byte[] bytes, int start, int count)
    {
        if (count > 0)
            arriving.Add(bytes, start, count);
    }

    /// <summary>Text arrives.</summary>
    public void Arrive(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Arrive(bytes, 0, bytes.Length);
    }

    /// <summary>What one write sent, as text.</summary>
    public string Sent(int write) => sent.Text(write);

    /// <summary>All that was sent since <see cref="ForgetSent"/>.</summary>
    public string[] AllSent()
    {
        string[] all = new string[sent.Pieces];
        for (int i = 0; i < all.Length; i++)
            all[i] = sent.Text(i);
        return all;
    }

    /// <summary>The last of them.</summary>
    public string LastSent() => sent.Text(sent.Pieces - 1);

    /// <summary>Forgets what was sent.</summary>
    public void ForgetSent() => sent.Clear();

    /// <summary>The connection is gone.</summary>
    public void Cut(string failure = "")
    {
        IsCut = true;
        FailureText = failure;
    }

    public TransportStatus Connect(ServerEndpoint? endpoint, int timeoutMs)
    {
        Close();
        Connects++;
        Endpoint = endpoint ?? Endpoint;
        if (endpoint == null)
            Others--;
        IsCut = false;
        FailsWrites = false;
        arriving.Clear();
        read = 0;
        piece = 0;
        isOpen = ConnectStatus == TransportStatus.Ok;
        IsSecure = isOpen && Endpoint!.DirectTls;
        if (IsSecure)
            Others = 0;
        return Report(ConnectStatus, timeoutMs);
    }

    /// <remarks>What has arrived in the clear and is not read yet meets the handshake, which fails.</remarks>
    public TransportStatus Secure(string domain, int timeoutMs)
    {
        Secures++;
        SecuredDomain = domain;
        if (HasUnread)
        {
            FailureText = "what arrived is no TLS";
            return Report(TransportStatus.HandshakeFailed, timeoutMs);
        }

        IsSecure = SecureStatus == TransportStatus.Ok;
        if (IsSecure)
            Others = 0;
        return Report(SecureStatus, timeoutMs);
    }

    public int Read(byte[] buffer, int offset, int count, int timeoutMs)
    {
        if (!isOpen)
            return -1;
        if (!HasUnread)
        {
            if (IsCut)
                return Lose();
            if (Interlocked.Exchange(ref woken, 0) == 0)
                clock.Advance(timeoutMs);
            return 0;
        }

        int taken = arriving.End(piece) - read;
        if (taken > count)
            taken = count;
        arriving.CopyTo(read, buffer, offset, taken);
        read += taken;
        if (read == arriving.End(piece))
            piece++;
        if (HasUnread)
            return taken;
        arriving.Clear();
        read = 0;
        piece = 0;
        return taken;
    }

    public bool Write(byte[] buffer, int offset, int count)
    {
        if (!isOpen || IsCut || FailsWrites || RefusesWrites)
        {
            Lose();
            return false;
        }

        if (!LosesWrites)
            sent.Add(buffer, offset, count);
        return true;
    }

    public void Wake() => Interlocked.Exchange(ref woken, 1);

    public void Close()
    {
        isOpen = false;
        IsSecure = false;
    }

    int Lose()
    {
        Close();
        Failure = FailureText;
        return -1;
    }

    TransportStatus Report(TransportStatus status, int timeoutMs)
    {
        Failure = status == TransportStatus.Ok ? "" : FailureText;
        if (status != TransportStatus.Ok)
            Close();
        if (status == TransportStatus.TimedOut)
            clock.Advance(timeoutMs);
        return status;
    }

    /// <summary>Bytes in pieces, in arrays that only grow.</summary>
    sealed class Bytes
    {
        byte[] bytes = new byte[Scale.Of(4096, 512)];
        int[] ends = new int[Scale.Of(64, 16)];

        public int Length { get; private set; }

        public int Pieces { get; private set; }

        public int End(int at) => ends[at];

        public void Add(byte[] source, int start, int count)
        {
            if (Length + count > bytes.Length)
            {
                byte[] larger = new byte[(Length + count) * 3 / 2];
                Array.Copy(bytes, larger, Length);
                bytes = larger;
            }

            if (Pieces == ends.Length)
            {
                int[] more = new int[ends.Length * 3 / 2];
                Array.Copy(ends, more, Pieces);
                ends = more;
            }

            Array.Copy(source, start, bytes, Length, count);
            Length += count;
            ends[Pieces++] = Length;
        }

        public void CopyTo(int at, byte[] target, int offset, int count) => Array.Copy(bytes, at, target, offset, count);

        public string Text(int at)
        {
            int start = at == 0 ? 0 : ends[at - 1];
            return Encoding.UTF8.GetString(bytes, start, ends[at] - start);
        }

        public void Clear()
        {
            Length = 0;
            Pieces = 0;
        }
    }
}
