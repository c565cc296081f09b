namespace Presentity.Xmpp;

/// <summary>How a device that has no owner gets one: by a code that only who holds the device knows.</summary>
public interface IClaim
{
    /// <summary>Whether the code is worth anything: nobody owns the device yet.</summary>
    bool IsOpen { get; }

    /// <summary>The node of the command that takes the code (XEP-0050), in UTF-8; not to be written to.</summary>
    byte[] Node { get; }

    /// <summary>Makes an account the owner, if the code is right.</summary>
    /// <param name="address">The sender's, as the server stamped it; its resource is left out.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="code">As it was sent.</param>
    /// <returns>Whether the account is the owner now.</returns>
    bool TryClaim(byte[] address, int start, int length, string code);
}
