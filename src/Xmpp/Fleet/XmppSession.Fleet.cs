using System.Text;

namespace Presentity.Xmpp;

/// <summary>A room's password is not for the log.</summary>
public sealed partial class XmppSession
{
    static readonly byte[] PasswordTag = Encoding.UTF8.GetBytes("<password>");

    partial void HidePassword(bool outgoing, ref byte[] buffer, ref int start, ref int count)
    {
        for (int at = start; outgoing && at + PasswordTag.Length <= start + count; at++)
        {
            if (!Octets.Equal(buffer, at, PasswordTag))
                continue;
            buffer = Encoding.UTF8.GetBytes("(a room's password, not shown)");
            start = 0;
            count = buffer.Length;
            return;
        }
    }
}
