namespace Presentity.Agent;

/// <summary>What has to fit together in a desktop's configuration.</summary>
public sealed partial class ConfigurationReader
{
    partial void Check()
    {
        // A certificate logs in without a password.
        bool hasSecret = Configuration.LineOf("password") + Configuration.LineOf("scram") > 0;
        if (Configuration.CertificateFile.Length > 0 && !hasSecret && Configuration.Jid != null)
            Fault = "";
        if (Fault.Length > 0)
            return;
        if (Configuration.CertificateKeyFile.Length > 0 && Configuration.CertificateFile.Length == 0)
            Fault = Configuration.Fault("certificate.key", "a key without its certificate; write certificate = FILE");
        else if (Configuration.LeastIterations > Configuration.MostIterations)
            Fault = Configuration.Fault("iterations", $"least is {Configuration.LeastIterations}, and most is {Configuration.MostIterations}");
        else if (Configuration.AllowsPlain && Configuration.Password.Length == 0)
            Fault = Configuration.Fault("plain", "PLAIN sends the password, and there is none");
    }
}
