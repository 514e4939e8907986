"""The mutants that were written by hand, as the data files hold them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from benchmarks.grounding.nouns import Written
from benchmarks.grounding.patches import apply
from drafter.nouns import Notes, Quote, Sentence, SentenceKind

# A model that turns a sentence in one of these ways also names its kind anew.
KINDS = {
    "lost": SentenceKind.FACT,
    "opinion": SentenceKind.FACT,
    "decision": SentenceKind.DECISION,
}


def all_written(notes: Notes, faithful: Sentence, table: dict[str, Any]) -> Iterator[Written]:
    """The mutants in the table ``fel`` of a faithful sentence.

    An elided quote comes twice where the sentence can be negated: under the faithful sentence,
    and under the one that the quote now seems to support.
    """
    for operator, entry in table.items():
        for one in entry if isinstance(entry, list) else [entry]:
            yield Written(operator, _written(notes, faithful, operator, one))
    if "quote" in table and "negation" in table:
        turned = replace(faithful, text=apply(_first(table["negation"]), faithful.text))
        yield Written("quote", _elided(notes, turned, _first(table["quote"])))


def quotes(notes: Notes, lines: list[int], texts: list[str]) -> tuple[Quote, ...]:
    """One quote a line: the given texts in order, and the whole line where none is given."""
    given = dict(zip(lines, texts, strict=False))
    return tuple(Quote(number, given.get(number) or _text(notes, number)) for number in lines)


def gaps(quote: str, line: str) -> tuple[str, ...] | None:
    """What each ``…`` of a quote skips in the line, or nothing if the quote is not from there."""
    pieces = (re.escape(piece.strip()) for piece in quote.split("…"))
    end = "$" if quote.endswith("…") else ""
    found = re.search("(.*?)".join(pieces) + end, line)
    return found.groups() if found else None


def _first(entry: Any) -> str:
    return str(entry[0] if isinstance(entry, list) else entry)


def _written(notes: Notes, faithful: Sentence, operator: str, entry: Any) -> Sentence:
    if operator == "quote":
        return _elided(notes, faithful, entry)
    kind = KINDS.get(operator, faithful.kind)
    if isinstance(entry, str):
        return replace(faithful, text=apply(entry, faithful.text), kind=kind)
    cited = quotes(notes, entry["rader"], [])
    return replace(faithful, text=apply(entry["text"], faithful.text), quotes=cited, kind=kind)


def _elided(notes: Notes, sentence: Sentence, quote: str) -> Sentence:
    """The sentence with that quote for the one cited line whose words it skips."""
    fits = [number for number in sentence.lines if gaps(quote, _text(notes, number))]
    if len(fits) != 1:
        raise ValueError(f"{sentence.id}: ”{quote}” fits {len(fits)} of the cited lines")
    turned = (Quote(one.line, quote) if one.line == fits[0] else one for one in sentence.quotes)
    return replace(sentence, quotes=tuple(turned))


def _text(notes: Notes, number: int) -> str:
    line = notes.line(number)
    if line is None:
        raise ValueError(f"{notes.origin} has no line {number}")
    return line.text
