using System;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The bytes of the icon (XEP-0084 §4.1): an item whose id is their hash.</summary>
public sealed class AvatarData : PersonalItem
{
    readonly Icon icon;

    public AvatarData(Icon icon)
        : base(Ns.AvatarData)
    {
        this.icon = icon;
        Id = icon.Id;
    }

    public override void Write(XmlWriter item)
    {
        item.Start(Word.Data, Node);
        item.Text(Convert.ToBase64String(icon.Bytes));
        item.End();
    }
}
