using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The vocabulary that came after the XEPs, and which a desktop speaks besides.</summary>
static partial class Dialect
{
    /// <summary>Neuro-Foundation 1.0: sensor data and control.</summary>
    static readonly int[] NeuroFoundation =
    [
        Ns.NeuroFoundationSensorData, Word.Id, Word.Nd, Word.Id, Word.F, Word.N,
        Word.M, Word.P, Word.S, Word.C, Word.I, Word.H,
        Word.Resp, 0, Word.More, Word.Ts, Word.V, Word.Q, Word.B, Word.U, Word.Ctr, Word.Ar,
        0, 0, 0,
        Ns.NeuroFoundationControl, Word.I, Word.L, Word.Db, Word.S, Word.Resp, Word.P, 0, 0,
    ];

    static partial void AddRows(ref int[][] rows) => rows = [.. rows, NeuroFoundation];
}
