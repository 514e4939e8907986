"""Keep what must not be touched out of reach while a text is rewritten.

Quotations, addresses, case numbers, references in brackets and English titles are each replaced
by one character from a private plane of Unicode, which no rule knows, and put back afterwards.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FIRST = 0xF0000
_MOST = 0x1FFFD
"""So many spans fit; a text with more keeps the rest in reach, which no real one has."""

_PROTECTED = re.compile(
    r"""
      [\U000F0000-\U0010FFFD]                                # what would look like our own
      # quotations
    | (?<![^\s(\[–-])"(?!\s)[^"]{1,600}+(?<!\s)"(?!\w)
    | (?<![^\s(\[–-])”(?!\s)[^”]{1,600}+(?<!\s)”(?!\w)
    | [“„](?!\s)[^“„”]{1,600}+[”“](?!\w)
    | »(?!\s)[^»«]{1,600}+[«»](?!\w)
    | «(?!\s)[^»«]{1,600}+»(?!\w)
      # addresses and file names
    | (?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{2,64}+){1,6}
    | (?:https?://|www\.)[^\s<>]{1,2000}(?<![.,;:!?)])
    | (?<![\w.@-])[\w-]{2,64}+\.
      (?:se|com|eu|org|net|docx?|pdf|xlsx?|pptx?|csv|txt)(?![\w.])(?:/\S*+)?
      # numbers that name a case, a law, a person or a telephone: 803-1966/2016, KS 2026/0312
    | (?:(?<=[Dd]nr[ ])|(?<=[Dd]nr[.:][ ]))[\w./:-]{0,40}\d[\w/:-]{0,40}
    | (?<![\w/.-])(?:\d{3,4}-\d{1,6}/\d{2,4}|\d{2}-\d{1,6}/\d{4})(?![\w/])
    | (?<![\w/.-])[A-ZÅÄÖ]{1,6}[ -]?\d{4}[/:-]\d{1,6}(?:-\d{1,4})?(?![\w/])
    | (?<![\w/.-])(?:\d{4}[:/]\d{2,6}|\d{1,3}/\d{4})(?![\w/])
    | (?<![\w/.-])\d{6,8}[-+]\d{4}(?!\w)
    | (?<![\w/.-])(?<!\d[ ])(?:\+\d{2}|0\d{1,3})[ -]\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\w)
      # references in brackets: [12–14, D3]
    | \[(?:D?\d{1,4}|egen)(?:[ ]?[,;–-][ ]?(?:D?\d{1,4}|egen)){0,40}\]
      # words with capitals and the small words of English between them
    | \b(?!Dnr\b)(?P<title>[A-Z][A-Za-z'’-]*+(?:\s(?:–\s)?(?:[A-Z][A-Za-z'’-]*+
      |(?:a|an|and|as|at|by|for|from|in|into|of|on|our|the|to|with)(?!\w)))++)(?![\wåäöÅÄÖ])
    """,
    re.VERBOSE,
)

_ENGLISH = re.compile(r"\b(?:and|by|from|into|of|our|the|to|with|The|How|Our|Your|For)\b")
"""Words that a title in Swedish does not have."""

_QUOTED = re.compile(r"[\"”“„»«](.*)[\"”“«»]", re.DOTALL)


class Masked(NamedTuple):
    """A text with its protected spans taken out; ``spans`` are those, in order."""

    text: str
    spans: tuple[str, ...]


def mask(text: str) -> Masked:
    """Take out what no rule may touch."""
    spans: list[str] = []

    def hide(match: re.Match[str]) -> str:
        span = match[0]
        if (match["title"] and not _ENGLISH.search(span)) or len(spans) >= _MOST:
            return span
        spans.append(span)
        return chr(_FIRST + len(spans) - 1)

    return Masked(_PROTECTED.sub(hide, text), tuple(spans))


def protected_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where what no rule may touch stands; of a quotation what is inside its marks."""
    for match in _PROTECTED.finditer(text):
        if match["title"] and not _ENGLISH.search(match[0]):
            continue
        start, end = match.span()
        quoted = _QUOTED.fullmatch(match[0])
        yield (start + 1, end - 1) if quoted else (start, end)


def unmask(masked: Masked) -> str:
    """Put the spans back as they were."""
    return masked.text.translate({_FIRST + at: span for at, span in enumerate(masked.spans)})


def requoted(masked: Masked) -> Masked:
    """The same with Swedish quotation marks, ``”…”``, around the quotations."""
    spans = tuple(
        _QUOTED.sub(r"”\1”", span) if span[0] in '"”“„»«' else span for span in masked.spans
    )
    return Masked(masked.text, spans)
