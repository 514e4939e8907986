"""The guard cannot be taken down, so every test of it has a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endpoint import Endpoint, ok

ROOT = Path(__file__).parents[2]
GOOD = ok('{"meningar": []}')


def run(program: str, *arguments: str, **environment: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    env = {**os.environ, **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, cwd=ROOT, env=env, check=True
    )
    return done.stdout


ATTEMPTS = {
    "a connection": "socket.create_connection((host, int(port)))",
    "a request": "urllib.request.urlopen(sys.argv[1])",
    "a packet": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', (host, int(port)))",
    "a thread": "in_thread(lambda: urllib.request.urlopen(sys.argv[1]))",
    "a look-up": "socket.getaddrinfo('hemlighet.exempel.invalid', 443)",
    "an old look-up": "socket.gethostbyname('hemlighet.exempel.invalid')",
    "an asynchronous client": "asyncio.run(reach(host, port))",
    "another client": "httpx2.get(sys.argv[1])",
}
PROGRAM = """
import asyncio, socket, sys, threading, urllib.request
import httpx2
from drafter.llm import guard

async def reach(host, port):
    await asyncio.open_connection(host, int(port))

def in_thread(work):
    caught = []
    def run():
        try:
            work()
        except OSError as error:
            caught.append(error)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if caught:
        raise caught[0]

host, port = sys.argv[1].removeprefix("http://").split(":")
guard.stand()
try:
    {attempt}
except Exception as error:
    print(error)
"""


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_nothing_leaves_but_through_the_gate(attempt: str) -> None:
    with Endpoint() as server:
        told = run(PROGRAM.replace("{attempt}", attempt), server.origin)
    assert "drafter stoppade" in told
    assert not server.requests


INSIDE = """
import sys
from drafter.llm import guard
from drafter.llm.remote import connect
from drafter.nouns import Hosting, Message, Profile, Prompt

guard.stand()
prompt = Prompt("prov", (Message("user", "Hej"),), {"type": "object"})
profile = Profile("prov", sys.argv[1], "m", Hosting.LOCAL)
print(connect(profile).complete(prompt).text)
"""


def test_the_gate_lets_its_own_request_out() -> None:
    with Endpoint(lambda _: GOOD) as server:
        assert "meningar" in run(INSIDE, server.url)
        assert "meningar" in run(INSIDE, server.url.replace("127.0.0.1", "localhost"))
    assert len(server.requests) == 2


def test_the_gate_may_go_through_the_authoritys_proxy() -> None:
    with Endpoint(lambda _: GOOD) as proxy:
        assert "meningar" in run(INSIDE, "http://modell.invalid/v1", HTTP_PROXY=proxy.origin)
    assert proxy.requests[0].path == "http://modell.invalid/v1/chat/completions"


SELF = """
import asyncio, socket
from drafter.llm import guard

guard.stand()
listener = socket.create_server(("127.0.0.1", 0))
socket.create_connection(listener.getsockname()).close()
asyncio.run(asyncio.sleep(0))
print("nådd")
"""


def test_a_program_may_talk_to_itself() -> None:
    assert "nådd" in run(SELF)
