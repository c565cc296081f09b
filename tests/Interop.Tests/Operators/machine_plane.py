"""What a program does with a device, by slixmpp's own plugins; each public method is an operation."""
import asyncio

from slixmpp.plugins.xep_0009.binding import py2xml, xml2fault, xml2py
from slixmpp.xmlstream import ET

ANSWER_SECONDS = 15


class MachinePlane:
    PLUGINS = ("xep_0009", "xep_0060", "xep_0163", "xep_0323", "xep_0325")

    @staticmethod
    def _listen_for_machines(client):
        """Answers are awaited where they are asked for; slixmpp's own handlers of them fail."""
        for name in ("method_response", "method_fault", "error"):
            client.add_event_handler("jabber_rpc_" + name, lambda _: None)

    async def read_out(self, jid, nodes=None, fields=None, flags=None):
        """XEP-0323: all that the plugin calls back, until it is over or queued."""
        calls = []
        over = asyncio.get_running_loop().create_future()

        def called(from_jid, result, **rest):
            calls.append({"from": str(from_jid), "result": result, **rest})
            if result in ("done", "rejected", "failure", "queued") and not over.done():
                over.set_result(None)

        self.last_read_out = self.client["xep_0323"].request_data(
            self.client.boundjid, jid, called, nodeIds=nodes, fields=fields, flags=flags or {})
        self.calls = calls
        await asyncio.wait_for(over, ANSWER_SECONDS)
        return list(calls)

    async def cancel_read_out(self):
        """Cancels the last one, which was queued; what the plugin called back after that."""
        before = len(self.calls)
        self.client["xep_0323"].cancel_request(self.last_read_out)
        for _ in range(ANSWER_SECONDS * 10):
            if len(self.calls) > before:
                break
            await asyncio.sleep(0.1)
        return self.calls[before:]

    async def control(self, jid, parameters, nodes=None):
        """XEP-0325: parameters as [name, type, value]; what the plugin calls back."""
        answer = asyncio.get_running_loop().create_future()
        self.client["xep_0325"].set_request(
            self.client.boundjid, jid, lambda **what: answer.done() or answer.set_result(what),
            [tuple(parameter) for parameter in parameters], nodeIds=nodes)
        return await asyncio.wait_for(answer, ANSWER_SECONDS)

    async def control_by_message(self, jid, parameters):
        self.client["xep_0325"].set_command(self.client.boundjid, jid, [tuple(parameter) for parameter in parameters])

    async def call(self, jid, method, parameters):
        """XEP-0009: {"result": ...} or {"fault": code, "text": ...}."""
        iq = self.client["xep_0009"].make_iq_method_call(jid, method, py2xml(*parameters))
        response = (await iq.send(timeout=ANSWER_SECONDS))["rpc_query"]["method_response"]
        if response["fault"] is not None:
            fault = xml2fault(response["fault"])
            return {"fault": fault["code"], "text": fault["string"]}
        return {"result": xml2py(response["params"])[0]}

    async def personal_items(self, jid, node):
        """XEP-0060: the items of a node, by id."""
        reply = await self.client["xep_0060"].get_items(jid, node, timeout=ANSWER_SECONDS)
        return {item["id"]: ET.tostring(item["payload"], encoding="unicode") for item in reply["pubsub"]["items"]}

    async def personal_interest(self, jid, node):
        """XEP-0163: wants to be told of what is published there.  The account does not see our presence unless we send it."""
        self.client["xep_0163"].add_interest(node)
        await self.client["xep_0115"].update_caps(broadcast=False)
        self.client.send_presence(pto=jid)

    async def personal_subscribe(self, jid, node):
        await self.client["xep_0060"].subscribe(jid, node, timeout=ANSWER_SECONDS)

    async def personal_node(self, node, access_model):
        """Makes a node of our own account, as another client of it would have."""
        form = self.client["xep_0004"].make_form(ftype="submit")
        form.add_field(var="FORM_TYPE", ftype="hidden", value="http://jabber.org/protocol/pubsub#node_config")
        form.add_field(var="pubsub#access_model", value=access_model)
        await self.client["xep_0060"].create_node(self.client.boundjid.bare, node, config=form, timeout=ANSWER_SECONDS)
