using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>name-and-location</c>: what the device is called, where it is by its coordinates, and in words.</summary>
public sealed class NameAndLocation : Command
{
    static readonly string[] keys = { "name", "location", "place" };
    static readonly string[] labels = { "Name", "Location: degrees north and east, such as 52.1,11.6", "Place, in words" };

    readonly DeviceAgent agent;
    readonly DeviceSettings settings;

    /// <summary>Of this device.</summary>
    internal NameAndLocation(DeviceAgent agent, DeviceSettings settings)
        : base("name-and-location", "Name and location", Permission.ToGovern)
    {
        this.agent = agent;
        this.settings = settings;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        string[] values = new string[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            values[i] = DataForm.HasField(request.Form, keys[i]) ? FormText.Of(request.Form, keys[i]) : settings.TextOf(keys[i]);
            string wrong = DeviceSettings.CheckForMachines(keys[i], values[i]);
            if (wrong.Length > 0)
                return request.RefusePayload(keys[i] + ": " + wrong);
        }

        string done = "";
        for (int i = 0; i < keys.Length; i++)
        {
            string before = settings.TextOf(keys[i]);
            settings.SetForMachines(keys[i], values[i]);
            string now = settings.TextOf(keys[i]);
            if (now == before)
                continue;
            settings.Note(keys[i], now);
            done += (done.Length > 0 ? " · " : "") + keys[i] + (now.Length > 0 ? ": " + now : " is no longer told");
        }

        if (done.Length > 0)
            agent.TellNameAndLocation();
        return settings.Complete(request, done);
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.HasForm)
            return;
        DataForm.Start(answer, Word.Form, "Name and location");
        answer.Element(Word.Instructions, "Whoever sees the device's presence sees these too. What is left empty is not told.");
        for (int i = 0; i < keys.Length; i++)
            DataForm.Field(answer, Word.TextSingle, keys[i], labels[i], settings.TextOf(keys[i]));
        answer.End();
    }
}
