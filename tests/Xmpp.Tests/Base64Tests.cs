using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Base 64: the vectors of RFC 4648 §10, what is refused, and .NET's as the measure of the rest.</summary>
[TestClass]
public sealed class Base64Tests
{
    readonly char[] digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n ".ToCharArray();

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
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(plain), Decode(encoded));
    }

    [TestMethod]
    public void Every_length_and_byte_is_read()
    {
        Dice dice = new Dice(64);
        for (int length = 0; length < 300; length += Scale.Of(1, 13))
        {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++)
                bytes[i] = (byte)dice.Next(256);
            CollectionAssert.AreEqual(bytes, Decode(Library(bytes)));
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
        Dice dice = new Dice(4648);
        int accepted = 0;
        int tries = Scale.Of(200000, 300);
        for (int i = 0; i < tries; i++)
        {
            StringBuilder text = new StringBuilder();
            int length = dice.Next(3) * 4 + (dice.Percent(10) ? 1 : 0);
            for (int j = 0; j < length; j++)
                text.Append(digits[dice.Next(dice.Percent(97) ? 64 : digits.Length)]);
            if (dice.Percent(50) && length > 1)
                text[text.Length - 1] = '=';
            byte[]? decoded = Decode(text.ToString());
            if (decoded == null)
                continue;
            accepted++;
            Assert.AreEqual(text.ToString(), Library(decoded));
        }

        Assert.IsGreaterThan(tries / 20, accepted);
    }

    // Of no bytes the chip's library makes a text of what happens to be there.
    static string Library(byte[] bytes) => bytes.Length == 0 ? "" : Convert.ToBase64String(bytes);

    static byte[]? Decode(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\"" + text + "\"");
        return Base64.Decode(bytes, 1, bytes.Length - 2);
    }
}
