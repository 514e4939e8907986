"""``kalla.*``: does every sentence stand on note lines that exist and say what is quoted?"""

from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import HeadingKind, Sentence, SentenceKind, Severity
from drafter.text.quoting import folded, stands_in


@rule(
    "kalla.saknas",
    Severity.ERROR,
    "En mening anger inte vilka rader i anteckningarna den bygger på.",
    "»Resan var lyckad.« står utan källa.",
)
def missing(case: Case) -> Iterator[Hit]:
    """A sentence with no source, unless a person answers for it or it is a standard sentence.

    In a text whose lines were looked up, what stands under a heading that code fills needs none.
    """
    cited = any(sentence.quotes or sentence.rows for sentence in case.draft.sentences())
    looked_up = case.draft.looked_up
    standard = {heading.empty for heading in case.report_type.written}
    standard |= {one.text for one in _framed(case)} if looked_up else set()
    for sentence in case.draft.sentences() if cited or looked_up else ():
        sourced = sentence.quotes or sentence.rows or sentence.kind is SentenceKind.OWN
        if not sourced and sentence.text not in standard:
            yield Hit(_UNFOUND if looked_up else _UNCITED, sentence=sentence)


_UNCITED = "Meningen saknar källa i anteckningarna."
_UNFOUND = "Ingen rad i anteckningarna handlar om det som meningen säger."


def _framed(case: Case) -> Iterator[Sentence]:
    """What stands under the headings that code fills: the participants, and groups."""
    framed = {one.id for one in case.report_type.headings if one.kind is not HeadingKind.TEXT}
    for section in case.draft.sections:
        if section.heading in framed:
            yield from section.sentences()


@rule(
    "kalla.okand",
    Severity.ERROR,
    "En mening hänvisar till en rad som inte finns.",
    "Meningen hänvisar till rad 99, men anteckningarna har 48 rader.",
)
def unknown(case: Case) -> Iterator[Hit]:
    """A citation of a note line, or a row of the participant list, that does not exist."""
    if case.notes is None:
        return
    lines = {line.number for line in case.notes.lines}
    rows = {person.row for person in case.notes.participants}
    for sentence in case.draft.sentences():
        for number in sentence.lines:
            if lines and number not in lines:
                message = f"Rad {number} finns inte i anteckningarna, eller är tom."
                yield Hit(message, sentence=sentence)
        for row in sentence.rows:
            if rows and row not in rows:
                yield Hit(f"Rad {row} finns inte i deltagarlistan.", sentence=sentence)


@rule(
    "kalla.citat",
    Severity.ERROR,
    "Ett citat står inte ordagrant på den rad som anges.",
    "Citatet »alla var nöjda« står inte på rad 12.",
)
def misquoted(case: Case) -> Iterator[Hit]:
    """A quote that is no part of its line in whole words, or that is too short to say anything.

    White space and Unicode form do not count.
    """
    if case.notes is None:
        return
    texts = {line.number: folded(line.text) for line in case.notes.lines}
    for sentence in case.draft.sentences():
        for quote in sentence.quotes:
            if quote.line in texts and not stands_in(folded(quote.text), texts[quote.line]):
                message = f"Citatet »{quote.text}« står inte på rad {quote.line}."
                yield Hit(message, sentence=sentence, lines=(quote.line,))


RULES = (missing, unknown, misquoted)
