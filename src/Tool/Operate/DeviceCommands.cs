using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Tool.Operate;

/// <summary>A command that a device offers.</summary>
sealed record CommandItem(string Node, string Name);

/// <summary>A field of the form that a command has answered with.</summary>
/// <param name="Name">Its <c>var</c>.</param>
/// <param name="Label">For people, with the unit in parentheses where there is one.</param>
/// <param name="Value">As it came; a boolean as <c>on</c> or <c>off</c>.</param>
sealed record FormField(string Name, string Label, string Value)
{
    /// <summary>The value with its unit, as people write it.</summary>
    internal string Text
    {
        get
        {
            int open = Label.LastIndexOf('(');
            bool hasUnit = open > 0 && Label.EndsWith(')') && Value.Length > 0 && char.IsAsciiDigit(Value[^1]);
            return hasUnit ? $"{Value} {Label[(open + 1)..^1]}" : Value;
        }
    }
}

/// <summary>What a command came to.</summary>
/// <param name="Note">For people; may be empty.</param>
/// <param name="IsError">Whether the note says that it failed.</param>
/// <param name="NeedsForm">Whether the fields are to be filled in, and nothing was done yet.</param>
sealed record CommandAnswer(string Note, bool IsError, bool NeedsForm, IReadOnlyList<FormField> Fields);

/// <summary>The operator's side of Ad-Hoc Commands (XEP-0050): lists a device's commands and runs them.</summary>
sealed class DeviceCommands(OperatorSession session)
{
    static readonly XNamespace Client = "jabber:client";
    static readonly XNamespace Commands = "http://jabber.org/protocol/commands";
    static readonly XNamespace Items = "http://jabber.org/protocol/disco#items";
    static readonly XNamespace Forms = "jabber:x:data";
    static readonly XNamespace Stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

    /// <summary>The commands that the device lets this operator run.</summary>
    internal async Task<IReadOnlyList<CommandItem>> ListAsync(string device)
    {
        XElement query = new(Items + "query", new XAttribute("node", Commands.NamespaceName));
        XElement answer = Check(await session.RequestAsync(device, isSet: false, query));
        return [.. answer.Descendants(Items + "item").Select(item => new CommandItem(
            (string?)item.Attribute("node") ?? "", (string?)item.Attribute("name") ?? ""))];
    }

    /// <summary>Runs a command in one round trip.</summary>
    /// <param name="device">Its full address.</param>
    /// <param name="node">Which command.</param>
    /// <param name="values">Fields of the form to submit, by name; none for a command without a form.</param>
    internal async Task<CommandAnswer> ExecuteAsync(string device, string node, params (string Name, string Value)[] values)
    {
        XElement command = new(Commands + "command", new XAttribute("node", node), new XAttribute("action", "execute"));
        if (values.Length > 0)
            command.Add(new XElement(Forms + "x", new XAttribute("type", "submit"), values.Select(value =>
                new XElement(Forms + "field", new XAttribute("var", value.Name), new XElement(Forms + "value", value.Value)))));
        XElement answer = Check(await session.RequestAsync(device, isSet: true, command));
        XElement? result = answer.Element(Commands + "command");
        XElement? note = result?.Element(Commands + "note");
        return new CommandAnswer(
            note?.Value ?? "",
            (string?)note?.Attribute("type") == "error",
            (string?)result?.Attribute("status") == "executing",
            [
                .. answer.Descendants(Forms + "x").Elements(Forms + "field").Select(field => new FormField(
                    (string?)field.Attribute("var") ?? "",
                    (string?)field.Attribute("label") ?? (string?)field.Attribute("var") ?? "",
                    Value(field))),
                .. answer.Descendants(Forms + "item").Select(Row),
            ]);
    }

    /// <summary>A line of a table: its first field names it.</summary>
    static FormField Row(XElement item)
    {
        string[] values = [.. item.Elements(Forms + "field").Select(Value)];
        return new FormField("", values.FirstOrDefault(""), string.Join("  ", values.Skip(1)));
    }

    static string Value(XElement field)
    {
        string value = string.Join(' ', field.Elements(Forms + "value").Select(value => value.Value));
        if ((string?)field.Attribute("type") == "boolean")
            return value is "1" or "true" ? "on" : "off";
        return value;
    }

    /// <summary>Turns an answer of type error into a sentence.</summary>
    static XElement Check(XElement answer)
    {
        if ((string?)answer.Attribute("type") != "error")
            return answer;
        XElement? error = answer.Element(Client + "error");
        string? text = error?.Element(Stanzas + "text")?.Value;
        string condition = error?.Elements().FirstOrDefault(element => element.Name.Namespace == Stanzas)?.Name.LocalName ?? "error";
        throw new OperatorException(text ?? condition switch
        {
            "item-not-found" => "the device has no such command",
            "forbidden" => "the device does not let this operator run it",
            "service-unavailable" => "the device does not answer this operator",
            _ => "the device answered " + condition,
        });
    }
}
