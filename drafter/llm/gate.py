"""The gate: the one place where bytes leave, and the last look at them.

Whatever the code above did, a request with a name or a personal number in it is not sent. What is
looked at is the request itself: its address, its headers and its body with all escapes undone.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

from drafter.errors import LeakError
from drafter.llm import guard
from drafter.llm.bounds import Bounded
from drafter.nouns import Answered, Profile, Sent, is_loopback, now
from drafter.text.personal import find_personal

ABOUT: ContextVar[str] = ContextVar("about", default="")
"""What the present request is about, for the log."""


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(text[one.start : one.end] for one in find_personal(text))


def _forget(_: Sent | Answered) -> None:
    """Write nothing down."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks at what leaves.

    ``leaks`` finds in a text what must not leave: names and numbers, or numbers where there is
    no report yet. ``record`` writes down what left.
    """

    leaks: Callable[[str], Sequence[str]] = _numbers
    record: Callable[[Sent | Answered], None] = _forget


# Everything else that the libraries would send tells of this machine or its environment.
# (The last one tells nothing, but openai reads it back to know what LangChain wanted.)
_HEADERS = {
    *("host", "connection", "user-agent", "accept", "accept-encoding"),
    *("content-type", "content-length", "authorization", "api-key"),
    "x-stainless-raw-response",
}


class Gate(httpx2.BaseTransport):
    """The way out to one profile's host."""

    def __init__(self, profile: Profile, watch: Watch) -> None:
        self._profile = profile
        self._watch = watch
        self._proxy = _proxy(profile)
        self._way = httpx2.HTTPTransport(proxy=self._proxy or None)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Trim a request, look at it, write it down and let it out.

        Raises:
            LeakError: it goes to another host, or holds what must not leave. Nothing is sent.
        """
        for name in set(request.headers) - _HEADERS:
            del request.headers[name]
        body = request.read()
        self._inspect(request, body)
        self._watch.record(_as_sent(body, self._profile))
        hosts = {request.url.raw_host.decode("ascii"), urlsplit(self._proxy).hostname or ""}
        with guard.passage(hosts - {""}):
            response = self._way.handle_request(request)
        response.stream = Bounded(response.stream, self._profile)
        return response

    def close(self) -> None:
        """Close the connections."""
        self._way.close()

    def _inspect(self, request: httpx2.Request, body: bytes) -> None:
        if _origin(request.url) != _origin(httpx2.URL(self._profile.base_url)):
            raise _stopped(f"Frågan gick till {request.url.host} i stället för", self._profile)
        for text in (*_frame(request, self._profile), *_texts(body, self._profile)):
            if found := self._watch.leaks(text):
                raise _stopped(f"”{found[0]}” stod kvar i frågan", self._profile)


def _proxy(profile: Profile) -> str:
    """The environment's proxy for a profile's host; empty for this machine, and where none is."""
    if is_loopback(profile.host) or proxy_bypass(profile.host):
        return ""
    proxies = getproxies()
    proxy = proxies.get(profile.base_url.partition(":")[0]) or proxies.get("all") or ""
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"


def _origin(url: httpx2.URL) -> tuple[str, bytes, int | None]:
    return url.scheme, url.raw_host, url.port


def _frame(request: httpx2.Request, profile: Profile) -> Iterator[str]:
    """The address and the headers, without what the profile itself says."""
    own = (profile.base_url.rstrip("/"), profile.host, profile.key, profile.model)
    known = re.compile("|".join((*(re.escape(word) for word in own if word), _TRANSPORT)))
    for text in (unquote(str(request.url)), *request.headers.values()):
        yield known.sub(" ", text)


_TRANSPORT = (
    r"/(?:openai/deployments/|chat/completions|openai/models|models)(?!\w)|\?api-version="
    r"|^(?:OpenAI/Python [\d.]+|langchain-partner-python-azure-openai|application/json"
    r"|keep-alive|Bearer|(?:(?:gzip|deflate|br|zstd)(?:, )?)+)(?!\w)"
)
"""What the libraries always write in the address and the headers, whoever may be called so."""


def _texts(body: bytes, profile: Profile) -> Iterator[str]:
    """Every string of the body, with the escapes undone however deep they are.

    Raises:
        LeakError: the body cannot be read, so that nobody can tell what it says.
    """
    if not body:
        return
    try:
        pairs = json.loads(body, object_pairs_hook=list)
    except (ValueError, RecursionError) as error:
        raise _stopped("Det gick inte att läsa frågan", profile) from error
    own = _OWN | {profile.model}
    yield from (text for text in _strings(pairs) if text not in own)


_OWN = frozenset(
    """
    model messages role system user content stream temperature response_format type json_schema
    json_object name strict schema object array string integer items enum properties required
    additionalProperties
    rad under text svar mening fel forslag skal meningar utelamnade citat typ stycke
    fakta asikt beslut brygga avsnitt privat kanslig sekretess ovidkommande dubblett instruktion
    """.split()
)
"""Strings of the protocol's and of drafter's own forms. Alone they tell of nobody, though somebody
may be called so."""


def _strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value; keys too, since objects are read as pairs.

    A line of a string that is JSON itself is looked into; the other lines are one string.
    """
    if isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        lines = [(line, _inner(line)) for line in value.split("\n")]
        yield "\n".join(line for line, inner in lines if inner is None)
        for _, inner in lines:
            yield from _strings(inner)


def _inner(line: str) -> Any:
    """What a line says in JSON; nothing for a line that is no object or list."""
    if not line.lstrip().startswith(("{", "[")):
        return None
    try:
        return json.loads(line, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return None


def _as_sent(body: bytes, profile: Profile) -> Sent:
    return Sent(
        time=now(),
        host=profile.host,
        hosting=profile.hosting.value,
        model=profile.model,
        about=ABOUT.get(),
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        body=body.decode(),
    )


def _stopped(what: str, profile: Profile) -> LeakError:
    return LeakError(
        f"{what} till {profile.host}, och inget skickades.",
        "Det är ett fel i drafter: anmäl det. Kör så länge med --modell ingen.",
    )
