"""Terms that an authority wants explained to its readers."""

import re
from collections.abc import Iterator, Mapping

from drafter.text.language.rules import Detect, Document, Remark


def unexplained(terms: Mapping[str, str]) -> Detect:
    """The first mention of each term, unless a parenthesis or an explanation follows it.

    ``terms`` maps each to its explanation, which may be empty.
    """

    def detect(document: Document) -> Iterator[Remark]:
        for term, meaning in terms.items():
            if remark := _first(document, term, meaning):
                yield remark

    return detect


def _first(document: Document, term: str, meaning: str) -> Remark | None:
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?:s|:s)?(?!\w)", re.IGNORECASE)
    for number, passage in enumerate(document.passages):
        match = None if passage.is_heading else pattern.search(passage.open)
        if match is None:
            continue
        after, before = passage.text[match.end() :], passage.text[: match.start()]
        told = after.startswith((" (", ", det vill säga", ", som")) or before.endswith("(")
        if told or (meaning and meaning.lower() in passage.text.lower()):
            return None
        advice = f"Förklara ordet: {meaning}." if meaning else "Förklara ordet inom parentes."
        return Remark(number, *match.span(), advice=advice)
    return None
