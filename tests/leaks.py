"""An independent eye: which names still show in a text, told without any of drafter's own code."""

import re
import unicodedata
from collections.abc import Iterable

PLACEHOLDER = re.compile(r"⟦[PN][\d.]*⟧")


def laid_bare(text: str) -> str:
    """The text as a reader sees it: no invisible characters, no line breaks, one kind of dash."""
    text = PLACEHOLDER.sub(" ⟦⟧ ", text)
    text = unicodedata.normalize("NFKC", text)
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Mn"))
    text = "".join("-" if unicodedata.category(one) == "Pd" else one for one in text)
    text = re.sub(r"(?<=\w)-[ \t]*\r?\n[ \t]*(?=[a-zåäöéüæø])", "", text)
    return " ".join(text.split())


def showing(text: str, parts: Iterable[str]) -> list[str]:
    """The parts of names that show: long words anywhere, short ones and full names by themselves.

    Capitals (``FE``) count only as capitals.
    """
    bare = laid_bare(text)
    return [part for part in parts if _shows(bare, laid_bare(part))]


def _shows(text: str, part: str) -> bool:
    if part.isupper() and len(part) < 5:
        return re.search(rf"(?<![^\W\d_]){re.escape(part)}(?![^\W\d_])", text) is not None
    part, text = _small(part), _small(text)
    if len(part) >= 5 and " " not in part:
        return part in text
    return re.search(rf"(?<![^\W\d_]){re.escape(part)}s?(?![^\W\d_])", text) is not None


def _small(text: str) -> str:
    """Small letters without the marks that casing gives some of them (``İ``)."""
    return "".join(one for one in text.casefold() if unicodedata.category(one) != "Mn")
