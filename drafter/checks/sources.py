"""``kalla.*``: does every sentence stand on note lines that exist and say what is quoted?"""

from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import SentenceKind, Severity
from drafter.text.quoting import folded, stands_in


@rule(
    "kalla.saknas",
    Severity.ERROR,
    "En mening anger inte vilka rader i anteckningarna den bygger på.",
    "»Resan var lyckad.« står utan källa.",
)
def missing(case: Case) -> Iterator[Hit]:
    """A sentence with no source, unless a person answers for it or it is a standard sentence.

    A text that cites nothing at all is somebody's own; its sentences are looked up instead.
    """
    cited = any(sentence.quotes or sentence.rows for sentence in case.draft.sentences())
    standard = {heading.empty for heading in case.report_type.written}
    for sentence in case.draft.sentences() if cited else ():
        sourced = sentence.quotes or sentence.rows or sentence.kind is SentenceKind.OWN
        if not sourced and sentence.text not in standard:
            yield Hit("Meningen saknar källa i anteckningarna.", sentence=sentence)


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
