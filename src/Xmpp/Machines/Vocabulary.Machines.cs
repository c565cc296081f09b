namespace Presentity.Xmpp;

/// <summary>The words of what programs ask, numbered behind those of chat.</summary>
public static partial class Vocabulary
{
    const string MachineNames =
        " urn:xmpp:iot:control jabber:iq:rpc " +
        "http://jabber.org/protocol/xdata-validate urn:xmpp:xdata:dynamic " +
        "http://jabber.org/protocol/pubsub http://jabber.org/protocol/pubsub#owner " +
        "http://jabber.org/protocol/geoloc http://jabber.org/protocol/nick " +
        "req when all historical peak computed accepted queued started cancelled rejected writable " +
        "getForm setResponse parameter paramError responseCode OK NotFound InsufficientPrivileges OtherError int long double " +
        "validate datatype range min xs:int xs:boolean notSame " +
        "methodCall methodName params param methodResponse fault i4 struct member array data faultCode faultString " +
        "pubsub publish publish-options configure affiliations affiliation pep geoloc lat lon nick string automaticReadout";
}

/// <summary>The namespaces of what programs ask.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:iot:control</c></summary>
    public const int Control = Word.LastOfChat + 1;

    /// <summary><c>jabber:iq:rpc</c></summary>
    public const int Rpc = Word.LastOfChat + 2;

    /// <summary><c>http://jabber.org/protocol/xdata-validate</c></summary>
    public const int Validation = Word.LastOfChat + 3;

    /// <summary><c>urn:xmpp:xdata:dynamic</c></summary>
    public const int DynamicForms = Word.LastOfChat + 4;

    /// <summary><c>http://jabber.org/protocol/pubsub</c></summary>
    public const int PubSub = Word.LastOfChat + 5;

    /// <summary><c>http://jabber.org/protocol/pubsub#owner</c></summary>
    public const int PubSubOwner = Word.LastOfChat + 6;

    /// <summary><c>http://jabber.org/protocol/geoloc</c></summary>
    public const int Geoloc = Word.LastOfChat + 7;

    /// <summary><c>http://jabber.org/protocol/nick</c></summary>
    public const int Nick = Word.LastOfChat + 8;
}

/// <summary>The names and values of what programs ask.</summary>
public static partial class Word
{
    /// <summary>The last word here.</summary>
    internal const int LastOfMachines = AutomaticReadout;

    public const int Req = LastOfChat + 9;
    public const int When = LastOfChat + 10;
    public const int All = LastOfChat + 11;
    public const int Historical = LastOfChat + 12;
    public const int Peak = LastOfChat + 13;
    public const int Computed = LastOfChat + 14;
    public const int Accepted = LastOfChat + 15;
    public const int Queued = LastOfChat + 16;
    public const int Started = LastOfChat + 17;
    public const int Cancelled = LastOfChat + 18;
    public const int Rejected = LastOfChat + 19;
    public const int Writable = LastOfChat + 20;

    public const int GetForm = LastOfChat + 21;
    public const int SetResponse = LastOfChat + 22;
    public const int Parameter = LastOfChat + 23;
    public const int ParamError = LastOfChat + 24;
    public const int ResponseCode = LastOfChat + 25;
    public const int Ok = LastOfChat + 26;
    public const int NotFound = LastOfChat + 27;
    public const int InsufficientPrivileges = LastOfChat + 28;
    public const int OtherError = LastOfChat + 29;
    public const int Int = LastOfChat + 30;
    public const int Long = LastOfChat + 31;
    public const int Double = LastOfChat + 32;

    public const int Validate = LastOfChat + 33;
    public const int Datatype = LastOfChat + 34;
    public const int Range = LastOfChat + 35;
    public const int Min = LastOfChat + 36;
    public const int XsInt = LastOfChat + 37;
    public const int XsBoolean = LastOfChat + 38;
    public const int NotSame = LastOfChat + 39;

    public const int MethodCall = LastOfChat + 40;
    public const int MethodName = LastOfChat + 41;
    public const int Params = LastOfChat + 42;
    public const int Param = LastOfChat + 43;
    public const int MethodResponse = LastOfChat + 44;
    public const int Fault = LastOfChat + 45;
    public const int I4 = LastOfChat + 46;
    public const int Struct = LastOfChat + 47;
    public const int Member = LastOfChat + 48;
    public const int Array = LastOfChat + 49;
    public const int Data = LastOfChat + 50;
    public const int FaultCode = LastOfChat + 51;
    public const int FaultString = LastOfChat + 52;

    public const int Pubsub = LastOfChat + 53;
    public const int Publish = LastOfChat + 54;
    public const int PublishOptions = LastOfChat + 55;
    public const int Configure = LastOfChat + 56;
    public const int Affiliations = LastOfChat + 57;
    public const int Affiliation = LastOfChat + 58;
    public const int Pep = LastOfChat + 59;
    public const int Geoloc = LastOfChat + 60;
    public const int Lat = LastOfChat + 61;
    public const int Lon = LastOfChat + 62;
    public const int Nick = LastOfChat + 63;

    public const int String = LastOfChat + 64;
    public const int AutomaticReadout = LastOfChat + 65;
}
