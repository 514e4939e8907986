"""The hand-written lines of ``tests/privacy``, each judged right or wrong."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.text.facts import Reader
from drafter.text.people import find_people
from drafter.text.personal import find_personal
from drafter.text.pseudonyms import Pseudonyms
from tests.leaks import showing

FOLDER = Path(__file__).parents[2] / "tests" / "privacy"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the lines of a kind were found right, and how many were hit in vain."""

    title: str
    found: int
    lines: int
    alarms: int
    quiet: int


def counts(reader: Reader) -> Iterator[Count]:
    """One count for each file of lines."""
    yield _listed(reader)
    yield _others(reader)
    yield _shapes()
    yield _secrets(reader)


def _listed(reader: Reader) -> Count:
    data = _load("namn.toml")
    people = Pseudonyms.of(data["personer"], reader.names.nicknames)
    gone = [not showing(people.hide(one["text"]), one["borta"]) for one in data["rader"]]
    kept = [
        (people.hide(one["text"]), word) for one in data["rader"] for word in one.get("kvar", ())
    ]
    taken = sum(word not in hidden for hidden, word in kept)
    return Count("listed people are gone", sum(gone), len(gone), taken, len(kept))


def _others(reader: Reader) -> Count:
    lines = _load("andra.toml")["rader"]
    right = [
        find_people([one["text"]], [], reader.names) == tuple(one["personer"])
        for one in lines
        if one["personer"]
    ]
    wrong = [
        bool(find_people([one["text"]], [], reader.names)) for one in lines if not one["personer"]
    ]
    return Count("other people are found", sum(right), len(right), sum(wrong), len(wrong))


def _shapes() -> Count:
    return _count("uppgifter.toml", "numbers and addresses", _kinds_of_shapes)


def _kinds_of_shapes(text: str) -> set[str]:
    return {one.kind.value for one in find_personal(text)}


def _secrets(reader: Reader) -> Count:
    def kinds(text: str) -> set[str]:
        return {one.kind.value for one in reader.sensitive.find(text)}

    return _count("kansligt.toml", "sensitive matters", kinds)


def _count(name: str, title: str, kinds: Callable[[str], set[str]]) -> Count:
    data = _load(name)
    found = sum(one["slag"] in kinds(one["text"]) for one in data["slar"])
    alarms = sum(bool(kinds(text)) for text in data["tiger"])
    return Count(title, found, len(data["slar"]), alarms, len(data["tiger"]))


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
