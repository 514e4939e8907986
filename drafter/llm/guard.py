"""No library may reach the network: the process connects to a model's host, through the gate.

The gate (``gate.py``) opens a passage for as long as one request is under way, in its own thread.
Everything else that looks up a host or opens a connection, in any thread and for any reason, is
stopped before a packet leaves. Once the guard stands it cannot be taken down.
"""

import sys
import threading
import weakref
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

_LOOK_UPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_SENDINGS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


class BlockedError(PermissionError):
    """A connection that nobody asked for. An ``OSError``, so that libraries take it calmly."""


class _Passage(threading.local):
    """The hosts that the present thread may look up; nothing outside the gate."""

    hosts: frozenset[str] = frozenset()


_passage = _Passage()
_own: "weakref.WeakSet[Any]" = weakref.WeakSet()
"""The sockets that this process has bound: it may always talk to itself (Windows needs it to)."""
_standing = threading.Event()


def stand() -> None:
    """Let nothing out of this process from now on but what passes the gate."""
    if not _standing.is_set():
        _standing.set()
        sys.addaudithook(_watch)


@contextmanager
def passage(hosts: Collection[str]) -> Iterator[None]:
    """Let the present thread look up these hosts and connect to them, for one request."""
    before = _passage.hosts
    _passage.hosts = frozenset(hosts)
    try:
        yield
    finally:
        _passage.hosts = before


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """What Python tells of every look-up and every connection, before it is made."""
    if not event.startswith("socket."):
        return
    if event == "socket.bind":
        _own.add(arguments[0])
    elif event in _LOOK_UPS and not _may_look_up(arguments[0]):
        raise BlockedError("drafter stoppade en uppslagning av en annan värd än modellens.")
    elif event in _SENDINGS and not _may_send(*arguments[:2]):
        raise BlockedError("drafter stoppade en anslutning till en annan värd än modellens.")


def _may_look_up(host: object) -> bool:
    """A name that the gate asks for; this machine; or an address, which is not looked up at all."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    is_address = ":" in name or name.replace(".", "").isdigit()
    return not name or name == "localhost" or is_address or name in _passage.hosts


def _may_send(socket: Any, address: object) -> bool:
    """Inside the gate; or to a file on this machine, or to a socket of this very process.

    No address: the socket was connected before, and passed then.
    """
    if _passage.hosts or address is None or not isinstance(address, tuple):
        return True
    return any(_listens(one, address) for one in tuple(_own))


def _listens(socket: Any, address: tuple[Any, ...]) -> bool:
    try:
        return bool(socket.getsockname()[:2] == address[:2])
    except OSError:  # closed since
        return False
