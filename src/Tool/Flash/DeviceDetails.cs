using System;
using System.Text.RegularExpressions;

namespace Presentity.Tool.Flash;

/// <summary>What a device says of itself: <c>nanoff --nanodevice --devicedetails</c>.</summary>
/// <param name="text">What nanoff printed.</param>
sealed partial class DeviceDetails(string text)
{
    /// <summary>The firmware's target; empty when it is not told.</summary>
    internal string Target => TargetLine().Match(text).Groups[1].Value;

    /// <summary>The firmware's version; null when it is not told.</summary>
    internal Version? Firmware => Version.TryParse(ClrLine().Match(text).Groups[1].Value, out Version? version) ? version : null;

    /// <summary>Whether an assembly is on the device.</summary>
    internal bool Has(string assembly) => Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(assembly)}(?![\w.])");

    [GeneratedRegex(@"Target:\s*(\S+)")]
    private static partial Regex TargetLine();

    [GeneratedRegex(@"CLR Version:\s*([\d.]+)")]
    private static partial Regex ClrLine();
}
