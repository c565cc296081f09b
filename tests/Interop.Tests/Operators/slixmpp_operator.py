"""Operators that a test drives over standard input and output: slixmpp clients, one JSON object a line.

Request  {"id": 1, "session": FULL_JID, "do": OPERATION, ...arguments}
Answer   {"id": 1, "result": ...}
         {"id": 1, "error": {"type": ..., "condition": ..., "text": ...}}   the other side refused
         {"id": 1, "failure": TEXT}                                          anything else
Event    {"session": FULL_JID, "stanza": XML}    each presence and message as it arrived
         {"session": FULL_JID, "closed": TEXT}   the stream is gone

A session is one login.  The process ends, and its sessions with it, at the end of its standard input.
"""
import asyncio
import json
import os
import sys

import slixmpp
from slixmpp.exceptions import IqError, IqTimeout

from operator_session import LoginRefused, Session

STANZAS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"

sessions = {}

# slixmpp's RPC plugin prints what it has not implemented.
out, sys.stdout = sys.stdout, sys.stderr


def say(**message):
    out.write(json.dumps(message) + "\n")
    out.flush()


async def run(request):
    """One operation: the method of the session named as `do` says, with the other members as arguments."""
    identifier, name, operation = request.pop("id"), request.pop("session"), request.pop("do")
    if operation == "login":
        sessions[name] = Session(name, say)
    session = sessions[name]
    result = await getattr(session, operation)(**request)
    if operation == "logout":
        del sessions[name]
    return identifier, result


def condition(error):
    """The name of the defined condition; slixmpp does not know those that RFC 6120 added, such as policy-violation."""
    names = [child.tag[len(STANZAS):] for child in error.iq["error"].xml if child.tag.startswith(STANZAS)]
    return next(name for name in names if name != "text")


async def answer(request):
    identifier = request["id"]
    try:
        identifier, result = await run(request)
        say(id=identifier, result=result)
    except IqTimeout:
        say(id=identifier, failure="no answer in time")
    except IqError as error:
        say(id=identifier, error={"type": error.etype, "condition": condition(error), "text": error.text})
    except LoginRefused as refused:
        say(id=identifier, error={"type": "login", "condition": refused.condition, "text": str(refused)})
    except Exception as failure:  # whatever it is, it belongs to the test that asked
        say(id=identifier, failure=repr(failure))


async def main():
    reader = asyncio.StreamReader(limit=1 << 24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    say(ready=slixmpp.__version__)
    running = set()
    while line := await reader.readline():
        task = asyncio.create_task(answer(json.loads(line)))
        running.add(task)
        task.add_done_callback(running.discard)


asyncio.run(main())
os._exit(0)  # sessions that are still open have nobody to report to
