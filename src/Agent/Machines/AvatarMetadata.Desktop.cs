using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Which icon it is (XEP-0084 §4.2): published behind <see cref="AvatarData"/>, so that whoever is told finds the bytes.</summary>
public sealed class AvatarMetadata : PersonalItem
{
    readonly Icon icon;

    public AvatarMetadata(Icon icon)
        : base(Ns.AvatarMetadata)
    {
        this.icon = icon;
        Id = icon.Id;
    }

    public override void Write(XmlWriter item)
    {
        item.Start(Word.Metadata, Node);
        item.Start(Word.Info);
        item.AttributeNumber(Word.Bytes, icon.Bytes.Length);
        item.Attribute(Word.Id, icon.Id, 0, icon.Id.Length);
        item.Attribute(Word.Type, "image/png");
        item.AttributeNumber(Word.Width, Icon.Side);
        item.AttributeNumber(Word.Height, Icon.Side);
        item.End();
        item.End();
    }
}
