using System.Text;

namespace Presentity.Xmpp;

/// <summary>A device that can be given a name.</summary>
public sealed partial class DiscoInfo
{
    /// <summary>Says another name from now on. What hashes it has to be made anew: <see cref="EntityCapabilities"/>.</summary>
    public void Rename(string to)
    {
        Name = to;
        name = Encoding.UTF8.GetBytes(to);
    }
}
