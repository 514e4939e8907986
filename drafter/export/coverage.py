"""What became of every note line, as a table that a spreadsheet opens and an archive keeps."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.nouns import Line, Notes, Review

HEADER = ("Rad", "Anteckning", "Utfall", "Skäl", "Meningar", "Att pröva")


def coverage_table(review: Review, notes: Notes) -> bytes:
    """One row for each note line, in order: its text, its fate, and the sentences it is used in.

    The fields are parted by semicolons and the text is UTF-8 with a mark in front, which is what
    a Swedish Excel opens rightly. Quotation marks around the notes' words keep a line that begins
    with ``=`` from being run as a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    ledger = _Ledger.of(review)
    writer.writerows(ledger.row(line) for line in notes.lines)
    return out.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What is known of each line by its number."""

    used: frozenset[int]
    unused: frozenset[int]
    reasons: Mapping[int, tuple[str, ...]]
    sentences: Mapping[int, tuple[str, ...]]
    doubts: Mapping[int, tuple[str, ...]]

    @classmethod
    def of(cls, review: Review) -> "_Ledger":
        asides = review.coverage.asides
        return cls(
            used=frozenset(review.coverage.used),
            unused=frozenset(review.coverage.unused),
            reasons=_gathered((one.line, one.reason.told) for one in asides),
            sentences=_gathered(_uses(review)),
            doubts=_gathered(_doubts(review)),
        )

    def row(self, line: Line) -> tuple[str, ...]:
        number = line.number
        return (
            str(number),
            f"”{line.text}”",
            self._fate(number),
            ", ".join(self.reasons.get(number, ())),
            " | ".join(self.sentences.get(number, ())),
            " | ".join(self.doubts.get(number, ())),
        )

    def _fate(self, number: int) -> str:
        if number in self.used:
            return "använd, utom en del" if number in self.reasons else "använd"
        return "oanvänd" if number in self.unused else "utelämnad"


def _uses(review: Review) -> Iterator[tuple[int, str]]:
    for section in review.draft.sections:
        for sentence in section.sentences():
            yield from ((line, f"{section.title}: ”{sentence.text}”") for line in sentence.lines)


def _doubts(review: Review) -> Iterator[tuple[int, str]]:
    """The open questions, and what of a line in use was lost."""
    for question in review.questions:
        yield from ((line, question.text) for line in question.lines)
    for finding in review.findings:
        if finding.rule == "tackning.detalj":
            yield from ((line, finding.message) for line in finding.lines)


def _gathered(pairs: Iterable[tuple[int, str]]) -> Mapping[int, tuple[str, ...]]:
    """What is told of each line, each thing once, in order."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for line, told in pairs:
        found[line][told] = None
    return {line: tuple(told) for line, told in found.items()}
