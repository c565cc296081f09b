using System;
using System.Text;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>The portable cryptography, with chance that can be repeated. On the desktop the tests have that of .NET in its place.</summary>
public sealed class TestCrypto : PortableCrypto
{
    readonly Dice random;

    public TestCrypto()
        : this(new Dice(0))
    {
    }

    public TestCrypto(Dice random) => this.random = random;

    /// <summary>How often <see cref="Pbkdf2"/> was asked for.</summary>
    public int Derivations { get; private set; }

    /// <summary>Called by every <see cref="Pbkdf2"/>: lets the time go by.</summary>
    public Action? Deriving { get; set; }

    public override void FillRandom(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
            buffer[offset + i] = (byte)random.Next(256);
    }

    public override void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        Derivations++;
        Deriving?.Invoke();
        byte[] derived = Derive(algorithm, password, salt, iterations);
        Array.Copy(derived, output, derived.Length);
    }

    /// <summary>Hi of RFC 5802 §2.2: known, or computed when it is not too much for a test.</summary>
    internal static byte[] Derive(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations)
    {
        byte[]? known = KnownDerivations.Find(algorithm, password, salt, iterations);
        if (known != null)
            return known;
        if (iterations > 100)
            throw new ArgumentException("a derivation of " + iterations + " rounds that is not among the known: "
                + PlatformNames.Of(algorithm) + " " + Convert.ToBase64String(salt) + " " + Encoding.UTF8.GetString(password, 0, password.Length));
        byte[] output = new byte[HashLength.Of(algorithm)];
        new PlainCrypto().Pbkdf2(algorithm, password, salt, iterations, output);
        return output;
    }

    sealed class PlainCrypto : PortableCrypto
    {
        public override void FillRandom(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
