using System;
using System.IO;
using System.Threading;

namespace Presentity.Nano;

/// <summary>Reads a connection on a thread of its own and hands over what has come, through one buffer.</summary>
/// <remarks>
/// <c>SslStream</c> on the chip cannot say whether something has come (it knows only of what it has deciphered already), so somebody has
/// to sit in <c>Read</c>. The next read begins when the last one's bytes are taken: nothing piles up here, and TCP holds the peer back.
/// </remarks>
sealed class Reader
{
    readonly Stream stream;
    readonly byte[] buffer;
    readonly AutoResetEvent bell;
    readonly AutoResetEvent taken = new AutoResetEvent(false);
    readonly object access = new object();
    readonly Thread thread;
    int start;
    int end;
    bool isOver;
    bool isClosing;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">Read by nobody else from now on.</param>
    /// <param name="buffer">Used by nobody else until <see cref="Stop"/> has returned true.</param>
    /// <param name="bell">Rung whenever <see cref="Take"/> has something new to say.</param>
    internal Reader(Stream stream, byte[] buffer, AutoResetEvent bell)
    {
        this.stream = stream;
        this.buffer = buffer;
        this.bell = bell;
        thread = new Thread(Run);
        thread.Start();
    }

    /// <summary>Takes what has come.</summary>
    /// <returns>The bytes copied; 0 when nothing has come; -1 when nothing will.</returns>
    internal int Take(byte[] target, int offset, int count)
    {
        lock (access)
        {
            int there = end - start;
            if (there == 0)
                return isOver ? -1 : 0;
            if (there > count)
                there = count;
            Array.Copy(buffer, start, target, offset, there);
            start += there;
            if (start < end)
                return there;
            start = 0;
            end = 0;
            taken.Set();
            return there;
        }
    }

    /// <summary>Lets the thread end; the stream is closed already.</summary>
    /// <returns>False when it has not ended within so many milliseconds: the buffer is lost to it.</returns>
    internal bool Stop(int timeoutMs)
    {
        isClosing = true;
        taken.Set();
        return thread.Join(timeoutMs);
    }

    void Run()
    {
        while (!isClosing)
        {
            int count = 0;
            try
            {
                count = stream.Read(buffer, 0, buffer.Length);
            }
            catch (Exception)
            {
                // Closed by us, or lost: the same for who reads.
            }

            lock (access)
            {
                end = count < 0 ? 0 : count;
                isOver = end == 0;
            }

            bell.Set();
            if (count <= 0)
                return;
            taken.WaitOne();
        }
    }
}
