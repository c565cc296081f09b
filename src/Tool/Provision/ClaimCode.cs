using System.Security.Cryptography;

namespace Presentity.Tool.Provision;

/// <summary>A code that makes its first sender the device's owner: to be read off a label and typed on a telephone.</summary>
static class ClaimCode
{
    // Without 0 and O, 1, I and L, which look alike. 12 of 31 characters are 59 bits.
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new one: <c>K7QF-3MXR-9TCA</c>.</summary>
    internal static string New() => $"{Group()}-{Group()}-{Group()}";

    static string Group() => RandomNumberGenerator.GetString(Alphabet, 4);
}
