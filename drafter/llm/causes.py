"""What a foreign exception tells: what caused it, and what the server said.

The libraries' exceptions carry ``status_code``, ``code``, ``type``, ``param`` and ``body`` where
a server answered, and none of them where it did not. Servers fill them as they please.
"""

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from drafter.errors import DrafterError
from drafter.llm.faults import FILTERED, NAMED, Fault


def chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and those it came from, the nearest first."""
    link: BaseException | None = error
    while link is not None:
        yield link
        # httpcore2 loses the cause on its way up, but carries it as its argument.
        carried = [argument for argument in link.args if isinstance(argument, BaseException)]
        link = link.__cause__ or next(iter(carried), None)


def raise_own(error: Exception) -> None:
    """Raise the error of drafter's own that a foreign one was made from, if any.

    Raises:
        DrafterError: the gate's objection, or that of the log it keeps.
    """
    for link in chain(error):
        if isinstance(link, DrafterError):
            raise link from error


def status(error: Exception) -> int:
    """The HTTP status; 0 where no server answered."""
    return int(getattr(error, "status_code", 0))


def parameter(error: Exception) -> str:
    """The parameter that the server refused, where it says so."""
    return str(getattr(error, "param", None) or "")


def named(error: Exception) -> Fault | None:
    """The fault that the server itself names, by its code or its type."""
    # LangChain's client for Azure raises a bare ValueError for a filtered answer.
    if "content filter" in str(error):
        return FILTERED
    names = (str(getattr(error, attribute, "")) for attribute in ("code", "type"))
    return next((NAMED[name] for name in names if name in NAMED), None)


def said(error: Exception) -> str:
    """The status that the server answered with, and its own words."""
    body = getattr(error, "body", None)
    words = body.get("message") or body.get("detail") if isinstance(body, dict) else ""
    head = f"HTTP {status(error)}" if status(error) else type(error).__name__
    return f"{head}: {words}" if words else head


def wait(error: Exception) -> float | None:
    """How many seconds the server asks us to wait; nothing where it does not say, or says nonsense.

    Source: RFC 9110, 10.2.3 (seconds or a date); ``Retry-After-Ms`` is Azure's.
    """
    headers: Mapping[str, str] = getattr(getattr(error, "response", None), "headers", {})
    seconds = _number(headers.get("retry-after-ms", ""), 1000)
    if seconds is None:
        seconds = _number(headers.get("retry-after", ""), 1)
    return _until(headers.get("retry-after", "")) if seconds is None else seconds


def _number(text: str, divisor: int) -> float | None:
    try:
        seconds = float(text) / divisor
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _until(text: str) -> float | None:
    """The seconds until a date; nothing for one that has passed, which must be a wrong clock."""
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    seconds = (when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)
    return seconds.total_seconds() if seconds.total_seconds() > 0 else None
