"""Two slixmpp clients become contacts and talk: python3 two_clients.py PORT CA_FILE starttls|direct. One line for each thing seen."""
import asyncio
import sys
from pathlib import Path

from slixmpp import ClientXMPP

PATIENCE = 15


class Client(ClientXMPP):
    def __init__(self, user, resource):
        super().__init__(f"{user}@localhost/{resource}", f"{user}-pass")
        self.ca_certs = Path(sys.argv[2])
        for plugin in ("xep_0030", "xep_0092", "xep_0199", "xep_0202"):
            self.register_plugin(plugin)
        self.name = user
        self.seen = asyncio.Queue()
        self.add_event_handler("failed_auth", lambda failure: self.see("failed", failure["condition"]))
        self.add_event_handler("message", lambda message: self.see("message", message["from"], message["body"]))
        self.add_event_handler("changed_status", lambda presence: self.see(presence["from"], presence["type"], presence["status"]))

    def see(self, *what):
        self.seen.put_nowait(" ".join(str(each) for each in what if str(each)))

    async def _pick_dns_answer(self, domain, port=None):
        """Keeps to the given address: slixmpp would look the domain up and take the default port."""

    async def login(self):
        direct = sys.argv[3] == "direct"
        started = self.wait_until("session_start", PATIENCE)
        self.default_domain = "localhost"
        self.connect(("127.0.0.1", int(sys.argv[1])), use_ssl=direct, force_starttls=not direct)
        await started
        say(self.name, "online", self.boundjid, self["feature_mechanisms"].mech.name, self.socket.version())
        await self.get_roster()
        self.send_presence(pstatus="here")
        await self.sees(f"{self.boundjid} available here")

    async def sees(self, expected):
        """Waits for it, and lets nothing else come before it but the client's own presence."""
        while True:
            what = await asyncio.wait_for(self.seen.get(), PATIENCE)
            if what == expected or not what.startswith(str(self.boundjid)):
                break
        say(self.name, "sees", what)


def say(*words):
    print(*words, flush=True)


async def until(condition):
    async def poll():
        while not condition():
            await asyncio.sleep(0.02)
    await asyncio.wait_for(poll(), PATIENCE)


async def main():
    a, b = Client("a", "one"), Client("b", "two")
    await a.login()
    await b.login()

    a.update_roster("b@localhost", name="Bee", groups=["Devices"])
    a.send_presence_subscription("b@localhost", ptype="subscribe")
    await until(lambda: all(client.client_roster[other]["subscription"] == "both"
                            for client, other in ((a, "b@localhost"), (b, "a@localhost"))))
    item = a.client_roster["b@localhost"]
    say("roster", item["name"], item["groups"], item["subscription"])
    await a.sees("b@localhost/two available here")
    await b.sees("a@localhost/one available here")

    b.send_presence(pshow="away", pstatus="21.4 \u00b0C")
    await a.sees("b@localhost/two away 21.4 \u00b0C")
    a.send_message("b@localhost", "status <&>", mtype="chat")
    await b.sees("message a@localhost/one status <&>")
    b.send_message("a@localhost/one", "fine")
    await a.sees("message b@localhost/two fine")

    say("ping", await a["xep_0199"].ping("b@localhost/two") > 0, await a["xep_0199"].ping("localhost") > 0)
    version = await a["xep_0092"].get_version("localhost")
    say("version", version["software_version"]["name"])
    info = await a["xep_0030"].get_info("localhost")
    say("disco", *sorted(":".join(str(part) for part in identity[:2]) for identity in info["disco_info"]["identities"]))

    await b.disconnect()
    await a.sees("b@localhost/two unavailable")
    await a.disconnect()


asyncio.get_event_loop().run_until_complete(main())
