"""The gate: the one place where bytes leave, and the last look at them.

Whatever the code above did, a request with a name or a personal number in it is not sent. What is
looked at is the request itself: its address, its headers and its body with all escapes undone.
"""

import re
from collections.abc import Iterator
from contextvars import ContextVar
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

from drafter.llm import guard
from drafter.llm.bounds import Bounded
from drafter.llm.watch import Watch, as_sent, inspect, stopped
from drafter.nouns import Profile, is_loopback

# Everything else that the libraries would send tells of this machine or its environment.
# (The last one tells nothing, but openai reads it back to know what LangChain wanted.)
_HEADERS = {
    *("host", "connection", "user-agent", "accept", "accept-encoding"),
    *("content-type", "content-length", "authorization", "api-key"),
    "x-stainless-raw-response",
}


ABOUT: ContextVar[str] = ContextVar("about", default="")
"""What the present request is about, for the log."""


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
        self._watch.record(as_sent(body, self._profile, ABOUT.get()))
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
            raise stopped(f"Frågan gick till {request.url.host} i stället för", self._profile)
        for text in _frame(request, self._profile):
            if found := self._watch.leaks(text):
                raise stopped(f"”{found[0]}” stod kvar i frågan", self._profile)
        inspect(body, self._profile, self._watch)


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
