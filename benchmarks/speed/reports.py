"""Report folders made from the sample: no two with the same names, figures and order of lines."""

import random
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from benchmarks.grounding import data
from benchmarks.grounding.nouns import Part
from benchmarks.speed.latency import NAME
from drafter.library.prompt_files import shipped

SAMPLE = Path(__file__).parents[2] / "samples" / "nordisk-huvudstadskonferens"
_FILES = ("anteckningar.md", "deltagare.csv", "rapport.toml")


@dataclass(frozen=True, slots=True)
class Wish:
    """How many folders, with notes how many times as long, and how many questions at once."""

    reports: int
    length: int = 1
    at_once: int = 1


def make(parent: Path, wish: Wish, url: str) -> tuple[Path, ...]:
    """The folders of a wish, for a model at an address; the first holds the sample's own words."""
    return tuple(_folder(parent / f"rapport-{n:04}", n, wish, url) for n in range(wish.reports))


def _folder(path: Path, number: int, wish: Wish, url: str) -> Path:
    path.mkdir(parents=True)
    for name in _FILES:
        shutil.copy(SAMPLE / name, path / name)
    chance = random.Random(number)
    if number:
        _rename(path, chance)
    notes = path / "anteckningar.md"
    lines = notes.read_text(encoding="utf-8").split("\n")
    told = _longer(_varied(lines, chance) if number else lines, wish.length, chance)
    notes.write_text("\n".join(told), encoding="utf-8")
    (path / "drafter.toml").write_text(_settings(url, wish.at_once), encoding="utf-8")
    return path


def _settings(url: str, at_once: int) -> str:
    profile = f'bas_url = "{url}"\nmodell = "{NAME}"\nsamtidiga = {at_once}\n'
    return f'standard = "prov"\n[modeller.prov]\n{profile}timeout = 3600.0\n'


def _rename(path: Path, chance: random.Random) -> None:
    """Other people in the list, and the last of them in the header."""
    head, *rows = (path / "deltagare.csv").read_text(encoding="utf-8").strip().split("\n")
    given, surnames = _words("fornamn.txt"), _words("efternamn.txt")
    names = [f"{chance.choice(given)} {chance.choice(surnames)}" for _ in rows]
    told = [",".join((name, *row.split(",")[1:])) for name, row in zip(names, rows, strict=True)]
    (path / "deltagare.csv").write_text("\n".join((head, *told, "")), encoding="utf-8")
    settings = (path / "rapport.toml").read_text(encoding="utf-8")
    renamed = settings.replace(rows[-1].split(",")[0], names[-1])
    (path / "rapport.toml").write_text(renamed, encoding="utf-8")


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple((shipped() / "gemensamt" / name).read_text(encoding="utf-8").split())


def _is_point(line: str) -> bool:
    return line.startswith("- ")


def _varied(lines: Iterable[str], chance: random.Random) -> Iterator[str]:
    """The points of each heading in another order, all their figures moved by as much."""
    shift = chance.randrange(1, 60)
    for is_point, run in groupby(lines, key=_is_point):
        block = list(run)
        if is_point:
            chance.shuffle(block)
            block = [re.sub(r"\d+", lambda at: str(int(at[0]) + shift), one) for one in block]
        yield from block


def _longer(lines: Iterable[str], length: int, chance: random.Random) -> Iterator[str]:
    """The points of each heading and so many times as many, about other things.

    Every time they are as many as the heading's own, after a blank line.
    """
    for is_point, run in groupby(lines, key=_is_point):
        block = list(run)
        yield from block
        for _ in range(length - 1 if is_point else 0):
            yield ""
            yield from (f"- {chance.choice(_others())}" for _ in block)


@cache
def _others() -> tuple[str, ...]:
    """The true sentences that the grounding benchmark was tuned on, of a note line's length.

    They are whole, so the stand-in, which repeats what it reads, has little to mend in them.
    """
    texts = (item.sentence.text for case in data.load(Part.TUNED) for item in case.items)
    return tuple(text for text in texts if 50 < len(text) < 150)
