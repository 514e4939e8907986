"""What a person has said of each finding on the good texts: right or wrong."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.language.checker import DATA
from drafter.nouns import Finding

FILE = DATA / "judged.tsv"
COLUMNS = ("text", "regel", "ord", "mening", "dom")
VERDICTS = {"rätt": True, "fel": False}

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding on a text; ``right`` is nothing where nobody has looked at it."""

    text: str
    finding: Finding
    right: bool | None

    @property
    def key(self) -> Key:
        """What tells it from others when it is looked up."""
        words = " ".join(self.finding.words.split())
        return self.text, self.finding.rule, words[:40], self.finding.text[:60]


def judge(text: str, findings: Iterable[Finding]) -> tuple[Judgement, ...]:
    """The findings of a text with what has been said of them."""
    known = _known()
    plain = (Judgement(text, one, None) for one in findings)
    return tuple(Judgement(text, one.finding, known.get(one.key)) for one in plain)


def as_row(one: Judgement) -> str:
    """A judgement as a row of the file; one that is open has ``?``."""
    verdicts = {right: name for name, right in VERDICTS.items()}
    return "\t".join((*one.key, verdicts[one.right] if one.right is not None else "?"))


def _known() -> dict[Key, bool]:
    if not FILE.is_file():
        return {}
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows)) != COLUMNS:
            raise ValueError(f"{FILE.name}: the columns are {COLUMNS}")
        return {(row[0], row[1], row[2], row[3]): VERDICTS[row[4]] for row in rows}
