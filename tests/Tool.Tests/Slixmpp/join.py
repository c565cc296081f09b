"""Joins the demo as another client: join.py ACCOUNT PASSWORD PORT starttls|direct CA_FILE DEVICE. One line for each thing done."""
import asyncio
import sys
from pathlib import Path

from slixmpp import ClientXMPP

PATIENCE = 20
ACCOUNT, PASSWORD, PORT, WAY, CA_FILE, DEVICE = sys.argv[1:]


class Guest(ClientXMPP):
    def __init__(self):
        super().__init__(f"{ACCOUNT}/slixmpp", PASSWORD)
        self.ca_certs = Path(CA_FILE)
        for plugin in ("xep_0030", "xep_0004", "xep_0050"):
            self.register_plugin(plugin)
        self.statuses = asyncio.Queue()
        self.add_event_handler("presence_available", self.on_presence)

    def on_presence(self, presence):
        if presence["from"].bare == DEVICE.split("/")[0]:
            self.statuses.put_nowait(presence["status"])

    async def _pick_dns_answer(self, domain, port=None):
        """Keeps to the given address: slixmpp would look the domain up and take the default port."""

    async def login(self):
        direct = WAY == "direct"
        started = self.wait_until("session_start", PATIENCE)
        # By this name the certificate is checked: slixmpp checks none for a bare address.
        self.default_domain = ACCOUNT.split("@")[1]
        self.connect(("127.0.0.1", int(PORT)), use_ssl=direct, force_starttls=not direct)
        await started
        await self.get_roster()
        self.send_presence()

    async def status_with(self, text):
        while True:
            status = await asyncio.wait_for(self.statuses.get(), PATIENCE)
            if text in status:
                return

    async def run(self, node):
        answer = await self["xep_0050"].send_command(DEVICE, node)
        command = answer["command"]
        print(node, command["status"], " ".join(text for _, text in command["notes"]), flush=True)


async def main():
    guest = Guest()
    await guest.login()
    print("online", guest.boundjid.bare, flush=True)
    guest.send_presence_subscription(DEVICE.split("/")[0], ptype="subscribe")
    while guest.client_roster[DEVICE.split("/")[0]]["subscription"] not in ("to", "both"):
        await asyncio.sleep(0.05)
    print("subscribed to", flush=True)
    await guest.status_with("°C")
    print("presence with a reading", flush=True)
    items = await guest["xep_0030"].get_items(jid=DEVICE, node="http://jabber.org/protocol/commands")
    print("commands", ",".join(sorted(item[1] for item in items["disco_items"]["items"])), flush=True)
    await guest.run("pump-on")
    await guest.status_with("pump on")
    print("presence with pump on", flush=True)
    await guest.run("pump-off")
    await guest.disconnect()


asyncio.get_event_loop().run_until_complete(asyncio.wait_for(main(), 3 * PATIENCE))
