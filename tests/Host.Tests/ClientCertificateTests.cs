using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>The certificate that a client shows: read from files, or what is wrong with them in one line.</summary>
[TestClass]
public sealed class ClientCertificateTests
{
    readonly string folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    public void Certificate_and_key_in_one_file_or_in_two()
    {
        (string certificate, string key) = Make(-1, 1);
        string both = Write("both.pem", certificate + key);
        Assert.AreEqual("", ClientCertificate.Read(both, both, out SslStreamCertificateContext? context));
        Assert.IsTrue(context!.TargetCertificate.HasPrivateKey);
        Assert.AreEqual("", ClientCertificate.Read(Write("c.pem", certificate), Write("k.pem", key), out context));
        Assert.IsTrue(context!.TargetCertificate.HasPrivateKey);
    }

    [TestMethod]
    public void What_is_wrong_is_said()
    {
        (string certificate, string key) = Make(-1, 1);
        (string _, string otherKey) = Make(-1, 1);
        (string old, string oldKey) = Make(-3, -2);
        AssertWrong("nothere.pem", Path.Combine(folder, "nothere.pem"), Write("k.pem", key));
        AssertWrong("c.pem", Write("c.pem", certificate), Write("c.pem", certificate));
        AssertWrong("other.pem", Write("c.pem", certificate), Write("other.pem", otherKey));
        AssertWrong("text.pem", Write("text.pem", "no PEM"), Write("k.pem", key));
        AssertWrong("only", Write("old.pem", old + oldKey), Write("old.pem", old + oldKey));
    }

    void AssertWrong(string said, string file, string keyFile)
    {
        string wrong = ClientCertificate.Read(file, keyFile, out _);
        Assert.Contains(said, wrong);
        Assert.DoesNotContain("\n", wrong);
    }

    string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    static (string Certificate, string Key) Make(int fromDays, int toDays)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 made = new CertificateRequest("CN=device", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
        return (made.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
