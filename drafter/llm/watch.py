"""What is looked at in a request before it leaves, and what is written down of it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.errors import LeakError
from drafter.nouns import Answered, Profile, Sent, Usage, now
from drafter.text.personal import find_personal


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(text[one.start : one.end] for one in find_personal(text))


def _forget(_: Sent | Answered) -> None:
    """Write nothing down."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks at what leaves.

    ``leaks`` finds in a text what must not leave: names and numbers, or numbers where there is
    no report yet. ``record`` writes down what left, and ``spent`` what each section's answers took.
    """

    leaks: Callable[[str], Sequence[str]] = _numbers
    record: Callable[[Sent | Answered], None] = _forget
    spent: Callable[[str, Usage], None] = lambda *_: None


def inspect(body: bytes, profile: Profile, watch: Watch) -> None:
    """Look at the body of a request that is about to leave, whichever way.

    Raises:
        LeakError: it holds what must not leave.
    """
    for text in _texts(body, profile):
        if found := watch.leaks(text):
            raise stopped(f"”{found[0]}” stod kvar i frågan", profile)


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
        raise stopped("Det gick inte att läsa frågan", profile) from error
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


def as_sent(body: bytes, profile: Profile, about: str) -> Sent:
    """What the log writes down of a request."""
    return Sent(
        time=now(),
        host=profile.host,
        hosting=profile.hosting.value,
        model=profile.model,
        about=about,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        body=body.decode(),
    )


def stopped(what: str, profile: Profile) -> LeakError:
    """The error that stops a request, with what was found in it."""
    return LeakError(
        f"{what} till {profile.host}, och inget skickades.",
        "Det är ett fel i drafter: anmäl det. Kör så länge med --modell ingen.",
    )
