using System;
using System.CommandLine;

namespace Presentity.Tool.Provision;

/// <summary><c>presentity provision</c>: makes a device's configuration, with keys in place of the password.</summary>
static class ProvisionCommand
{
    internal static Command Create()
    {
        Option<string> config = new("--config")
        {
            Description = "The file to make, or to bring up to date",
            HelpName = "FILE",
            DefaultValueFactory = _ => "device.conf",
        };
        Option<string?> jid = new("--jid")
        {
            Description = "The device's account; asked for when it is neither here nor in the file",
            HelpName = "ACCOUNT",
        };
        Option<string?> server = new("--server")
        {
            Description = "Where its server is, when its domain does not tell",
            HelpName = "HOST:PORT",
        };
        Option<string?> tls = new("--tls") { Description = "starttls, or direct for TLS from the first byte", HelpName = "HOW" };
        Option<string?> ca = new("--ca")
        {
            Description = "PEM file with the authority to trust; the system's otherwise",
            HelpName = "FILE",
        };
        Option<string?> board = new("--board") { Description = "Which board it is for", HelpName = "BOARD" };
        Option<string?> owner = new("--owner")
        {
            Description = "Who may do everything; asked for when it is neither here nor in the file",
            HelpName = "ACCOUNT",
        };
        Option<string?> wifi = new("--wifi")
        {
            Description = "Name of the Wi-Fi network; asked for when it is neither here nor in the file",
            HelpName = "SSID",
        };
        Command provision = new("provision", "Make a device's configuration: log in with its password, keep keys that log in without")
        {
            config, jid, server, tls, ca, board, owner, wifi,
        };
        provision.SetAction(parsed =>
        {
            Provisioning work = new(parsed.GetValue(config)!);
            int code = work.Read();
            if (code == ExitCode.Ok)
                code = work.AnswerAccount(parsed.GetValue(jid));
            if (code != ExitCode.Ok)
                return code;
            work.Answer("server", parsed.GetValue(server));
            work.Answer("tls", parsed.GetValue(tls));
            work.Answer("board", parsed.GetValue(board));
            work.Answer("owner", parsed.GetValue(owner));
            work.Answer("wifi.ssid", parsed.GetValue(wifi));
            return work.Run(parsed.GetValue(ca));
        });
        return provision;
    }
}
