using System.Globalization;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The keys that a desktop has besides.</summary>
static partial class ConfigurationKeys
{
    static partial void SetMore(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        switch (key)
        {
            case "certificate":
                configuration.CertificateFile = value;
                wrong = "";
                break;
            case "certificate.key":
                configuration.CertificateKeyFile = value;
                wrong = "";
                break;
            case "plain":
                configuration.AllowsPlain = value == "allow";
                wrong = value is "allow" or "refuse" ? "" : "allow or refuse, not " + value;
                break;
            case "iterations.least":
                wrong = Count(value, out int least);
                configuration.LeastIterations = least;
                break;
            case "iterations.most":
                wrong = Count(value, out int most);
                configuration.MostIterations = most;
                break;
        }
    }

    static partial void Prepare(string password, ref string wrong) => Saslprep.TryPrepare(password, out _, out wrong);

    static string Count(string value, out int count) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= 100_000_000
            ? "" : "1 to 100000000, not " + value;
}
