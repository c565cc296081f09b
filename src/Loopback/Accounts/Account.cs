using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A user of the server: keys, roster, sessions, and messages that wait.</summary>
/// <remarks>Belongs to the router's lock, but for its keys.</remarks>
sealed class Account(Jid jid, string password, int iterations)
{
    // Made when they are first needed: a thousand accounts then cost nothing to set up.
    readonly Lazy<ScramKeys> sha1 = new(() => ScramKeys.Derive(password, HashAlgorithmName.SHA1, iterations));
    readonly Lazy<ScramKeys> sha256 = new(() => ScramKeys.Derive(password, HashAlgorithmName.SHA256, iterations));
    readonly Lazy<ScramKeys> sha512 = new(() => ScramKeys.Derive(password, HashAlgorithmName.SHA512, iterations));

    /// <summary>The bare JID.</summary>
    public Jid Jid { get; } = jid;

    public Roster Roster { get; } = new();

    public List<Session> Sessions { get; } = [];

    /// <summary>Messages that came while nobody was there to take them, the oldest first.</summary>
    public Queue<XElement> Offline { get; } = [];

    /// <summary>How many stanzas were handled in sessions that waited in vain to be resumed, by their id.</summary>
    public Dictionary<string, uint> Expired { get; } = [];

    /// <summary>The tokens of the account's clients, which have a lock of their own.</summary>
    public Tokens Tokens { get; } = new();

    /// <summary>The sessions that have sent presence.</summary>
    public IEnumerable<Session> Available => Sessions.Where(session => session.Presence is not null);

    /// <summary>The sessions that take messages for the account as a whole.</summary>
    public IEnumerable<Session> Reachable => Available.Where(session => session.Priority >= 0);

    /// <summary>Whether it is the account's (PLAIN).</summary>
    public bool HasPassword(string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(password));

    public ScramKeys Keys(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA1 ? sha1.Value : hash == HashAlgorithmName.SHA256 ? sha256.Value : sha512.Value;
}
