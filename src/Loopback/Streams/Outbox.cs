using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>What waits to be sent to one client, so that nobody else waits for it, and under Stream Management (XEP-0198) what it has
/// not acknowledged. Any thread may add.</summary>
/// <param name="limit">Characters that may wait; a client that reads too slowly for that is told <c>policy-violation</c>.</param>
sealed class Outbox(int limit)
{
    static readonly Item Request = new(StreamText.Of(new XElement(Names.StreamManagement + "r")));

    readonly CancellationTokenSource closed = new();
    readonly SemaphoreSlim more = new(0);
    readonly Lock gate = new();
    readonly Queue<Item> unacknowledged = [];
    Queue<Item> waiting = [];
    int length;
    uint acknowledged;
    bool isManaged;
    bool isAsked;

    /// <summary>Cancelled when the last text has been added.</summary>
    public CancellationToken Closed => closed.Token;

    /// <summary>What the last text was for; null while there is none.</summary>
    public string? Reason { get; private set; }

    /// <summary>The stanzas that the client may not have got, the oldest first.</summary>
    public XElement[] Undelivered
    {
        get
        {
            lock (gate)
                return [.. unacknowledged.Concat(waiting).Select(item => item.Stanza).OfType<XElement>()];
        }
    }

    /// <summary>Adds a stanza; does nothing after the last. What becomes of the element afterwards does not matter.</summary>
    public void Send(XElement stanza) => Add(new Item(StreamText.Of(stanza), new XElement(stanza)));

    /// <summary>Adds what is no stanza.</summary>
    public void Say(XElement element) => Add(new Item(StreamText.Of(element)));

    /// <summary>Adds the answer that enables Stream Management: the stanzas behind it are counted (XEP-0198 §4).</summary>
    public void Enable(XElement enabled) => Add(new Item(StreamText.Of(enabled), Enables: true));

    /// <summary>The same where the answer has gone another way, and nothing before it.</summary>
    public void Enable()
    {
        lock (gate)
            isManaged = true;
    }

    /// <summary>Adds the last text; does nothing when that has been done.</summary>
    public void Close(StreamException end)
    {
        lock (gate)
        {
            if (Reason is not null)
                return;
            Reason = end.Message;
            waiting.Enqueue(new Item(end.ToStream(), IsLast: true));
        }

        more.Release();
        closed.Cancel();
    }

    /// <summary>The client has handled so many (XEP-0198 §4).</summary>
    /// <exception cref="StreamException">It was not sent so many.</exception>
    public void Acknowledge(uint handled)
    {
        lock (gate)
        {
            isAsked = false;
            uint count = handled - acknowledged;
            if (count > unacknowledged.Count)
                throw StreamException.HandledTooHigh(handled, acknowledged + (uint)unacknowledged.Count);
            acknowledged = handled;
            for (uint i = 0; i < count; i++)
                length -= unacknowledged.Dequeue().Text.Length;
        }
    }

    /// <summary>The client has come back on another connection: what it has not got goes before what it was never sent.</summary>
    public void Rewind(uint handled)
    {
        Acknowledge(handled);
        lock (gate)
        {
            isManaged = true;
            waiting = new Queue<Item>(unacknowledged.Concat(waiting.Where(item => item.Stanza is not null || item.IsLast)));
            unacknowledged.Clear();
        }
    }

    /// <summary>Sends it all, in order, up to the last.</summary>
    public async Task PumpAsync(Wire wire, CancellationToken cancellation)
    {
        while (true)
        {
            if (Next() is not { } item)
            {
                await more.WaitAsync(cancellation);
                continue;
            }

            await wire.WriteAsync(item.Text, cancellation);
            if (item.IsLast)
                return;
        }
    }

    void Add(Item item)
    {
        bool isTooMuch;
        lock (gate)
        {
            if (Reason is not null)
                return;
            isTooMuch = length + item.Text.Length > limit;
            if (!isTooMuch)
            {
                length += item.Text.Length;
                waiting.Enqueue(item);
            }
        }

        if (isTooMuch)
            Close(new StreamException("policy-violation", "too much waits to be read"));
        else
            more.Release();
    }

    /// <summary>Takes the next; the client is asked how far it is when there is no more.</summary>
    Item? Next()
    {
        lock (gate)
        {
            if (!waiting.TryDequeue(out Item? item))
            {
                bool asks = isManaged && unacknowledged.Count > 0 && !isAsked;
                isAsked |= asks;
                return asks ? Request : null;
            }

            if (isManaged && item.Stanza is not null)
                unacknowledged.Enqueue(item);
            else
                length -= item.Text.Length;
            isManaged |= item.Enables;
            return item;
        }
    }

    sealed record Item(string Text, XElement? Stanza = null, bool Enables = false, bool IsLast = false);
}
