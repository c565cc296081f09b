"""One login of a slixmpp client and what an operator does with it; each public method is an operation."""
import asyncio
import ssl
import xml.etree.ElementTree as ET

from slixmpp import ClientXMPP
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from entity_capabilities import verification_string
from machine_plane import MachinePlane

ANSWER_SECONDS = 15
PLUGINS = ("xep_0004", "xep_0012", "xep_0030", "xep_0050", "xep_0092", "xep_0115", "xep_0199", "xep_0202",
           *MachinePlane.PLUGINS)


class LoginRefused(Exception):
    """No session came about; condition is a SASL condition, `certificate`, `no-mechanism` or `closed`."""

    def __init__(self, condition, text):
        super().__init__(text)
        self.condition = condition


class Session(MachinePlane):
    def __init__(self, jid, say):
        self.jid, self.say = jid, say

    async def login(self, password, host, port, ca, direct=False, mechanism=None):
        """Connects, verifies the server's certificate against `ca`, logs in and sends presence."""
        client = self.client = ClientXMPP(self.jid, password, sasl_mech=mechanism)
        for plugin in PLUGINS:
            client.register_plugin(plugin)
        self._listen_for_machines(client)
        client.ca_certs = ca
        client.default_domain = client.boundjid.host  # by address, slixmpp would name no host and verify none
        client.whitespace_keepalive = False
        client.roster.auto_authorize, client.roster.auto_subscribe = True, False
        for name in ("presence", "message"):
            client.register_handler(Callback("test " + name, MatchXPath("{jabber:client}" + name), self._arrived))

        outcome = asyncio.get_running_loop().create_future()
        self._watch(client, outcome)
        client.connect((host, port), use_ssl=direct, force_starttls=not direct, disable_starttls=direct)
        try:
            await asyncio.wait_for(outcome, ANSWER_SECONDS)
        except BaseException:
            client.cancel_connection_attempt()
            client.abort()
            raise
        client.add_event_handler("disconnected", lambda why: self.say(session=self.jid, closed=str(why)))
        await client.get_roster()
        await client["xep_0115"].update_caps(broadcast=False)
        client.send_presence()
        return {"jid": client.boundjid.full, "tls": client.socket.version(), "mechanism": client["feature_mechanisms"].mech.name,
                "offered": sorted(client["feature_mechanisms"].mech_list)}

    async def logout(self):
        await self.client.disconnect()

    async def presence(self, to=None, type=None, status=None, more=""):
        """Sends presence: broadcast without `to`; `type` subscribe, unsubscribe ... as on the wire; `more` holds children."""
        presence = self.client.make_presence(pto=to, ptype=type, pstatus=status)
        self._add(presence, more)
        presence.send()

    async def message(self, to, body, type="chat", more="", times=1):
        """Sends a message; `more` holds children, well-formed one after the other."""
        message = self.client.make_message(mto=to, mbody=body * times, mtype=type)
        self._add(message, more)
        message.send()

    async def roster(self):
        """Contacts as the server has them: {jid: {subscription, ask}}."""
        iq = self.client.make_iq_get()
        iq.enable("roster")  # without a version: the server answers with all of it
        items = (await self._send(iq))["roster"]["items"]
        return {str(jid): {"subscription": item["subscription"], "ask": item["ask"]} for jid, item in items.items()}

    async def disco_info(self, jid, node=None):
        info = (await self.client["xep_0030"].get_info(jid, node, local=False, timeout=ANSWER_SECONDS))["disco_info"]
        identities = [{"category": c, "type": t, "name": n} for c, t, _, n in sorted(info["identities"], key=str)]
        return {"node": info["node"], "identities": identities, "features": sorted(info["features"])}

    async def disco_items(self, jid, node=None):
        items = await self.client["xep_0030"].get_items(jid, node, local=False, timeout=ANSWER_SECONDS)
        return [{"jid": str(j), "node": n, "name": name} for j, n, name in items["disco_items"]["items"]]

    async def caps(self, jid, node, ver, hash):
        """What disco#info of NODE#VER hashes to, by slixmpp and by XEP-0115 §5.1 done here."""
        reply = await self.client["xep_0030"].get_info(jid, node + "#" + ver, local=False, timeout=ANSWER_SECONDS)
        return {"slixmpp": self.client["xep_0115"].generate_verstring(reply["disco_info"], hash),
                "recomputed": verification_string(reply["disco_info"].xml, hash)}

    async def command(self, jid, node, action="execute", sessionid=None, values=None):
        """One step of an ad-hoc command; `values` are submitted as a form."""
        form = None
        if values is not None:
            form = self.client["xep_0004"].make_form(ftype="submit")
            for name, value in values.items():
                form.add_field(var=name, ftype="text-single", value=value)
        reply = await self.client["xep_0050"].send_command(
            jid, node, action=action, sessionid=sessionid, payload=form, timeout=ANSWER_SECONDS)
        command = reply["command"]
        return {"node": command["node"], "sessionid": command["sessionid"], "status": command["status"],
                "actions": sorted(command["actions"]), "notes": [list(note) for note in command["notes"]],
                "form": self._form(command), "stanza": self._text(reply)}

    async def ping(self, jid):
        return await self.client["xep_0199"].ping(jid, timeout=ANSWER_SECONDS)

    async def version(self, jid):
        reply = (await self.client["xep_0092"].get_version(jid, timeout=ANSWER_SECONDS))["software_version"]
        return {"name": reply["name"], "version": reply["version"], "os": reply["os"]}

    async def time(self, jid):
        """XEP-0202 as text: slixmpp 1.8 fails to parse the `Z` of <utc/>."""
        reply = await self.client["xep_0202"].get_entity_time(jid, timeout=ANSWER_SECONDS)
        return {name: reply.xml.findtext("{urn:xmpp:time}time/{urn:xmpp:time}" + name) for name in ("utc", "tzo")}

    async def last_activity(self, jid):
        return (await self.client["xep_0012"].get_last_activity(jid, timeout=ANSWER_SECONDS))["last_activity"]["seconds"]

    async def iq(self, to, type, payload):
        """Any request; `payload` holds the children, well-formed one after the other.  The answer as text."""
        iq = self.client.make_iq(ito=to, itype=type)
        self._add(iq, payload)
        return self._text(await self._send(iq))

    def _send(self, iq):
        return iq.send(timeout=ANSWER_SECONDS)

    def _arrived(self, stanza):
        self.say(session=self.jid, stanza=self._text(stanza))

    @staticmethod
    def _add(stanza, children):
        for child in ET.fromstring("<all>" + children + "</all>"):
            stanza.xml.append(child)

    @staticmethod
    def _text(stanza):
        return ET.tostring(stanza.xml, encoding="unicode")

    @staticmethod
    def _form(command):
        """The form as slixmpp reads it, or None."""
        if command.xml.find("{jabber:x:data}x") is None:
            return None
        form = command["form"]
        fields = {name: {"type": field["type"], "label": field["label"], "required": field["required"],
                         "value": field.get_value(convert=False)} for name, field in form.get_fields().items()}
        return {"type": form["type"], "title": form["title"], "fields": fields}

    @staticmethod
    def _watch(client, outcome):
        """Settles `outcome` with the first thing that decides a login."""
        def refuse(condition, text):
            if not outcome.done():
                outcome.set_exception(LoginRefused(condition, text))

        def connection_failed(reason):
            refuse("certificate" if isinstance(reason, ssl.SSLError) else "closed", str(reason))

        client.add_event_handler("session_start", lambda _: outcome.done() or outcome.set_result(None))
        client.add_event_handler("failed_auth", lambda stanza: refuse(stanza["condition"], stanza["text"]))
        client.add_event_handler("failed_all_auth", lambda _: refuse("no-mechanism", "no usable SASL mechanism"))
        client.add_event_handler("ssl_invalid_chain", lambda error: refuse("certificate", str(error)))
        client.add_event_handler("connection_failed", connection_failed)
        client.add_event_handler("disconnected", lambda why: refuse("closed", str(why)))
