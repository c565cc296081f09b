using System;

namespace Presentity.Agent;

/// <summary>Publishing policies by the name of the sensor.</summary>
public sealed class SensorSettings
{
    readonly PublishingPolicy common = new PublishingPolicy();
    string[] names = new string[0];
    PublishingPolicy[] policies = new PublishingPolicy[0];

    /// <summary>How many sensors have a policy of their own.</summary>
    public int Count => names.Length;

    /// <summary>The name of the sensor of the policy at a place, 0 to <see cref="Count"/> - 1.</summary>
    public string NameAt(int index) => names[index];

    /// <summary>The policy that holds for a sensor: its own, or the one of the defaults, which all others share.</summary>
    public PublishingPolicy Of(string name)
    {
        for (int i = 0; i < names.Length; i++)
            if (names[i] == name)
                return policies[i];
        return common;
    }

    /// <summary>The sensor's own policy, to be changed; made with the defaults when there is none yet.</summary>
    public PublishingPolicy For(string name)
    {
        PublishingPolicy policy = Of(name);
        if (policy != common)
            return policy;
        policy = new PublishingPolicy();
        int count = names.Length;
        string[] moreNames = new string[count + 1];
        PublishingPolicy[] morePolicies = new PublishingPolicy[count + 1];
        Array.Copy(names, moreNames, count);
        Array.Copy(policies, morePolicies, count);
        moreNames[count] = name;
        morePolicies[count] = policy;
        names = moreNames;
        policies = morePolicies;
        return policy;
    }
}
