"""Precision on good texts, recall on planted errors, and speed."""

import csv
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.language.checker import DATA, Checker, texts
from benchmarks.language.judged import Judgement, judge
from drafter.nouns import Finding, Severity

_WEIGHTY = (Severity.STOP, Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Precision:
    """The findings on the good texts, which hold so many words."""

    judgements: tuple[Judgement, ...]
    words: int

    @property
    def weighty(self) -> tuple[Judgement, ...]:
        """Those that are more than advice."""
        return tuple(one for one in self.judgements if one.finding.severity in _WEIGHTY)

    @property
    def open(self) -> tuple[Judgement, ...]:
        """Those that nobody has looked at."""
        return tuple(one for one in self.judgements if one.right is None)

    @property
    def value(self) -> float:
        """The share of the weighty findings that are right; 1 when there are none."""
        weighty = self.weighty
        return sum(one.right is True for one in weighty) / len(weighty) if weighty else 1.0

    def per_hundred(self) -> dict[str, float]:
        """How often each rule speaks in a hundred words, the most talkative first."""
        counts = Counter(one.finding.rule for one in self.judgements)
        return {rule: 100 * count / self.words for rule, count in counts.most_common()}


def precision(checker: Checker) -> Precision:
    """The findings on all good texts with what has been said of them."""
    found = [one for path in texts() for one in judge(path.stem, checker.file(path))]
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts())
    return Precision(tuple(found), words)


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with one error, whether its own rule points at it, and whether any rule does.

    ``rule`` may name more than one, parted by ``|``, where several say the same of it.
    """

    rule: str
    error: str
    text: str
    found: bool
    pointed: bool


def planted(checker: Checker, name: str = "planted") -> tuple[Planted, ...]:
    """Every planted error of a set and whether it was found."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return tuple(_tried(row, checker.paragraph(row[2])) for row in rows)


def _tried(row: list[str], findings: Iterable[Finding]) -> Planted:
    rule, error, text = row
    at = [one for one in findings if _meets(one, error)]
    found = any(one.rule in rule.split("|") for one in at)
    return Planted(rule, error, text, found, bool(at))


def _meets(finding: Finding, error: str) -> bool:
    """Whether a finding is about words of the error, or about a sentence that holds it."""
    if finding.span is None:
        return True
    place = finding.text.find(" ".join(error.split()))
    start, end = finding.span
    return place >= 0 and start < place + len(error) and place < end


def words_per_second(checker: Checker) -> float:
    """How many words are held to all rules in a second on one core, the dictionary read."""
    whole = "\n\n".join(path.read_text(encoding="utf-8") for path in texts())
    draft = checker.draft(whole)
    checker.job.remarks(draft)
    start = time.perf_counter()
    checker.job.remarks(draft)
    return len(whole.split()) / (time.perf_counter() - start)
