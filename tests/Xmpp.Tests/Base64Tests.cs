using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Base 64: the vectors of RFC 4648 §10, what is refused, and .NET's as the measure of the rest.</summary>
[TestClass]
public sealed class Base64Tests
{
    const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n ";

    [TestMethod]
    [DataRow("", "")]
    [DataRow("f", "Zg==")]
    [DataRow("fo", "Zm8=")]
    [DataRow("foo", "Zm9v")]
    [DataRow("foob", "Zm9vYg==")]
    [DataRow("fooba", "Zm9vYmE=")]
    [DataRow("foobar", "Zm9vYmFy")]
    public void Vectors_of_the_RFC(string plain, string encoded)
    {
        Assert.AreEqual(encoded, Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.AreEqual(plain, Encoding.ASCII.GetString(Decode(encoded)!));
    }

    [TestMethod]
    public void Every_length_and_byte_goes_there_and_back()
    {
        var dice = new Dice(64);
        for (int length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++)
                bytes[i] = (byte)dice.Next(256);
            Assert.AreEqual(Convert.ToBase64String(bytes), Encode(bytes));
            CollectionAssert.AreEqual(bytes, Decode(Encode(bytes)));
        }
    }

    [TestMethod]
    [DataRow("Z")]
    [DataRow("Zg")]
    [DataRow("Zg=")]
    [DataRow("Zg===")]
    [DataRow("=")]
    [DataRow("====")]
    [DataRow("Z===")]
    [DataRow("Zg=v")]
    [DataRow("=Zg=")]
    [DataRow("Zg==Zg==")]
    [DataRow("Zm 9v===")]
    [DataRow("Zm9v\nZm9")]
    [DataRow("Zm9-")]
    [DataRow("Zm9_")]
    [DataRow("Zh==")]
    [DataRow("Zm9=")]
    [DataRow("é===")]
    public void What_is_not_strictly_base_64_is_refused(string text) => Assert.IsNull(Decode(text));

    [TestMethod]
    public void What_is_accepted_is_what_it_would_be_encoded_to()
    {
        var dice = new Dice(4648);
        int accepted = 0;
        for (int i = 0; i < 200000; i++)
        {
            var text = new StringBuilder();
            int length = dice.Next(3) * 4 + (dice.Percent(10) ? 1 : 0);
            for (int j = 0; j < length; j++)
                text.Append(dice.Percent(97) ? Digits[dice.Next(64)] : Digits[dice.Next(Digits.Length)]);
            if (dice.Percent(50) && length > 1)
                text[^1] = '=';
            byte[]? decoded = Decode(text.ToString());
            if (decoded == null)
                continue;
            accepted++;
            Assert.AreEqual(text.ToString(), Convert.ToBase64String(decoded));
        }

        Assert.IsGreaterThan(10000, accepted);
    }

    static string Encode(byte[] plain)
    {
        byte[] source = new byte[plain.Length + 2];
        plain.CopyTo(source, 1);
        byte[] target = new byte[Base64.EncodedLength(plain.Length) + 2];
        Base64.Encode(source, 1, plain.Length, target, 1);
        Assert.AreEqual(0, target[0] | target[^1]);
        return Encoding.ASCII.GetString(target, 1, target.Length - 2);
    }

    static byte[]? Decode(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\"" + text + "\"");
        return Base64.Decode(bytes, 1, bytes.Length - 2);
    }
}
