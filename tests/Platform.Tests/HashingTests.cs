using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Nano;

namespace Presentity.Platform.Tests;

/// <summary>The portable hashes against the examples of their standards, to the byte.</summary>
[TestClass]
public sealed class HashingTests
{
    readonly PortableCrypto crypto = new Predictable();

    // FIPS 180-4's examples; RFC 3174 §7.3.
    [TestMethod]
    [DataRow(HashAlgorithm.Sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [DataRow(HashAlgorithm.Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [DataRow(HashAlgorithm.Sha1, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1")]
    [DataRow(HashAlgorithm.Sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [DataRow(HashAlgorithm.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [DataRow(HashAlgorithm.Sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Hash(HashAlgorithm algorithm, string text, string expected)
    {
        byte[] data = Encoding.UTF8.GetBytes(text);
        byte[] output = new byte[HashLength.Of(algorithm)];
        crypto.Hash(algorithm, data, 0, data.Length, output);
        Assert.AreEqual(expected, Hex.Of(output));
    }

    /// <summary>The hash of the hashes of 0 to 199 bytes, in pieces of 1 to 70: every way to cross the border of a block.</summary>
    [TestMethod]
    [DataRow(HashAlgorithm.Sha1, "65a89e3aacfbd0b7df374e2e2eba2705f2b60cbd")]
    [DataRow(HashAlgorithm.Sha256, "c35f81543da6e2384825e12b996f63d2d2a652971625973989db4ef4660e027b")]
    public void EveryLengthInEveryPiece(HashAlgorithm algorithm, string expected)
    {
        byte[] data = Hex.Pattern(200);
        for (int piece = 1; piece <= 70; piece += 23)
        {
            Sha all = New(algorithm);
            Sha one = New(algorithm);
            byte[] output = new byte[one.Length];
            for (int length = 0; length < 200; length++)
            {
                one.Reset();
                for (int at = 0; at < length; at += piece)
                    one.Add(data, at, length - at < piece ? length - at : piece);
                one.Finish(output);
                all.Add(output, 0, output.Length);
            }

            all.Finish(output);
            Assert.AreEqual(expected, Hex.Of(output));
        }
    }

    // RFC 2202 §3 cases 1, 2, 6; RFC 4231 §4.2, §4.3, §4.7.
    [TestMethod]
    [DataRow(HashAlgorithm.Sha1, "0b", 20, "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00")]
    [DataRow(HashAlgorithm.Sha1, "4a656665", 1, "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [DataRow(HashAlgorithm.Sha1, "aa", 80, "Test Using Larger Than Block-Size Key - Hash Key First", "aa4ae5e15272d00e95705637ce8a3b55ed402112")]
    [DataRow(HashAlgorithm.Sha256, "0b", 20, "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [DataRow(HashAlgorithm.Sha256, "4a656665", 1, "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [DataRow(HashAlgorithm.Sha256, "aa", 131, "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    public void Hmac(HashAlgorithm algorithm, string key, int times, string text, string expected)
    {
        byte[] data = Encoding.UTF8.GetBytes(text);
        byte[] output = new byte[HashLength.Of(algorithm)];
        crypto.Hmac(algorithm, Hex.Bytes(key, times), data, 0, data.Length, output);
        Assert.AreEqual(expected, Hex.Of(output));
    }

    /// <summary>Keys of 1 to 139 bytes: shorter than a block, as long as one, longer.</summary>
    [TestMethod]
    [DataRow(HashAlgorithm.Sha1, "30ef59317445675521ae860cb540ce4742133c1d")]
    [DataRow(HashAlgorithm.Sha256, "95603462e67045282f4ca6e336dca9262116df83a1ad7bcb445741d42989a902")]
    public void HmacOfEveryKeyLength(HashAlgorithm algorithm, string expected)
    {
        byte[] data = Hex.Pattern(200);
        Sha all = New(algorithm);
        byte[] output = new byte[all.Length];
        for (int length = 1; length < 140; length++)
        {
            byte[] key = new byte[length];
            System.Array.Copy(data, key, length);
            crypto.Hmac(algorithm, key, data, 0, 200 - length, output);
            all.Add(output, 0, output.Length);
        }

        all.Finish(output);
        Assert.AreEqual(expected, Hex.Of(output));
    }

    // RFC 6070 §2; RFC 7914 §11, of whose 64 bytes these are the first 32.
    [TestMethod]
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6")]
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957")]
    [DataRow(HashAlgorithm.Sha1, "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1")]
    [DataRow(HashAlgorithm.Sha256, "passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")]
    public void Pbkdf2(HashAlgorithm algorithm, string password, string salt, int iterations, string expected)
    {
        byte[] output = new byte[HashLength.Of(algorithm)];
        crypto.Pbkdf2(algorithm, Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(salt), iterations, output);
        Assert.AreEqual(expected, Hex.Of(output));
    }

    static Sha New(HashAlgorithm algorithm) => algorithm == HashAlgorithm.Sha1 ? new Sha1() : new Sha256();

    sealed class Predictable : PortableCrypto
    {
        public override void FillRandom(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++)
                buffer[offset + i] = (byte)i;
        }
    }
}
