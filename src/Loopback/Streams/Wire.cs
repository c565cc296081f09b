using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using Presentity.Xml;

namespace Presentity.Loopback;

/// <summary>One connection: elements in, text out, in clear at first and over TLS from some point on.</summary>
/// <remarks>One reader and one writer at a time.</remarks>
sealed class Wire
{
    static readonly XmlVocabulary NoWords = new("");

    readonly Socket socket;
    Stream stream;
    XmlTokenizer tokenizer;
    bool isEnded;

    // What the present stream has begun with: the client's header.
    readonly MemoryStream header = new();
    bool hasHeader;

    /// <summary>Takes over a connected socket.</summary>
    public Wire(Socket socket, XmlLimits limits)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
        tokenizer = new XmlTokenizer(limits, NoWords);
    }

    /// <summary>What TLS has agreed on; null in clear.</summary>
    public SslStream? Tls => stream as SslStream;

    /// <summary>What both ends of the TLS connection know (RFC 5056); null in clear, or when there is none of this type.</summary>
    public byte[]? ChannelBinding(string type) => Tls is { } tls ? Host.ChannelBindings.Of(tls, type) : null;

    /// <summary>How long the client may send nothing at all; zero for ever.</summary>
    public TimeSpan Patience { get; set; }

    /// <summary>Whether an error means no more than that the client is gone or its TLS is no good.</summary>
    public static bool IsLoss(Exception e) =>
        e is IOException or SocketException or AuthenticationException or ObjectDisposedException;

    /// <summary>Reads the client's stream header.</summary>
    public async Task<XElement> ReadHeaderAsync(CancellationToken cancellation)
    {
        if (await NextAsync(cancellation) != XmlRead.RootStart)
            throw new StreamException("bad-format");
        hasHeader = true;
        header.SetLength(header.Length - tokenizer.Unread);
        return Element();
    }

    /// <summary>Reads the next child of the stream.</summary>
    /// <returns>Null after <c>&lt;/stream:stream&gt;</c>.</returns>
    /// <exception cref="StreamException">What came is not XML, or not allowed, or too large.</exception>
    /// <exception cref="IOException">The connection is lost.</exception>
    public async Task<XElement?> ReadElementAsync(CancellationToken cancellation)
    {
        switch (await NextAsync(cancellation))
        {
            case XmlRead.Element when !tokenizer.Tape.IsContinued && !tokenizer.Tape.IsTruncated:
                return Element();
            case XmlRead.RootEnd:
                isEnded = true;
                return null;
            case XmlRead.Text:
                throw new StreamException("bad-format", "text between stanzas");
            default:
                throw new StreamException("policy-violation", "a stanza is too large");
        }
    }

    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        if (text.Length > 0)
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
    }

    /// <summary>Runs the TLS handshake; after that a new stream begins.</summary>
    /// <exception cref="StreamException">There was something in clear behind the request for TLS.</exception>
    public async Task SecureAsync(SslServerAuthenticationOptions options, CancellationToken cancellation)
    {
        if (tokenizer.Unread > 0)
            throw new StreamException("policy-violation", "data between <starttls/> and the handshake");
        tokenizer.Reset();
        BeginHeader();
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = tls;
        await tls.AuthenticateAsServerAsync(options, cancellation);
    }

    /// <summary>A new stream begins (RFC 6120 §4.3.3), of which something may have come already.</summary>
    public void Restart(XmlLimits limits)
    {
        XmlTokenizer before = tokenizer;
        tokenizer = new XmlTokenizer(limits, NoWords);
        BeginHeader();
        Hear(before.Buffer, before.FreeStart - before.Unread, before.Unread);
    }

    /// <summary>The present stream goes on with other limits: it is read anew from its header on.</summary>
    public void Widen(XmlLimits limits)
    {
        XmlTokenizer before = tokenizer;
        tokenizer = new XmlTokenizer(limits, NoWords);
        tokenizer.Feed(header.GetBuffer(), 0, (int)header.Length);
        tokenizer.Read();
        tokenizer.Feed(before.Buffer, before.FreeStart - before.Unread, before.Unread);
    }

    /// <summary>Reads, and does not look at, what the client still sends, until it ends the stream or the connection.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        try
        {
            while (!isEnded)
                isEnded = await NextAsync(cancellation) == XmlRead.RootEnd;
        }
        catch (StreamException)
        {
            // What comes now cannot be told from an end.
            isEnded = true;
        }
    }

    /// <summary>Waits a little for the client to close its side, and closes the connection.</summary>
    public async Task CloseAsync(TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await DrainAsync(timeout.Token);
            if (Tls is { IsAuthenticated: true } tls)
                await tls.ShutdownAsync().WaitAsync(timeout.Token);
            socket.Shutdown(SocketShutdown.Send);

            // A connection closed with something unread is reset, and the client might lose our last words.
            byte[] unread = new byte[4096];
            while (await stream.ReadAsync(unread, timeout.Token) > 0)
            {
            }
        }
        catch (Exception)
        {
            // A farewell that could not be said: TLS throws what it likes when the other side is gone in the middle of it.
        }

        await stream.DisposeAsync();
    }

    /// <summary>Breaks the connection without a word.</summary>
    public void Cut()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Reads to the next thing that is complete and no error.</summary>
    async Task<XmlRead> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            XmlRead read = tokenizer.Read();
            if (read == XmlRead.Error)
                throw new StreamException(XmlErrors.Condition(tokenizer.Error), tokenizer.Error.ToString());
            if (read != XmlRead.NeedsInput)
                return read;
            int count = await ReceiveAsync(cancellation);
            if (count == 0)
            {
                isEnded = true;
                throw new EndOfStreamException();
            }

            KeepHeader(tokenizer.Buffer, tokenizer.FreeStart, count);
            tokenizer.Filled(count);
        }
    }

    void BeginHeader()
    {
        hasHeader = false;
        header.SetLength(0);
    }

    void KeepHeader(byte[] bytes, int offset, int count)
    {
        if (!hasHeader)
            header.Write(bytes, offset, count);
    }

    void Hear(byte[] bytes, int offset, int count)
    {
        KeepHeader(bytes, offset, count);
        tokenizer.Feed(bytes, offset, count);
    }

    async Task<int> ReceiveAsync(CancellationToken cancellation)
    {
        Memory<byte> free = tokenizer.Buffer.AsMemory(tokenizer.FreeStart, tokenizer.FreeCount);
        if (Patience <= TimeSpan.Zero)
            return await stream.ReadAsync(free, cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await stream.ReadAsync(free, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StreamException("connection-timeout", "silent for too long");
        }
    }

    XElement Element()
    {
        var cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        try
        {
            return TapeElement.From(cursor);
        }
        catch (XmlException e)
        {
            throw new StreamException("not-well-formed", e.Message);
        }
    }
}
