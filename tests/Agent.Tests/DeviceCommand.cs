using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Requests to an agent, and what their answers say.</summary>
static class DeviceCommand
{
    internal static Element Execute(TestAgent agent, string from, string node, string form = "", string? session = null) =>
        Ask(agent, from, "set", "<command xmlns='http://jabber.org/protocol/commands' node='" + node + "'"
            + (session == null ? "" : " action='complete' sessionid='" + session + "'") + ">" + form + "</command>");

    /// <summary>Asks, and sees to it that there is exactly one answer, to who asked.</summary>
    internal static Element Ask(TestAgent agent, string from, string type, string payload)
    {
        Element[] sent = agent.Hears("<iq type='" + type + "' id='q' from='" + from + "' to='device@example.com/agent'>" + payload + "</iq>");
        Element? answer = null;
        foreach (Element stanza in sent)
        {
            if (stanza.Name != "iq" || stanza.Attribute("id") != "q")
                continue;
            Assert.IsNull(answer, "there is a second answer");
            answer = stanza;
        }

        Assert.IsNotNull(answer, "there is no answer");
        Assert.AreEqual(from, answer.Attribute("to"));
        return answer;
    }

    /// <summary>The condition of an error; null when it is none.</summary>
    internal static string? Condition(Element answer)
    {
        if (answer.Attribute("type") != "error")
            return null;
        foreach (Element error in answer.Children)
            if (error.Name == "error" && error.Namespace == "jabber:client")
                foreach (Element child in error.Children)
                    if (child.Namespace == "urn:ietf:params:xml:ns:xmpp-stanzas" && child.Name != "text")
                        return child.Name;
        return null;
    }
}
