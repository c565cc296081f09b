using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Presentity.Tool.Operate;

namespace Presentity.Tool.Prompt;

/// <summary>Understands the operator's lines, for one device: <c>list</c>, <c>read</c>, <c>set</c>, <c>exec</c> ...</summary>
sealed class Interpreter(OperatorSession session, string device, Screen screen, CancellationToken cancel)
{
    const string Help = """
        list               who is in the roster, and how they are
        read [NAME]        the readings, measured now; or one of them
        set NAME VALUE     set an actuator: set pump on, set fan 40
        exec [COMMAND]     run a command of the device; without one, list them
        wait SECONDS       do nothing for a while
        help               this
        quit               leave
        """;

    readonly DeviceCommands commands = new(session);

    /// <summary>Whether <c>quit</c> has been said.</summary>
    internal bool HasQuit { get; private set; }

    /// <summary>Runs one line and writes its answer.</summary>
    /// <exception cref="OperatorException">What it asks for cannot be done, or was not done.</exception>
    internal async Task RunAsync(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || words[0].StartsWith('#'))
            return;
        switch (words[0].ToLowerInvariant(), words.Length)
        {
            case ("list", 1):
                List();
                break;
            case ("read", 1 or 2):
                await ReadAsync(words.ElementAtOrDefault(1));
                break;
            case ("set", 3):
                await SetAsync(words[1].ToLowerInvariant(), words[2].ToLowerInvariant());
                break;
            case ("exec", 1):
                await ListCommandsAsync();
                break;
            case ("exec", 2):
                await ExecuteAsync(words[1]);
                break;
            case ("wait", 2):
                await WaitAsync(words[1]);
                break;
            case ("help", 1):
                screen.Line(Help);
                break;
            case ("quit" or "exit", 1):
                HasQuit = true;
                break;
            default:
                throw new OperatorException($"{line.Trim()}: not understood; help lists what is");
        }
    }

    void List()
    {
        IReadOnlyList<Contact> contacts = session.Contacts.All;
        if (contacts.Count == 0)
            screen.Line("the roster is empty");
        foreach (Contact contact in contacts)
            screen.Line($"{contact.Address}  {contact.Show}  {contact.Status}".TrimEnd());
    }

    async Task ReadAsync(string? name)
    {
        CommandAnswer answer = await commands.ExecuteAsync(Online(), "read-sensors");
        FormField[] fields = [.. answer.Fields.Where(field => name == null || field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (fields.Length == 0)
            throw new OperatorException($"there is no {name}; there is {string.Join(", ", answer.Fields.Select(field => field.Name))}");
        int width = fields.Max(field => field.Name.Length);
        foreach (FormField field in fields)
            screen.Line($"{field.Name.PadRight(width)}  {field.Text}");
    }

    async Task SetAsync(string name, string value)
    {
        string sent = value switch { "on" => "true", "off" => "false", _ => value };
        Report(await commands.ExecuteAsync(Online(), "set-actuators", (name, sent)));
    }

    async Task ListCommandsAsync()
    {
        IReadOnlyList<CommandItem> items = await commands.ListAsync(Online());
        int width = items.Count == 0 ? 0 : items.Max(item => item.Node.Length);
        foreach (CommandItem item in items)
            screen.Line($"{item.Node.PadRight(width)}  {item.Name}");
    }

    async Task ExecuteAsync(string node)
    {
        CommandAnswer answer = await commands.ExecuteAsync(Online(), node);
        if (answer.NeedsForm)
        {
            string fields = string.Join(", ", answer.Fields.Select(field => field.Name));
            string instead = node == "set-actuators" ? "use set NAME VALUE" : "fill it in with another client";
            throw new OperatorException($"{node} wants a form with {fields}; {instead}");
        }

        Report(answer);
        foreach (FormField field in answer.Fields)
            screen.Line($"  {field.Label}: {field.Value}");
    }

    async Task WaitAsync(string word)
    {
        if (!double.TryParse(word, CultureInfo.InvariantCulture, out double seconds) || seconds is not (>= 0 and <= 3600))
            throw new OperatorException($"{word}: 0 to 3600 seconds");
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancel);
    }

    void Report(CommandAnswer answer)
    {
        if (answer.IsError)
            throw new OperatorException(answer.Note);
        screen.Line(answer.Note.Length > 0 ? answer.Note : "done");
    }

    /// <summary>The device's full address, while it is online.</summary>
    string Online()
    {
        Contact? contact = session.Contacts.All.FirstOrDefault(contact => contact.Address == device);
        if (contact is { IsOnline: true })
            return contact.FullAddress;
        throw new OperatorException(session.EndText.Length > 0 ? session.EndText : $"{device} is offline");
    }
}
