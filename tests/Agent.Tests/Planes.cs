using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Agent.Tests;

/// <summary>What can be asked of a device on every plane, good and bad, as stanzas without an address.</summary>
static class Planes
{
    const string Commands = "http://jabber.org/protocol/commands";
    const string Form = "<x xmlns='jabber:x:data' type='submit'>";

    /// <summary>Requests: type and payload.</summary>
    internal static readonly (string Plane, string Type, string Payload)[] Requests =
    [
        ("ping", "get", "<ping xmlns='urn:xmpp:ping'/>"),
        ("ping", "set", "<ping xmlns='urn:xmpp:ping'/>"),
        ("about", "get", "<query xmlns='jabber:iq:version'/>"),
        ("about", "get", "<time xmlns='urn:xmpp:time'/>"),
        ("about", "get", "<query xmlns='jabber:iq:last'/>"),
        ("disco", "get", "<query xmlns='http://jabber.org/protocol/disco#info'/>"),
        ("disco", "get", "<query xmlns='http://jabber.org/protocol/disco#info' node='pump-on'/>"),
        ("disco", "get", "<query xmlns='http://jabber.org/protocol/disco#info' node='nothing'/>"),
        ("disco", "get", $"<query xmlns='http://jabber.org/protocol/disco#items' node='{Commands}'/>"),
        ("disco", "set", "<query xmlns='http://jabber.org/protocol/disco#items'/>"),
        ("commands", "set", Command("pump-on")),
        ("commands", "set", Command("pump-off")),
        ("commands", "get", Command("pump-on")),
        ("commands", "set", Command("read-sensors")),
        ("commands", "set", Command("device-status")),
        ("commands", "set", Command("identify")),
        ("commands", "set", Command("set-actuators")),
        ("commands", "set", Command("set-actuators", Form + "<field var='fan'><value>40</value></field></x>")),
        ("commands", "set", Command("history")),
        ("commands", "set", Command("history", Form + "<field var='sensor'><value>temperature</value></field></x>")),
        ("commands", "set", Command("access")),
        ("commands", "set", Command("claim")),
        ("commands", "set", Command("nothing")),
        ("bad forms", "set", Command("set-actuators", Form + "<field var='fan'><value>101</value></field></x>")),
        ("bad forms", "set", Command("set-actuators", Form + "<field var='heater'><value>1</value></field></x>")),
        ("bad forms", "set", Command("set-actuators", Form + "<field/><field var='fan'/><value>3</value></x>")),
        ("bad forms", "set", Command("set-actuators", "<x xmlns='jabber:x:data' type='cancel'/>", "action='complete' sessionid='1'")),
        ("bad forms", "set", Command("set-actuators", "", "action='complete' sessionid='999999999999'")),
        ("bad forms", "set", Command("set-actuators", "", "action='explode'")),
        ("bad forms", "set", Command("history", Form + "<field var='sensor'><value>pump</value></field></x>")),
        ("bad forms", "set", Command("access", Form + "<field var='jid'><value>@</value></field></x>")),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='1' momentary='true'/>"),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='2' all='true'/>"),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='3' historical='true'/>"),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='4' when='2026-11-23T12:00:00Z'/>"),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='5' from='yesterday'/>"),
        ("read-out", "get", "<req xmlns='urn:xmpp:iot:sensordata'/>"),
        ("read-out", "get", "<cancel xmlns='urn:xmpp:iot:sensordata' seqnr='3'/>"),
        ("read-out", "set", "<cancel xmlns='urn:nf:iot:sd:1.0' id='9'/>"),
        ("control", "set", "<set xmlns='urn:xmpp:iot:control'><boolean name='pump' value='true'/></set>"),
        ("control", "set", "<set xmlns='urn:xmpp:iot:control'><int name='fan' value='1000'/></set>"),
        ("control", "set", "<set xmlns='urn:xmpp:iot:control'/>"),
        ("control", "set", "<set xmlns='urn:nf:iot:ctr:1.0'><b n='pump' v='maybe'/></set>"),
        ("control", "get", "<getForm xmlns='urn:xmpp:iot:control'/>"),
        ("rpc", "set", Call("sensor.list")),
        ("rpc", "set", Call("actuator.set", "<param><value>pump</value></param><param><value><boolean>0</boolean></value></param>")),
        ("rpc", "set", Call("actuator.set", "<param><value>pump</value></param>")),
        ("rpc", "set", Call("make.coffee")),
        ("rpc", "set", "<query xmlns='jabber:iq:rpc'/>"),
        ("rpc", "get", Call("device.info")),
        ("personal", "get", "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:iot:sensordata'/></pubsub>"),
        ("personal", "set", "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='x'><item/></publish></pubsub>"),
        ("roster", "set", "<query xmlns='jabber:iq:roster'><item jid='evil@example.net' subscription='both'/></query>"),
        ("unknown", "get", "<query xmlns='urn:example:unknown'/>"),
        ("unknown", "set", "<command xmlns='urn:example:unknown' node='pump-on'/>"),
        ("malformed", "get", ""),
        ("malformed", "set", Command("pump-on") + Command("pump-off")),
        ("malformed", "do", Command("pump-on")),
        ("malformed", "", "<ping xmlns='urn:xmpp:ping'/>"),
        ("malformed", "set", $"<x xmlns='urn:example:deep'>{string.Concat(Enumerable.Repeat("<a>", 40))}{string.Concat(Enumerable.Repeat("</a>", 40))}</x>"),
        ("malformed", "set", $"<command xmlns='{Commands}' node='{new string('x', 5000)}'/>"),
    ];

    /// <summary>What is no request: kind, and what is in it.</summary>
    internal static readonly (string Plane, string Kind, string Type, string Payload)[] Others =
    [
        ("chat", "message", "chat", "<body>pump on</body><request xmlns='urn:xmpp:receipts'/><active xmlns='http://jabber.org/protocol/chatstates'/>"),
        ("chat", "message", "chat", "<body>fan 0</body>"),
        ("chat", "message", "", "<body>read</body>"),
        ("chat", "message", "chat", "<body>history</body>"),
        ("chat", "message", "chat", "<body>help</body>"),
        ("chat", "message", "chat", "<body>xyzzy</body>"),
        ("chat", "message", "chat", "<body>pump on</body><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>"),
        ("chat", "message", "headline", "<body>pump on</body>"),
        ("chat", "message", "groupchat", "<body>pump on</body>"),
        ("chat", "message", "error", "<body>pump on</body><error type='cancel'/>"),
        ("personal", "message", "headline", "<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='x'><item id='1'/></items></event>"),
        ("control", "message", "", "<set xmlns='urn:xmpp:iot:control'><boolean name='pump' value='true'/></set>"),
        ("presence", "presence", "", "<show>away</show>"),
        ("presence", "presence", "probe", ""),
        ("presence", "presence", "error", "<error type='cancel'/>"),
        ("malformed", "iq", "result", "<query xmlns='jabber:iq:version'/>"),
        ("malformed", "iq", "error", "<error type='cancel'/>"),
    ];

    internal static string Stanza(string kind, string type, string id, string from, string payload) =>
        $"<{kind}{(type.Length > 0 ? $" type='{type}'" : "")} id='{id}' from='{from}' to='device@example.com/agent'>{payload}</{kind}>";

    internal static string Command(string node, string payload = "", string more = "") =>
        $"<command xmlns='{Commands}' node='{node}' {more}>{payload}</command>";

    internal static string Call(string method, string parameters = "") =>
        $"<query xmlns='jabber:iq:rpc'><methodCall><methodName>{method}</methodName><params>{parameters}</params></methodCall></query>";
}
