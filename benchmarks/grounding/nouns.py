"""What the benchmark is made of: cases, items and trials."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafter.nouns import Finding, HeaderValue, Notes, ReportType, Sentence, Severity


class Part(StrEnum):
    """The two parts of the data; the value is the name of the folder under ``data/``.

    Whoever works on the checks reads ``TUNED`` as much as she likes and never ``HELD_BACK``.
    """

    TUNED = "tuned"
    HELD_BACK = "held_back"


@dataclass(frozen=True, slots=True)
class Written:
    """A mutant written by hand; ``sentence`` is what becomes of the faithful one."""

    operator: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Item:
    """A faithful sentence and the mutants that were written for it.

    ``hard`` marks a heavy paraphrase.
    """

    id: str
    sentence: Sentence
    hard: bool = False
    written: tuple[Written, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One note file with its participants, header values and sentences.

    ``people`` and ``towns`` are names that may be put in each other's place in the sentences.
    """

    id: str
    report_type: ReportType
    notes: Notes
    header: tuple[HeaderValue, ...]
    people: tuple[str, ...]
    towns: tuple[str, ...]
    items: tuple[Item, ...]

    def known(self, sentence: Sentence) -> tuple[str, ...]:
        """What a sentence may lean on word for word: the lines it cites and the header values."""
        lines = self.notes.pick(sentence.lines)
        return (*(line.text for line in lines), *(value.value for value in self.header))


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence to be checked: a mutant, or a faithful one (``operator`` is empty)."""

    id: str
    case: Case
    sentence: Sentence
    operator: str = ""
    hard: bool = False


Check = Callable[[ReportType, Notes, Sentence, tuple[HeaderValue, ...]], frozenset[Severity]]
"""The function under test: the severities of what it finds in one sentence."""

CheckReport = Callable[
    [ReportType, Notes, tuple[Sentence, ...], tuple[HeaderValue, ...]], Iterable[Finding]
]
"""What it finds in all sentences of a report at once."""
