using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>The cryptography against the vectors of its specifications.</summary>
[TestClass]
public sealed class CryptoTests
{
    readonly SystemCrypto crypto = new();

    [TestMethod]
    // FIPS 180-4, examples of NIST: one block, two blocks, none.
    [DataRow(HashAlgorithm.Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [DataRow(HashAlgorithm.Sha1, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1")]
    [DataRow(HashAlgorithm.Sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [DataRow(HashAlgorithm.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [DataRow(HashAlgorithm.Sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [DataRow(HashAlgorithm.Sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Hash_of_a_run_of_bytes(HashAlgorithm algorithm, string text, string expected)
    {
        byte[] data = Encoding.ASCII.GetBytes("##" + text + "##");
        byte[] output = Output(algorithm);
        crypto.Hash(algorithm, data, 2, data.Length - 4, output);
        Check(algorithm, expected, output);
    }

    [TestMethod]
    // RFC 2202 §3, test cases 1, 2 and 6; RFC 4231 §4.2, §4.3, §4.4 and §4.7.
    [DataRow(HashAlgorithm.Sha1, "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265",
        "b617318655057264e28bc0b6fb378c8ef146be00")]
    [DataRow(HashAlgorithm.Sha1, "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [DataRow(HashAlgorithm.Sha1, "aa*80",
        "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374",
        "aa4ae5e15272d00e95705637ce8a3b55ed402112")]
    [DataRow(HashAlgorithm.Sha256, "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [DataRow(HashAlgorithm.Sha256, "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [DataRow(HashAlgorithm.Sha256, "aa*20", "dd*50", "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")]
    [DataRow(HashAlgorithm.Sha256, "aa*131",
        "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    public void Hmac_of_a_run_of_bytes(HashAlgorithm algorithm, string key, string data, string expected)
    {
        byte[] bytes = [1, 2, 3, .. Bytes(data), 4];
        byte[] output = Output(algorithm);
        crypto.Hmac(algorithm, Bytes(key), bytes, 3, bytes.Length - 4, output);
        Check(algorithm, expected, output);
    }

    [TestMethod]
    // RFC 6070 §2, of the last one the first 20 bytes; RFC 7914 §11, the first 32 bytes.
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6")]
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957")]
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1")]
    [DataRow(HashAlgorithm.Sha1, "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096,
        "3d2eec4fe41c849b80c8d83662c0e44a8b291a96")]
    [DataRow(HashAlgorithm.Sha256, "passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")]
    [DataRow(HashAlgorithm.Sha256, "Password", "NaCl", 80000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56")]
    public void Pbkdf2_of_a_password(HashAlgorithm algorithm, string password, string salt, int iterations, string expected)
    {
        byte[] output = Output(algorithm);
        crypto.Pbkdf2(algorithm, Encoding.ASCII.GetBytes(password), Encoding.ASCII.GetBytes(salt), iterations, output);
        Check(algorithm, expected, output);
    }

    [TestMethod]
    public void Random_bytes_fill_their_part_and_differ()
    {
        byte[] first = new byte[40], second = new byte[40];
        crypto.FillRandom(first, 4, 32);
        crypto.FillRandom(second, 4, 32);
        CollectionAssert.AreNotEqual(first, second);
        CollectionAssert.AreEqual(new byte[4], first[..4]);
        CollectionAssert.AreEqual(new byte[4], first[36..]);
    }

    // Longer than the hash: what lies behind it must stay as it is.
    static byte[] Output(HashAlgorithm algorithm) => new byte[HashLength.Of(algorithm) + 3];

    static void Check(HashAlgorithm algorithm, string expected, byte[] output)
    {
        Assert.AreEqual(expected, Convert.ToHexStringLower(output.AsSpan(0, HashLength.Of(algorithm))));
        CollectionAssert.AreEqual(new byte[3], output[^3..]);
    }

    /// <summary>Hexadecimal, or <c>aa*20</c> for the same byte 20 times.</summary>
    static byte[] Bytes(string text)
    {
        string[] parts = text.Split('*');
        byte[] bytes = Convert.FromHexString(parts[0]);
        if (parts.Length == 1)
            return bytes;
        var repeated = new byte[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)];
        Array.Fill(repeated, bytes[0]);
        return repeated;
    }
}
