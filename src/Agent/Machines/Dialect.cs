using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The vocabularies in which programs read a device and set it: one row each, so that a successor is one row more.</summary>
/// <remarks>What programs may ask is the same in all of them; only the words differ. A word that a vocabulary has not is 0.</remarks>
static partial class Dialect
{
    /// <summary>Namespace of sensor data.</summary>
    internal const int Readings = 0;

    /// <summary>Number of a read-out, by which its parts are known.</summary>
    internal const int Number = 1;

    /// <summary>Element that names a node; its id.</summary>
    internal const int Node = 2;
    internal const int NodeId = 3;

    /// <summary>Element that asks for one field; the name of a field or parameter.</summary>
    internal const int Field = 4;
    internal const int Name = 5;

    /// <summary>Kinds of fields, of which a device has the first.</summary>
    internal const int Momentary = 6;
    internal const int Peak = 7;
    internal const int Status = 8;
    internal const int Computed = 9;
    internal const int Identity = 10;
    internal const int Historical = 11;

    /// <summary>What a read-out brings, with what is said when it is all, or is not.</summary>
    internal const int Fields = 12;
    internal const int Done = 13;
    internal const int More = 14;

    /// <summary>A moment, a value, its kinds and its unit.</summary>
    internal const int Timestamp = 15;
    internal const int Value = 16;
    internal const int Numeric = 17;
    internal const int Boolean = 18;
    internal const int Unit = 19;

    /// <summary>Whether a field can be set; whether it was read by itself.</summary>
    internal const int Writable = 20;
    internal const int Automatic = 21;

    /// <summary>What could not be read; that a read-out will not be; that it was refused.</summary>
    internal const int Failure = 22;
    internal const int Cancelled = 23;
    internal const int Rejected = 24;

    /// <summary>Namespace of control.</summary>
    internal const int Control = 25;

    /// <summary>Kinds of parameters, besides the boolean.</summary>
    internal const int Int = 26;
    internal const int Long = 27;
    internal const int Double = 28;
    internal const int String = 29;

    /// <summary>What was set.</summary>
    internal const int Set = 30;
    internal const int Parameter = 31;

    /// <summary>What came of it, in a word; what is wrong with a parameter.</summary>
    internal const int Code = 32;
    internal const int ParameterError = 33;

    /// <summary>XEP-0323 0.5 and XEP-0325 0.4, with what older versions want to see besides.</summary>
    static readonly int[] Xep =
    {
        Ns.SensorData, Word.Seqnr, Word.Node, Word.NodeId, Word.Field, Word.Name,
        Word.Momentary, Word.Peak, Word.Status, Word.Computed, Word.Identity, Word.Historical,
        Word.Fields, Word.Done, 0, Word.Timestamp, Word.Value, Word.Numeric, Word.Boolean, Word.Unit, Word.Writable, Word.AutomaticReadout,
        Word.Failure, Word.Cancelled, Word.Rejected,
        Ns.Control, Word.Int, Word.Long, Word.Double, Word.String, Word.SetResponse, Word.Parameter, Word.ResponseCode, Word.ParamError,
    };

    /// <summary>All of them.</summary>
    internal static int[][] All()
    {
        int[][] rows = new int[][] { Xep };
        AddRows(ref rows);
        return rows;
    }

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    static partial void AddRows(ref int[][] rows);
}
