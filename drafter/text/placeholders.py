"""Placeholders such as ``⟦P3.2⟧``: how they are written, put in, and taken back.

Every ``⟦`` of the text itself is written ``⟦⟧``, so that nothing in it can pass for one of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import NamedTuple

OPEN, CLOSE = "⟦", "⟧"
PERSON = "P"
NUMBER = "N"

PLACEHOLDER = re.compile(
    r"⟦(?P<twice>⟦)?(?P<label>\s*[PNpn]\d{1,6}(?:\.\d{1,6})?\s*|(?(twice)(?!))[^⟦⟧\s]{0,24})⟧"
    r"(?(twice)⟧)|⟦"
)
"""A placeholder, also as careless models write it: ``⟦ P3 ⟧``, ``⟦p3⟧``, ``⟦⟦P3⟧⟧``."""

_GENITIVE = re.compile(r"[:'’]?s(?![^\W_])")


class Span(NamedTuple):
    """A part of a text that one ``owner`` is written in: ``P3``, or ``N`` for a number."""

    start: int
    end: int
    owner: str


class Restored(NamedTuple):
    """A text with its placeholders taken back; ``unknown`` are those that stand for nothing."""

    text: str
    unknown: tuple[str, ...] = ()


class Labels:
    """Which written form each label stands for.

    What an owner is called is known beforehand; forms met later are numbered as they come, by
    any thread. Their numbers are the same in every run that meets them in the same order.
    """

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self._lock = Lock()
        self._count: dict[str, int] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._forms: dict[str, str] = {}
        for owner, forms in known.items():
            for form in forms:
                self.label(owner, form)

    def label(self, owner: str, form: str) -> str:
        """The label of a written form, a new one if it has none."""
        with self._lock:
            known = self._labels.get((owner, form))
            if known is None:
                number = self._count[owner] = self._count.get(owner, 0) + 1
                known = self._labels[owner, form] = _written(owner, number)
                self._forms[known] = form
            return known

    def form(self, label: str) -> str | None:
        """What a label stands for; nothing if it was never given."""
        return self._forms.get(label)


def _written(owner: str, number: int) -> str:
    if owner == NUMBER:
        return f"{owner}{number}"
    return owner if number == 1 and owner != f"{PERSON}0" else f"{owner}.{number}"


def put_in(text: str, spans: Iterable[Span], labels: Labels) -> str:
    """The text with a placeholder for each span; the spans are in order and do not overlap.

    A genitive that would come back otherwise than it was written is hidden with its name.
    """
    parts: list[str] = []
    ordered = tuple(spans)
    at = 0
    for position, span in enumerate(ordered):
        after = ordered[position + 1].start if position + 1 < len(ordered) else len(text)
        end = _end_with_genitive(text, span, after)
        label = labels.label(span.owner, text[span.start : end])
        parts += [_escaped(text[at : span.start]), f"{OPEN}{label}{CLOSE}"]
        at = end
    return "".join((*parts, _escaped(text[at:])))


def _escaped(text: str) -> str:
    return text.replace(OPEN, OPEN + CLOSE)


def _end_with_genitive(text: str, span: Span, after: int) -> int:
    """The end of a span, with the endings that would not come back as they are."""
    end = span.end
    while span.owner != NUMBER and (ending := _GENITIVE.match(text, end, after)):
        form = text[span.start : end]
        if in_genitive(form, ending[0]) == form + ending[0]:
            break
        end = ending.end()
    return end


def take_back(text: str, form_of: Callable[[str], str | None]) -> Restored:
    """The text with what its placeholders stand for, names in the right genitive.

    ``form_of`` tells what a label stands for, and nothing of one that stands for nothing.
    """
    parts: list[str] = []
    unknown: list[str] = []
    at = 0
    for found in PLACEHOLDER.finditer(text):
        parts.append(text[at : found.start()])
        at = found.end()
        label = label_of(found)
        form = OPEN if label == "" else form_of(label or "")
        if form is None:
            unknown.append(found[0])
            parts.append(found[0])
            continue
        ending = _GENITIVE.match(text, at) if label and label.startswith(PERSON) else None
        parts.append(in_genitive(form, ending[0]) if ending else form)
        at = ending.end() if ending else at
    return Restored("".join((*parts, text[at:])), tuple(unknown))


def label_of(found: re.Match[str]) -> str | None:
    """The label as it was given; empty for an escaped bracket, nothing for a bare one."""
    return found["label"] if found["label"] is None else found["label"].strip().upper()


def in_genitive(form: str, ending: str) -> str:
    """A name with a genitive ending as Swedish has it: ``Annas``, ``Jonas``, ``FE:s``.

    Source: Språkrådet, Svenska skrivregler (2017), on the genitive of names and initialisms.
    """
    if form[-1:].casefold() in ("s", "x", "z"):
        return form
    return f"{form}:s" if _is_initials(form) else f"{form}s"


def _is_initials(form: str) -> bool:
    """Whether a form ends in capitals that are read out letter by letter."""
    return form.isupper() and form.isalpha() and len(form) < 4


def labels_in(text: str) -> tuple[str, ...]:
    """The placeholders of a text in its order, repeated as they are repeated."""
    return tuple(found[0] for found in PLACEHOLDER.finditer(text) if found["label"])
