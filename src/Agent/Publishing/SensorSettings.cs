namespace Presentity.Agent;

/// <summary>Publishing policies by the name of the sensor.</summary>
public sealed class SensorSettings
{
    string[] names = new string[0];
    PublishingPolicy[] policies = new PublishingPolicy[0];

    /// <summary>How many sensors have a policy of their own.</summary>
    public int Count => names.Length;

    /// <summary>The name of the sensor of the policy at a place, 0 to <see cref="Count"/> - 1.</summary>
    public string NameAt(int index) => names[index];

    /// <summary>The policy of a sensor; made with the defaults when there is none yet.</summary>
    public PublishingPolicy For(string name)
    {
        for (int i = 0; i < names.Length; i++)
            if (names[i] == name)
                return policies[i];
        string[] moreNames = new string[names.Length + 1];
        PublishingPolicy[] morePolicies = new PublishingPolicy[names.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            moreNames[i] = names[i];
            morePolicies[i] = policies[i];
        }

        moreNames[names.Length] = name;
        morePolicies[names.Length] = new PublishingPolicy();
        names = moreNames;
        policies = morePolicies;
        return policies[policies.Length - 1];
    }
}
