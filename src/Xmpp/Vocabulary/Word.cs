namespace Presentity.Xmpp;

/// <summary>Names and known values, as numbers of the <see cref="Vocabulary"/>: named as on the wire.</summary>
public static partial class Word
{
    public const int Iq = 24;
    public const int Message = 25;
    public const int Presence = 26;
    public const int Id = 27;
    public const int Type = 28;
    public const int From = 29;
    public const int To = 30;
    public const int Version = 31;
    public const int Stream = 32;
    public const int StreamStream = 33;
    public const int StreamError = 34;
    public const int XmlnsStream = 35;
    public const int XmlLang = 36;
    public const int Lang = 37;
    public const int En = 38;
    public const int Version10 = 39;

    public const int Get = 40;
    public const int Set = 41;
    public const int Result = 42;
    public const int Error = 43;

    public const int Features = 44;
    public const int Starttls = 45;
    public const int Proceed = 46;
    public const int Failure = 47;
    public const int Required = 48;

    public const int Mechanisms = 49;
    public const int Mechanism = 50;
    public const int Auth = 51;
    public const int Challenge = 52;
    public const int Response = 53;
    public const int Success = 54;
    public const int Abort = 55;
    public const int Text = 56;
    public const int ScramSha1 = 57;
    public const int ScramSha256 = 58;

    public const int Bind = 59;
    public const int Resource = 60;
    public const int Jid = 61;

    public const int Query = 62;
    public const int Item = 63;
    public const int Subscription = 64;
    public const int Ask = 65;
    public const int None = 66;
    public const int Both = 67;
    public const int Remove = 68;
    public const int Subscribe = 69;
    public const int Subscribed = 70;
    public const int Unsubscribe = 71;
    public const int Unsubscribed = 72;
    public const int Unavailable = 73;
    public const int Probe = 74;

    public const int Show = 75;
    public const int Status = 76;
    public const int Priority = 77;
    public const int Away = 78;
    public const int Dnd = 79;
    public const int C = 80;
    public const int Hash = 81;
    public const int Ver = 82;
    public const int Node = 83;
    public const int Sha1 = 84;

    public const int Identity = 85;
    public const int Feature = 86;
    public const int Category = 87;
    public const int Name = 88;
    public const int Client = 89;
    public const int Bot = 90;
    public const int Automation = 91;
    public const int CommandList = 92;
    public const int CommandNode = 93;
    public const int Var = 94;

    public const int Command = 95;
    public const int Sessionid = 96;
    public const int Action = 97;
    public const int Actions = 98;
    public const int Execute = 99;
    public const int Complete = 100;
    public const int Prev = 101;
    public const int Next = 102;
    public const int Cancel = 103;
    public const int Executing = 104;
    public const int Completed = 105;
    public const int Canceled = 106;
    public const int Note = 107;
    public const int Info = 108;
    public const int Warn = 109;

    public const int X = 110;
    public const int Form = 111;
    public const int Submit = 112;
    public const int Title = 113;
    public const int Instructions = 114;
    public const int Field = 115;
    public const int Label = 116;
    public const int Value = 117;
    public const int Option = 118;
    public const int Boolean = 119;
    public const int Fixed = 120;
    public const int Hidden = 121;
    public const int JidSingle = 122;
    public const int ListSingle = 123;
    public const int TextSingle = 124;
    public const int TextMulti = 125;
    public const int FormType = 126;

    public const int Os = 127;
    public const int Time = 128;
    public const int Tzo = 129;
    public const int Utc = 130;
    public const int Seconds = 131;
    public const int Ping = 132;
    public const int Delay = 133;
    public const int Stamp = 134;

    public const int Fields = 135;
    public const int Seqnr = 136;
    public const int Done = 137;
    public const int NodeId = 138;
    public const int Timestamp = 139;
    public const int Numeric = 140;
    public const int String = 141;
    public const int Momentary = 142;
    public const int AutomaticReadout = 143;
    public const int Unit = 144;
    public const int Device = 145;
    public const int True = 146;
    public const int False = 147;
    public const int Temperature = 148;

    public const int Modify = 149;
    public const int Wait = 150;
    public const int Continue = 151;
    public const int Code = 152;

    public const int BadRequest = 153;
    public const int Conflict = 154;
    public const int FeatureNotImplemented = 155;
    public const int Forbidden = 156;
    public const int Gone = 157;
    public const int InternalServerError = 158;
    public const int ItemNotFound = 159;
    public const int JidMalformed = 160;
    public const int NotAcceptable = 161;
    public const int NotAllowed = 162;
    public const int NotAuthorized = 163;
    public const int PolicyViolation = 164;
    public const int RecipientUnavailable = 165;
    public const int Redirect = 166;
    public const int RegistrationRequired = 167;
    public const int RemoteServerNotFound = 168;
    public const int RemoteServerTimeout = 169;
    public const int ResourceConstraint = 170;
    public const int ServiceUnavailable = 171;
    public const int SubscriptionRequired = 172;
    public const int UndefinedCondition = 173;
    public const int UnexpectedRequest = 174;

    public const int MalformedAction = 175;
    public const int BadAction = 176;
    public const int BadLocale = 177;
    public const int BadPayload = 178;
    public const int BadSessionid = 179;
    public const int SessionExpired = 180;

    public const int BadFormat = 181;
    public const int BadNamespacePrefix = 182;
    public const int ConnectionTimeout = 183;
    public const int HostGone = 184;
    public const int HostUnknown = 185;
    public const int ImproperAddressing = 186;
    public const int InvalidFrom = 187;
    public const int InvalidNamespace = 188;
    public const int InvalidXml = 189;
    public const int NotWellFormed = 190;
    public const int Reset = 191;
    public const int RestrictedXml = 192;
    public const int SeeOtherHost = 193;
    public const int SystemShutdown = 194;
    public const int UnsupportedEncoding = 195;
    public const int UnsupportedFeature = 196;
    public const int UnsupportedStanzaType = 197;
    public const int UnsupportedVersion = 198;

    public const int Aborted = 199;
    public const int AccountDisabled = 200;
    public const int CredentialsExpired = 201;
    public const int EncryptionRequired = 202;
    public const int IncorrectEncoding = 203;
    public const int InvalidAuthzid = 204;
    public const int InvalidMechanism = 205;
    public const int MalformedRequest = 206;
    public const int MechanismTooWeak = 207;
    public const int TemporaryAuthFailure = 208;

    public const int RemoteConnectionFailed = 209;

    public const int ScramSha512 = 210;

    public const int Body = 211;
    public const int Chat = 212;
}
