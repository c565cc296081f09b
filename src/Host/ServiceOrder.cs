using System;
using System.Collections.Generic;
using System.Linq;
using DnsClient.Protocol;

namespace Presentity.Host;

/// <summary>The order in which to try SRV records (RFC 2782, "The weight field").</summary>
static class ServiceOrder
{
    /// <summary>Lowest priority first; among equals at random, in proportion to weight, so that load spreads.</summary>
    /// <param name="records">Not changed.</param>
    /// <param name="random">Source of chance.</param>
    public static List<SrvRecord> Of(IEnumerable<SrvRecord> records, Random random)
    {
        var order = new List<SrvRecord>();
        foreach (IGrouping<ushort, SrvRecord> equals in records.GroupBy(record => record.Priority).OrderBy(group => group.Key))
        {
            // Weight 0 first: it is then chosen only when the die shows 0.
            List<SrvRecord> rest = [.. equals.OrderBy(record => record.Weight)];
            while (rest.Count > 0)
            {
                SrvRecord next = Draw(rest, random);
                rest.Remove(next);
                order.Add(next);
            }
        }
        return order;
    }

    static SrvRecord Draw(List<SrvRecord> records, Random random)
    {
        int die = random.Next(records.Sum(record => record.Weight) + 1);
        int sum = 0;
        return records.First(record => (sum += record.Weight) >= die);
    }
}
