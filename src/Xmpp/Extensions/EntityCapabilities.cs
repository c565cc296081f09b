using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Entity Capabilities (XEP-0115): a hash of what <see cref="DiscoInfo"/> says, so that nobody needs to ask twice.</summary>
public sealed class EntityCapabilities
{
    readonly byte[] node;
    readonly byte[] version;

    /// <summary>Computes the hash (XEP-0115 §5.1).</summary>
    /// <param name="crypto">Of the platform.</param>
    /// <param name="info">With its features collected.</param>
    /// <param name="node">A URI that names the software.</param>
    /// <param name="vocabulary">Of the features.</param>
    public EntityCapabilities(ICrypto crypto, DiscoInfo info, string node, XmlVocabulary vocabulary)
    {
        this.node = Encoding.UTF8.GetBytes(node);
        byte[] identity = Encoding.UTF8.GetBytes("client/bot//" + info.Name + "<");
        int length = identity.Length;
        for (int i = 0; i < info.Features.Length; i++)
            length += vocabulary.Length(info.Features[i]) + 1;
        byte[] text = new byte[length];
        System.Array.Copy(identity, 0, text, 0, identity.Length);
        int at = identity.Length;
        for (int i = 0; i < info.Features.Length; i++)
        {
            vocabulary.CopyTo(info.Features[i], text, at);
            at += vocabulary.Length(info.Features[i]);
            text[at++] = (byte)'<';
        }

        byte[] hash = new byte[HashLength.Of(HashAlgorithm.Sha1)];
        crypto.Hash(HashAlgorithm.Sha1, text, 0, length, hash);
        version = new byte[Base64.EncodedLength(hash.Length)];
        Base64.Encode(hash, 0, hash.Length, version, 0);
    }

    /// <summary>The hash as it stands in <c>ver</c>; made anew.</summary>
    public string Version => Encoding.UTF8.GetString(version, 0, version.Length);

    /// <summary>Writes <c>&lt;c/></c> into presence.</summary>
    public void Write(XmlWriter presence)
    {
        presence.Start(Word.C, Ns.Caps);
        presence.Attribute(Word.Hash, Word.Sha1);
        presence.Attribute(Word.Node, node, 0, node.Length);
        presence.Attribute(Word.Ver, version, 0, version.Length);
        presence.End();
    }

    /// <summary>Whether a node is ours: <c>node#ver</c>.</summary>
    internal bool IsNode(XmlCursor cursor, int slot)
    {
        int start = cursor.Start(slot);
        if (cursor.Length(slot) != node.Length + 1 + version.Length || cursor.Bytes[start + node.Length] != '#')
            return false;
        for (int i = 0; i < node.Length; i++)
            if (cursor.Bytes[start + i] != node[i])
                return false;
        for (int i = 0; i < version.Length; i++)
            if (cursor.Bytes[start + node.Length + 1 + i] != version[i])
                return false;
        return true;
    }
}
