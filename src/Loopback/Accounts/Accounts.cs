using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Loopback;

/// <summary>Who is at home on the server. Any thread may add and find.</summary>
sealed class Accounts(string domain)
{
    readonly ConcurrentDictionary<string, Account> accounts = new();

    public string Domain { get; } = domain;

    public IEnumerable<Account> All => accounts.Values;

    /// <summary>Adds an account.</summary>
    /// <exception cref="ArgumentException">The name cannot be one, or is taken.</exception>
    public Account Add(string user, string password, int iterations)
    {
        string name = user.ToLowerInvariant();
        if (!Jid.IsLocal(name))
            throw new ArgumentException($"'{user}' cannot be the name of an account.", nameof(user));
        var account = new Account(new Jid(name, Domain, ""), password, iterations);
        if (!accounts.TryAdd(name, account))
            throw new ArgumentException($"There is an account '{name}' already.", nameof(user));
        return account;
    }

    /// <summary>Finds an account by its name.</summary>
    public Account? Find(string user) => accounts.GetValueOrDefault(user.ToLowerInvariant());

    /// <summary>Finds the account that an address belongs to.</summary>
    public Account? Find(Jid jid) => jid.Domain == Domain && jid.Local.Length > 0 ? accounts.GetValueOrDefault(jid.Local) : null;

    /// <summary>Finds the session at a full JID.</summary>
    public Session? FindSession(Jid jid) => Find(jid)?.Sessions.FirstOrDefault(session => session.Jid == jid);
}
