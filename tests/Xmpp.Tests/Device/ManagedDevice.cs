using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Makes devices whose stream is managed (XEP-0198), and logs them in where it may be resumed.</summary>
static class ManagedDevice
{
    /// <summary>A device behind the login of <c>Parts/managed.txt</c>; nothing sent so far is kept.</summary>
    /// <param name="bytes">Of stanzas that are kept until the server has them.</param>
    public static TestDevice Create(int bytes = 1536)
    {
        TestDevice? device = null;
        Transcript transcript = Transcript.Read("Parts/managed", TranscriptData.Find);
        transcript.Settings["unacked"] = bytes.ToString();
        TranscriptPlayer.Play(
            transcript,
            stage =>
            {
                device = new TestDevice(stage);
                return device;
            },
            Split.Whole);
        device!.Stage.Transport.ForgetSent();
        return device;
    }

    /// <summary>Opens a stream and leads it to where a resource can be bound, or a stream be resumed.</summary>
    public static void LogInAgain(this TestDevice device)
    {
        const string Header = "<stream:stream id='1' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
        const string Sasl = " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>";
        ScramServer scram = new ScramServer { User = device.Stage.Account.Local, Password = device.Stage.Password };
        ScriptedTransport transport = device.Stage.Transport;
        device.Open();
        device.Hears(Header + "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>");
        device.Hears("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        device.Hears(Header + "<stream:features><mechanisms" + Sasl + "<mechanism>SCRAM-SHA-256</mechanism></mechanisms></stream:features>");
        scram.TakeClientFirst(TextOf(transport.LastSent()));
        device.Hears("<challenge" + Sasl + scram.GiveServerFirst() + "</challenge>");
        scram.TakeClientFinal(TextOf(transport.LastSent()));
        device.Hears("<success" + Sasl + scram.GiveServerFinal() + "</success>");
        device.Hears(Header + "<stream:features><sm xmlns='urn:xmpp:sm:3'/><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>");
    }

    static string TextOf(string element)
    {
        int start = element.IndexOf('>') + 1;
        return element.Substring(start, element.LastIndexOf('<') - start);
    }
}
