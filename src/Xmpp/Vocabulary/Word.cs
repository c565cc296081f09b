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
    public const int En = 37;
    public const int Version10 = 38;

    public const int Get = 39;
    public const int Set = 40;
    public const int Result = 41;
    public const int Error = 42;

    public const int Features = 43;
    public const int Starttls = 44;
    public const int Proceed = 45;
    public const int Failure = 46;
    public const int Required = 47;

    public const int Mechanisms = 48;
    public const int Mechanism = 49;
    public const int Auth = 50;
    public const int Challenge = 51;
    public const int Response = 52;
    public const int Success = 53;
    public const int Abort = 54;
    public const int Text = 55;
    public const int ScramSha1 = 56;
    public const int ScramSha256 = 57;

    public const int Bind = 58;
    public const int Resource = 59;
    public const int Jid = 60;

    public const int Query = 61;
    public const int Item = 62;
    public const int Subscription = 63;
    public const int Ask = 64;
    public const int None = 65;
    public const int Both = 66;
    public const int Remove = 67;
    public const int Subscribe = 68;
    public const int Subscribed = 69;
    public const int Unsubscribe = 70;
    public const int Unsubscribed = 71;
    public const int Unavailable = 72;

    public const int Show = 73;
    public const int Status = 74;
    public const int Away = 75;
    public const int Dnd = 76;
    public const int C = 77;
    public const int Hash = 78;
    public const int Ver = 79;
    public const int Node = 80;
    public const int Sha1 = 81;

    public const int Identity = 82;
    public const int Feature = 83;
    public const int Category = 84;
    public const int Name = 85;
    public const int Client = 86;
    public const int Bot = 87;
    public const int Automation = 88;
    public const int CommandList = 89;
    public const int CommandNode = 90;
    public const int Var = 91;

    public const int Command = 92;
    public const int Sessionid = 93;
    public const int Action = 94;
    public const int Actions = 95;
    public const int Execute = 96;
    public const int Complete = 97;
    public const int Prev = 98;
    public const int Next = 99;
    public const int Cancel = 100;
    public const int Executing = 101;
    public const int Completed = 102;
    public const int Canceled = 103;
    public const int Note = 104;
    public const int Info = 105;
    public const int Warn = 106;

    public const int X = 107;
    public const int Form = 108;
    public const int Submit = 109;
    public const int Title = 110;
    public const int Instructions = 111;
    public const int Field = 112;
    public const int Label = 113;
    public const int Value = 114;
    public const int Option = 115;
    public const int Boolean = 116;
    public const int Fixed = 117;
    public const int Hidden = 118;
    public const int JidSingle = 119;
    public const int ListSingle = 120;
    public const int TextSingle = 121;
    public const int TextMulti = 122;
    public const int Reported = 123;
    public const int FormType = 124;

    public const int Os = 125;
    public const int Time = 126;
    public const int Tzo = 127;
    public const int Utc = 128;
    public const int Seconds = 129;
    public const int Ping = 130;
    public const int Delay = 131;
    public const int Stamp = 132;

    public const int Fields = 133;
    public const int Seqnr = 134;
    public const int Done = 135;
    public const int NodeId = 136;
    public const int Timestamp = 137;
    public const int Numeric = 138;
    public const int Momentary = 139;
    public const int Unit = 140;
    public const int Device = 141;
    public const int True = 142;
    public const int False = 143;

    public const int Modify = 144;
    public const int Wait = 145;
    public const int Continue = 146;
    public const int Code = 147;

    public const int BadRequest = 148;
    public const int Conflict = 149;
    public const int FeatureNotImplemented = 150;
    public const int Forbidden = 151;
    public const int Gone = 152;
    public const int InternalServerError = 153;
    public const int ItemNotFound = 154;
    public const int JidMalformed = 155;
    public const int NotAcceptable = 156;
    public const int NotAllowed = 157;
    public const int NotAuthorized = 158;
    public const int PolicyViolation = 159;
    public const int RecipientUnavailable = 160;
    public const int Redirect = 161;
    public const int RegistrationRequired = 162;
    public const int RemoteServerNotFound = 163;
    public const int RemoteServerTimeout = 164;
    public const int ResourceConstraint = 165;
    public const int ServiceUnavailable = 166;
    public const int SubscriptionRequired = 167;
    public const int UndefinedCondition = 168;
    public const int UnexpectedRequest = 169;

    public const int MalformedAction = 170;
    public const int BadAction = 171;
    public const int BadLocale = 172;
    public const int BadPayload = 173;
    public const int BadSessionid = 174;
    public const int SessionExpired = 175;

    public const int BadFormat = 176;
    public const int BadNamespacePrefix = 177;
    public const int ConnectionTimeout = 178;
    public const int HostGone = 179;
    public const int HostUnknown = 180;
    public const int ImproperAddressing = 181;
    public const int InvalidFrom = 182;
    public const int InvalidNamespace = 183;
    public const int InvalidXml = 184;
    public const int NotWellFormed = 185;
    public const int Reset = 186;
    public const int RestrictedXml = 187;
    public const int SeeOtherHost = 188;
    public const int SystemShutdown = 189;
    public const int UnsupportedEncoding = 190;
    public const int UnsupportedFeature = 191;
    public const int UnsupportedStanzaType = 192;
    public const int UnsupportedVersion = 193;

    public const int Aborted = 194;
    public const int AccountDisabled = 195;
    public const int CredentialsExpired = 196;
    public const int EncryptionRequired = 197;
    public const int IncorrectEncoding = 198;
    public const int InvalidAuthzid = 199;
    public const int InvalidMechanism = 200;
    public const int MalformedRequest = 201;
    public const int MechanismTooWeak = 202;
    public const int TemporaryAuthFailure = 203;

    public const int RemoteConnectionFailed = 204;

    public const int ScramSha512 = 205;
}
