using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Operators;

/// <summary>The process with slixmpp in it: requests out, answers and events in, one JSON object a line.</summary>
public sealed class SlixmppProcess : IAsyncDisposable
{
    // The distribution's Python, for it alone sees the distribution's slixmpp.
    const string Python = "/usr/bin/python3";

    readonly ConcurrentDictionary<long, TaskCompletionSource<JsonNode?>> asked = new();
    readonly ConcurrentDictionary<string, Action<JsonObject>> listeners = new();
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ChildProcess process;
    long last;

    SlixmppProcess() => process = ChildProcess.Start(
        Python, [Path.Combine(AppContext.BaseDirectory, "Operators", "slixmpp_operator.py")], Receive, Errors.Add);

    /// <summary>The distribution's slixmpp is there.</summary>
    public static bool IsInstalled => Directory.Exists("/usr/lib/python3/dist-packages/slixmpp");

    /// <summary>What slixmpp complained about.</summary>
    public Journal<string> Errors { get; } = new();

    public static async Task<SlixmppProcess> StartAsync()
    {
        var slixmpp = new SlixmppProcess();
        Task first = await Task.WhenAny(slixmpp.ready.Task, Task.Delay(Patience.Long));
        if (first != slixmpp.ready.Task)
            Assert.Fail("slixmpp does not start:\n" + string.Join('\n', slixmpp.Errors.Since(0)));
        return slixmpp;
    }

    /// <summary>Has the events of a session delivered, or no longer with null.</summary>
    public void Listen(string session, Action<JsonObject>? listener)
    {
        if (listener is null)
            listeners.TryRemove(session, out _);
        else
            listeners[session] = listener;
    }

    /// <summary>Runs an operation of operator_session.py.</summary>
    /// <exception cref="RefusedException">The answer is an error.</exception>
    public async Task<JsonNode?> AskAsync(string session, string operation, JsonObject arguments)
    {
        long id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[id] = answer;
        arguments["id"] = id;
        arguments["session"] = session;
        arguments["do"] = operation;
        lock (process)
        {
            process.Input.WriteLine(arguments.ToJsonString());
            process.Input.Flush();
        }
        try
        {
            return await answer.Task.WaitAsync(Patience.Long);
        }
        catch (TimeoutException)
        {
            throw new AssertFailedException($"slixmpp has not answered {operation} of {session}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Input.Close();
        await process.ExitAsync(Patience.Short);
        await process.DisposeAsync();
    }

    void Receive(string line)
    {
        JsonObject message = JsonNode.Parse(line)!.AsObject();
        if (message["id"] is { } id)
            Settle(asked[id.GetValue<long>()], message);
        else if (message["session"] is { } session && listeners.TryGetValue(session.GetValue<string>(), out Action<JsonObject>? listener))
            listener(message);
        else if (message["ready"] is not null)
            ready.SetResult();
    }

    static void Settle(TaskCompletionSource<JsonNode?> answer, JsonObject message)
    {
        if (message["error"] is { } error)
            answer.SetException(new RefusedException((string)error["type"]!, (string)error["condition"]!, (string)error["text"]!));
        else if (message["failure"] is { } failure)
            answer.SetException(new AssertFailedException("slixmpp: " + failure));
        else
            answer.SetResult(message["result"]);
    }
}
