using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Jabber-RPC (XEP-0009): <c>sensor.list</c>, <c>sensor.get</c>, <c>actuator.set</c> and <c>device.info</c>.</summary>
/// <remarks>A call that cannot be done is answered with a fault; what is no call at all, with an error.</remarks>
public sealed class RemoteProcedures : IqHandler
{
    /// <summary>The faults: as XML-RPC has agreed on them, and two of our own.</summary>
    const int NoSuchMethod = -32601;
    const int WrongParameters = -32602;
    const int NotPermitted = 403;
    const int HardwareFailed = 500;

    static readonly byte[] SensorList = Encoding.UTF8.GetBytes("sensor.list");
    static readonly byte[] SensorGet = Encoding.UTF8.GetBytes("sensor.get");
    static readonly byte[] ActuatorSet = Encoding.UTF8.GetBytes("actuator.set");
    static readonly byte[] DeviceInfo = Encoding.UTF8.GetBytes("device.info");

    readonly IBoard board;
    readonly string software;
    readonly ReadOuts readOuts;
    readonly ActuatorChanges changes;
    readonly LastActivity activity;
    readonly IClock clock;
    readonly ILog log;
    readonly long started;
    int length;
    int depth;

    public RemoteProcedures(
        IBoard board, string software, ReadOuts readOuts, ActuatorChanges changes, LastActivity activity, IClock clock, ILog log)
        : base(Ns.Rpc, Word.Query, Ns.Rpc)
    {
        this.board = board;
        this.software = software;
        this.readOuts = readOuts;
        this.changes = changes;
        this.activity = activity;
        this.clock = clock;
        this.log = log;
        started = clock.Milliseconds;
    }

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (!request.IsSet)
            return StanzaError.NotAllowed;
        if (!Permission.Allows(request.Role, Permission.ToRead))
            return StanzaError.Forbidden;
        XmlCursor call = request.AtPayload();
        if (!call.MoveToChild(Ns.Rpc, Word.MethodCall))
            return StanzaError.BadRequest;
        int node = call.Node;
        if (!call.MoveToChild(Ns.Rpc, Word.MethodName))
            return StanzaError.BadRequest;
        int method = call.Text();
        call.MoveTo(node);
        length = answer.Length;
        depth = answer.Depth;
        if (Is(call, method, SensorList))
            List(call, answer);
        else if (Is(call, method, SensorGet))
            Get(call, answer);
        else if (Is(call, method, DeviceInfo))
            Describe(call, answer);
        else if (Is(call, method, ActuatorSet))
            Set(request, call, answer);
        else
            Fail(answer, NoSuchMethod, "no such method");
        return StanzaError.None;
    }

    static bool Is(XmlCursor call, int method, byte[] name) => call.ValueEquals(method, name, 0, name.Length);

    void List(XmlCursor call, XmlWriter answer)
    {
        if (!HasParameters(call, 0, answer))
            return;
        RpcWriter.Start(answer);
        WriteNames(answer, 0, board.Sensors.Length);
        RpcWriter.End(answer);
    }

    void Get(XmlCursor call, XmlWriter answer)
    {
        if (!HasParameters(call, 1, answer))
            return;
        int index = MoveToText(call, 0) ? readOuts.Find(call, call.Text()) : -1;
        if (index < 0)
        {
            Fail(answer, WrongParameters, "there is no sensor or actuator " + call.ToString(call.Text()));
            return;
        }

        Channel channel = readOuts.ChannelAt(index);
        Reading reading = readOuts.Measure(index);
        if (!reading.IsAvailable)
        {
            Fail(answer, HardwareFailed, "it does not answer");
            return;
        }

        RpcWriter.Start(answer);
        RpcWriter.StartValue(answer, Word.Struct);
        RpcWriter.StartMember(answer, Word.Value);
        Write(answer, reading);
        answer.End();
        if (channel.Unit.Length > 0)
            RpcWriter.Member(answer, Word.Unit, channel.Unit);
        answer.End();
        answer.End();
        RpcWriter.End(answer);
    }

    void Describe(XmlCursor call, XmlWriter answer)
    {
        if (!HasParameters(call, 0, answer))
            return;
        RpcWriter.Start(answer);
        RpcWriter.StartValue(answer, Word.Struct);
        RpcWriter.Member(answer, Word.Device, Encoding.UTF8.GetBytes(board.Model));
        RpcWriter.Member(answer, Word.Version, Encoding.UTF8.GetBytes(software));
        RpcWriter.StartMember(answer, Word.Seconds);
        RpcWriter.Number(answer, (int)((clock.Milliseconds - started) / 1000), 0);
        answer.End();
        RpcWriter.StartMember(answer, Word.Writable);
        WriteNames(answer, board.Sensors.Length, readOuts.Count);
        answer.End();
        answer.End();
        answer.End();
        RpcWriter.End(answer);
    }

    void Set(Stanza request, XmlCursor call, XmlWriter answer)
    {
        if (!Permission.Allows(request.Role, Permission.ToSet))
        {
            log.Write(LogLevel.Warning, request.FromText() + " may not set actuators");
            Fail(answer, NotPermitted, "operators may");
            return;
        }

        if (!HasParameters(call, 2, answer))
            return;
        changes.Clear();
        int index = MoveToText(call, 0) ? changes.Find(call, call.Text()) : -1;
        if (index < 0 || !Wants(call, index))
        {
            Fail(answer, WrongParameters, changes.Text);
            return;
        }

        bool obeyed = changes.TrySet();
        activity.Note(request, "actuator.set", changes.Text);
        log.Write(obeyed ? LogLevel.Info : LogLevel.Warning, request.FromText() + " set: " + changes.Text);
        if (!obeyed)
        {
            Fail(answer, HardwareFailed, changes.Text);
            return;
        }

        RpcWriter.Start(answer);
        Write(answer, readOuts.Measure(board.Sensors.Length + index));
        RpcWriter.End(answer);
    }

    /// <summary>Reads what an actuator is to be set to: a boolean for a switch, a number for a level.</summary>
    bool Wants(XmlCursor call, int index)
    {
        bool isSwitch = board.Actuators[index].IsSwitch;
        int value = 0;
        int type = MoveToType(call, 1);
        bool isGood = isSwitch
            ? type == Word.Boolean && MachineValue.TryGetBoolean(call, call.Text(), out value)
            : (type == Word.I4 || type == Word.Int || type == Word.Double)
                && MachineValue.TryGetWhole(call, call.Text(), type == Word.Double, out value);
        return changes.Want(index, value, isGood, call, call.Text());
    }

    /// <summary>Whether a call has so many parameters; answered with a fault when it has not.</summary>
    /// <param name="call">At the call; stays there.</param>
    bool HasParameters(XmlCursor call, int count, XmlWriter answer)
    {
        int node = call.Node;
        int there = call.MoveToChild(Ns.Rpc, Word.Params) ? call.CountChildren() : 0;
        call.MoveTo(node);
        if (there == count)
            return true;
        Fail(answer, WrongParameters, count.ToString() + " parameters, not " + there.ToString());
        return false;
    }

    /// <summary>Goes to what a parameter holds.</summary>
    /// <param name="call">At the call, or at what another of its parameters holds.</param>
    /// <param name="index">From 0; there are so many.</param>
    /// <returns>The word of its type; a value without one is a string.</returns>
    int MoveToType(XmlCursor call, int index)
    {
        call.MoveToTop();
        call.MoveToFirstChild();
        call.MoveToChild(Ns.Rpc, Word.MethodCall);
        call.MoveToChild(Ns.Rpc, Word.Params);
        int node = call.Node;
        call.MoveToFirstChild();
        for (int i = 0; i < index; i++)
            call.MoveToNext(node);
        call.MoveToChild(Ns.Rpc, Word.Value);
        return call.MoveToFirstChild() ? call.LocalName : Word.String;
    }

    bool MoveToText(XmlCursor call, int index) => MoveToType(call, index) == Word.String;

    void WriteNames(XmlWriter answer, int first, int end)
    {
        RpcWriter.StartArray(answer);
        for (int i = first; i < end; i++)
            RpcWriter.Text(answer, readOuts.ChannelAt(i).Name);
        answer.End();
        answer.End();
        answer.End();
    }

    static void Write(XmlWriter answer, Reading reading)
    {
        if (reading.IsBoolean)
            RpcWriter.Boolean(answer, reading.Value != 0);
        else
            RpcWriter.Number(answer, reading.Value, reading.Decimals);
    }

    void Fail(XmlWriter answer, int code, string text)
    {
        answer.Rewind(length, depth);
        RpcWriter.Fault(answer, code, text);
    }
}
