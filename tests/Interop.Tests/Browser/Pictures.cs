using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Presentity.Interop.Tests.Browser;

/// <summary>The pictures of docs/OPERATING.md, taken while a test runs: Browser/take-pictures.sh.</summary>
static class Pictures
{
    static readonly string? folder = Environment.GetEnvironmentVariable("PRESENTITY_PICTURES");

    // What lies over the page for a moment.
    const string Style = "converse-toast, .suggestion-box__results { visibility: hidden }";

    /// <summary>Takes one of the window, when they are wanted.</summary>
    /// <param name="name">Of its file, without the ending.</param>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (folder is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Style = Style });
    }

    /// <summary>The same of what has opened over the page.</summary>
    public static async Task TakeAsync(ILocator dialogue, string name)
    {
        if (folder is not null)
            await dialogue.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Style = Style });
    }
}
