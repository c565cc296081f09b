using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What makes this agent this device's.</summary>
public sealed partial class AgentOptions
{
    /// <summary>For this session's account, with this access list.</summary>
    public AgentOptions(SessionOptions session, AccessList access)
    {
        Session = session;
        Access = access;
    }

    public readonly SessionOptions Session;

    public readonly AccessList Access;

    /// <summary>Bounds of what is read.</summary>
    public XmlLimits Limits = new XmlLimits();

    /// <summary>Name of the software (XEP-0092).</summary>
    public string Software = "Presentity";

    /// <summary>The version of what is built here.</summary>
    public const string ThisVersion = "0.1.0";

    /// <summary>Its version.</summary>
    public string Version = ThisVersion;

    /// <summary>What it runs on; empty to keep it to ourselves.</summary>
    public string System = "";

    /// <summary>Milliseconds between two presences, unless something is urgent; 1,000 or more.</summary>
    public int PresenceIntervalMs = 30000;

    /// <summary>Whether a reading that only drifts is told by the status line alone, without capabilities and without the readings for
    /// machines. What is urgent, and the first presence of a session, tells all.</summary>
    public bool IsPresenceShort;

    /// <summary>Whether to try again after a failure; otherwise whoever turns the agent looks at <see cref="DeviceAgent.LastEnd"/> and stops.</summary>
    public bool TriesAgain = true;

    /// <summary>Where the stream is kept over a planned restart, so that it can be resumed (XEP-0198 §5); null to begin a new one.</summary>
    public IStore? Store;

    /// <summary>Settings of single sensors, by name; for the others the defaults hold.</summary>
    public SensorSettings Sensors = new SensorSettings();
}
