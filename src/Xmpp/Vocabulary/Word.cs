namespace Presentity.Xmpp;

/// <summary>Names and known values, as numbers of the <see cref="Vocabulary"/>: named as on the wire.</summary>
public static class Word
{
    public const int Iq = 26;
    public const int Message = 27;
    public const int Presence = 28;
    public const int Id = 29;
    public const int Type = 30;
    public const int From = 31;
    public const int To = 32;
    public const int Version = 33;
    public const int Stream = 34;
    public const int StreamStream = 35;
    public const int StreamError = 36;
    public const int XmlnsStream = 37;
    public const int XmlLang = 38;
    public const int Lang = 39;
    public const int En = 40;
    public const int Version10 = 41;

    public const int Get = 42;
    public const int Set = 43;
    public const int Result = 44;
    public const int Error = 45;

    public const int Features = 46;
    public const int Starttls = 47;
    public const int Proceed = 48;
    public const int Failure = 49;
    public const int Required = 50;

    public const int Mechanisms = 51;
    public const int Mechanism = 52;
    public const int Auth = 53;
    public const int Challenge = 54;
    public const int Response = 55;
    public const int Success = 56;
    public const int Abort = 57;
    public const int Text = 58;
    public const int ScramSha1 = 59;
    public const int ScramSha256 = 60;

    public const int Bind = 61;
    public const int Resource = 62;
    public const int Jid = 63;

    public const int Query = 64;
    public const int Item = 65;
    public const int Subscription = 66;
    public const int Ask = 67;
    public const int None = 68;
    public const int Both = 69;
    public const int Remove = 70;
    public const int Subscribe = 71;
    public const int Subscribed = 72;
    public const int Unsubscribe = 73;
    public const int Unsubscribed = 74;
    public const int Unavailable = 75;
    public const int Probe = 76;

    public const int Show = 77;
    public const int Status = 78;
    public const int Priority = 79;
    public const int Away = 80;
    public const int Dnd = 81;
    public const int C = 82;
    public const int Hash = 83;
    public const int Ver = 84;
    public const int Node = 85;
    public const int Sha1 = 86;

    public const int Identity = 87;
    public const int Feature = 88;
    public const int Category = 89;
    public const int Name = 90;
    public const int Client = 91;
    public const int Bot = 92;
    public const int Automation = 93;
    public const int CommandList = 94;
    public const int CommandNode = 95;
    public const int Var = 96;

    public const int Command = 97;
    public const int Sessionid = 98;
    public const int Action = 99;
    public const int Actions = 100;
    public const int Execute = 101;
    public const int Complete = 102;
    public const int Prev = 103;
    public const int Next = 104;
    public const int Cancel = 105;
    public const int Executing = 106;
    public const int Completed = 107;
    public const int Canceled = 108;
    public const int Note = 109;
    public const int Info = 110;
    public const int Warn = 111;

    public const int X = 112;
    public const int Form = 113;
    public const int Submit = 114;
    public const int Title = 115;
    public const int Instructions = 116;
    public const int Field = 117;
    public const int Label = 118;
    public const int Value = 119;
    public const int Option = 120;
    public const int Boolean = 121;
    public const int Fixed = 122;
    public const int Hidden = 123;
    public const int JidSingle = 124;
    public const int ListSingle = 125;
    public const int TextSingle = 126;
    public const int TextMulti = 127;
    public const int FormType = 128;

    public const int Os = 129;
    public const int Time = 130;
    public const int Tzo = 131;
    public const int Utc = 132;
    public const int Seconds = 133;
    public const int Ping = 134;
    public const int Delay = 135;
    public const int Stamp = 136;

    public const int Fields = 137;
    public const int Seqnr = 138;
    public const int Done = 139;
    public const int NodeId = 140;
    public const int Timestamp = 141;
    public const int Numeric = 142;
    public const int String = 143;
    public const int Momentary = 144;
    public const int AutomaticReadout = 145;
    public const int Unit = 146;
    public const int Device = 147;
    public const int True = 148;
    public const int False = 149;
    public const int Temperature = 150;

    public const int Modify = 151;
    public const int Wait = 152;
    public const int Continue = 153;
    public const int Code = 154;

    public const int BadRequest = 155;
    public const int Conflict = 156;
    public const int FeatureNotImplemented = 157;
    public const int Forbidden = 158;
    public const int Gone = 159;
    public const int InternalServerError = 160;
    public const int ItemNotFound = 161;
    public const int JidMalformed = 162;
    public const int NotAcceptable = 163;
    public const int NotAllowed = 164;
    public const int NotAuthorized = 165;
    public const int PolicyViolation = 166;
    public const int RecipientUnavailable = 167;
    public const int Redirect = 168;
    public const int RegistrationRequired = 169;
    public const int RemoteServerNotFound = 170;
    public const int RemoteServerTimeout = 171;
    public const int ResourceConstraint = 172;
    public const int ServiceUnavailable = 173;
    public const int SubscriptionRequired = 174;
    public const int UndefinedCondition = 175;
    public const int UnexpectedRequest = 176;

    public const int MalformedAction = 177;
    public const int BadAction = 178;
    public const int BadLocale = 179;
    public const int BadPayload = 180;
    public const int BadSessionid = 181;
    public const int SessionExpired = 182;

    public const int BadFormat = 183;
    public const int BadNamespacePrefix = 184;
    public const int ConnectionTimeout = 185;
    public const int HostGone = 186;
    public const int HostUnknown = 187;
    public const int ImproperAddressing = 188;
    public const int InvalidFrom = 189;
    public const int InvalidNamespace = 190;
    public const int InvalidXml = 191;
    public const int NotWellFormed = 192;
    public const int Reset = 193;
    public const int RestrictedXml = 194;
    public const int SeeOtherHost = 195;
    public const int SystemShutdown = 196;
    public const int UnsupportedEncoding = 197;
    public const int UnsupportedFeature = 198;
    public const int UnsupportedStanzaType = 199;
    public const int UnsupportedVersion = 200;

    public const int Aborted = 201;
    public const int AccountDisabled = 202;
    public const int CredentialsExpired = 203;
    public const int EncryptionRequired = 204;
    public const int IncorrectEncoding = 205;
    public const int InvalidAuthzid = 206;
    public const int InvalidMechanism = 207;
    public const int MalformedRequest = 208;
    public const int MechanismTooWeak = 209;
    public const int TemporaryAuthFailure = 210;

    public const int RemoteConnectionFailed = 211;

    public const int ScramSha512 = 212;

    public const int Sm = 213;
    public const int Enable = 214;
    public const int Enabled = 215;
    public const int Resume = 216;
    public const int Resumed = 217;
    public const int Failed = 218;
    public const int Previd = 219;
    public const int H = 220;
    public const int Max = 221;
    public const int Location = 222;
    public const int R = 223;
    public const int A = 224;
    public const int HandledCountTooHigh = 225;
    public const int SendCount = 226;

    public const int Limits = 227;
    public const int MaxBytes = 228;
    public const int IdleSeconds = 229;
}
