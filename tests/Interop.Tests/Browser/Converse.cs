using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Presentity.Interop.Tests.Rig;
using static Microsoft.Playwright.Assertions;

namespace Presentity.Interop.Tests.Browser;

/// <summary>Somebody with Converse.js in a browser: what is clicked and typed, and what is then to be seen.</summary>
/// <remarks>Every wait is for something on the page. What does not come fails the test, and Playwright says what was there instead.</remarks>
sealed class Converse : IAsyncDisposable
{
    Converse(IPage page) => Page = page;

    /// <summary>Whether Browser/fetch.sh has been run.</summary>
    public static bool IsFetched => File.Exists(Path.Combine(Folder, "dist", "converse.min.js"));

    /// <summary>The browser's window.</summary>
    public IPage Page { get; }

    /// <summary>The pane of the commands, open after <see cref="ListCommandsAsync"/>.</summary>
    public ILocator Commands => Page.Locator("converse-adhoc-commands");

    /// <summary>What has opened over the page.</summary>
    public ILocator Dialogue => Page.Locator(".modal.show .modal-content");

    /// <summary>The conversation that is open.</summary>
    public ILocator Chat => Page.Locator("converse-chat");

    static string Folder => Path.Combine(Sources(), "..", "obj", "converse", "package");

    /// <summary>What people have said who are not the user.</summary>
    ILocator Answers => Chat.Locator(".chat-msg__content--them .chat-msg__text");

    /// <summary>Makes a folder of pages for a server: the client, and the page that starts it.</summary>
    public static string WritePages(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Sources(), "index.html"), Path.Combine(folder, "index.html"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "dist"), Path.GetFullPath(Path.Combine(Folder, "dist")));
        return folder;
    }

    /// <summary>Opens the page and logs in.</summary>
    public static async Task<Converse> LogInAsync(Chromium chromium, ProsodyServer server, Account account)
    {
        IPage page = await chromium.OpenAsync();
        page.SetDefaultTimeout((float)Patience.Long.TotalMilliseconds);
        SetDefaultExpectTimeout((float)Patience.Long.TotalMilliseconds);
        // The login page wants pictures from elsewhere.
        await page.RouteAsync(url => !url.StartsWith(server.WebAddress, StringComparison.Ordinal), route => route.AbortAsync());
        await page.GotoAsync(server.WebAddress);
        await page.GetByLabel("XMPP Address:").FillAsync(account.Jid);
        await page.GetByLabel("Password").FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(page.Locator("converse-roster")).ToBeVisibleAsync();
        return new Converse(page);
    }

    /// <summary>Adds a contact by its address; its conversation is open then.</summary>
    /// <param name="look">Called when the form is filled in.</param>
    public async Task AddContactAsync(string jid, string name, Func<Task>? look = null)
    {
        await ChooseAsync("Add a contact");
        await Dialogue.Locator("input[name=jid]").FillAsync(jid);
        await NameContactAsync(name, look);
    }

    /// <summary>Takes the offer to add the one whose conversation is open.</summary>
    public async Task AddThisContactAsync(string name)
    {
        await Chat.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await NameContactAsync(name);
    }

    /// <summary>Opens a conversation with somebody who is no contact.</summary>
    public async Task StartChatAsync(string jid)
    {
        await ChooseAsync("Start a new chat");
        await Dialogue.Locator("input[name=jid]").FillAsync(jid);
        await Dialogue.GetByRole(AriaRole.Button, new() { Name = "Start Chat" }).ClickAsync();
        await Expect(Chat.GetByRole(AriaRole.Heading, new() { Name = jid })).ToBeVisibleAsync();
    }

    /// <summary>Waits until a contact is shown in a state, such as <c>online</c>.</summary>
    public Task SeeAsync(string name, string state) => Expect(Contact(name).GetByTitle($"This contact is {state}")).ToBeVisibleAsync();

    /// <summary>Waits until a contact is shown with a picture of its own.</summary>
    public Task SeeIconAsync(string name) => Expect(Contact(name).Locator("converse-avatar").Locator("img, image")).ToBeVisibleAsync();

    /// <summary>Waits until Converse has a status line for a contact that is wanted. It shows it nowhere.</summary>
    public Task KnowStatusAsync(string name, string wanted) => Page.WaitForFunctionAsync(
        "([name, wanted]) => [...document.querySelectorAll('converse-roster-contact')].some(contact =>"
        + " contact.textContent.includes(name) && new RegExp(wanted).test(contact.model.get('status')))", new[] { name, wanted });

    /// <summary>Writes a line in the open conversation; the answer as it is shown.</summary>
    public async Task<ILocator> SayAsync(string line)
    {
        int before = await Answers.CountAsync();
        ILocator box = Chat.GetByPlaceholder("Message");
        await box.FillAsync(line);
        await box.PressAsync("Enter");
        await Expect(Answers).ToHaveCountAsync(before + 1);
        return Answers.Nth(before);
    }

    /// <summary>Opens the pane of the commands, and lists those of an address; their names, once one is there.</summary>
    public async Task<string[]> ListCommandsAsync(string jid, string one)
    {
        await AskForCommandsAsync(jid);
        await Expect(Commands.GetByText(one, new() { Exact = true })).ToBeVisibleAsync();
        return [.. await Commands.Locator("[data-command-node]").AllTextContentsAsync()];
    }

    /// <summary>The same of an address that offers none.</summary>
    public async Task ListNoCommandsAsync(string jid)
    {
        await AskForCommandsAsync(jid);
        await Expect(Commands.GetByText("The specified entity doesn't support ad-hoc commands")).ToBeVisibleAsync();
        await Expect(Commands.Locator("[data-command-node]")).ToHaveCountAsync(0);
    }

    /// <summary>Clicks a command of the list; what it shows below its name.</summary>
    public async Task<ILocator> ExecuteAsync(string command)
    {
        ILocator item = Commands.Locator("li", new() { Has = Page.GetByText(command, new() { Exact = true }) });
        await item.GetByText(command, new() { Exact = true }).ClickAsync();
        ILocator form = item.Locator("form");
        await Expect(form).ToBeVisibleAsync();
        return form;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    ILocator Contact(string name) => Page.Locator("converse-roster-contact", new() { HasText = name });

    async Task AskForCommandsAsync(string jid)
    {
        if (!await Commands.IsVisibleAsync())
        {
            await Page.GetByTitle("Show details about this chat client").ClickAsync();
            await Page.GetByText("Commands", new() { Exact = true }).ClickAsync();
        }

        await Commands.Locator("input[name=jid]").FillAsync(jid);
        await Commands.GetByRole(AriaRole.Button, new() { Name = "List available commands" }).ClickAsync();
    }

    /// <summary>An entry of the menu beside the contacts.</summary>
    async Task ChooseAsync(string entry)
    {
        ILocator menu = Page.Locator("converse-dropdown.dropdown--contacts");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await menu.GetByText(entry).ClickAsync();
    }

    async Task NameContactAsync(string name, Func<Task>? look = null)
    {
        await Dialogue.Locator("input[name=name]").FillAsync(name);
        if (look is not null)
            await look();
        await Dialogue.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(Chat.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    static string Sources([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
