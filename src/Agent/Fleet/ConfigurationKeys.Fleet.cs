using System.Text;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The keys of what makes a device one of many.</summary>
static partial class ConfigurationKeys
{
    // All of them in one message, which has to fit.
    const int MostProposed = 8;
    const int MostProposedBytes = 480;

    static partial void SetForFleet(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        switch (key)
        {
            case "status":
                configuration.Status = StatusTemplate.Parse(value);
                wrong = Encoding.UTF8.GetBytes(value).Length > StatusTemplate.MostBytes
                    ? "at most " + StatusTemplate.MostBytes.ToString() + " bytes"
                    : configuration.Status == null ? "names in braces, such as {temperature}, each with both" : "";
                break;
            case "room":
                configuration.Room = Jid.Parse(value);
                wrong = configuration.Room != null && configuration.Room.HasLocal && !configuration.Room.HasResource
                    ? "" : "a room such as fleet@conference.example.org, not " + value;
                break;
            case "nick":
                configuration.Nick = value;
                wrong = "";
                break;
            case "room-password":
                configuration.RoomPassword = value;
                wrong = "";
                break;
            case "exchange":
                wrong = SetExchange(configuration, value);
                break;
            default:
                SetGroups(configuration, key, value, ref wrong);
                break;
        }
    }

    static void SetGroups(DeviceConfiguration configuration, string key, string value, ref string wrong)
    {
        Role role;
        switch (key)
        {
            case "owner-groups":
                role = Role.Owner;
                break;
            case "operator-groups":
                role = Role.Operator;
                break;
            case "viewer-groups":
                role = Role.Viewer;
                break;
            case "roster-groups":
                configuration.FilesContacts = value == "on";
                wrong = value == "on" || value == "off" ? "" : "on or off, not " + value;
                return;
            default:
                return;
        }

        wrong = "";
        string[] names = value.Split(',');
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i].Trim();
            if (name.Length == 0)
                wrong = "names of groups, separated by commas";
            else
                configuration.RoleGroups.Add(name, role);
        }
    }

    static string SetExchange(DeviceConfiguration configuration, string value)
    {
        string[] items = value.Split(';');
        if (items.Length > MostProposed || Encoding.UTF8.GetBytes(value).Length > MostProposedBytes)
            return "at most " + MostProposed.ToString() + " devices in " + MostProposedBytes.ToString() + " bytes";
        ExchangeItem[] exchange = new ExchangeItem[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            string[] parts = items[i].Split(',');
            Jid? address = Jid.Parse(parts[0].Trim());
            if (address == null || address.HasResource || parts.Length > 3)
                return "account, name, group; ... with at least the account, not " + items[i].Trim();
            exchange[i] = new ExchangeItem(address, parts.Length > 1 ? parts[1].Trim() : "", parts.Length > 2 ? parts[2].Trim() : "");
        }

        configuration.Exchange = exchange;
        return "";
    }
}
