"""Words that may be written in two ways: one way throughout."""

from collections.abc import Iterator

from drafter.text.language.rules import Detect, Document, Remark

_PAIRS = (
    ("i dag", "idag"),
    ("i går", "igår"),
    ("i morgon", "imorgon"),
    ("i stället", "istället"),
    ("i fråga", "ifråga"),
    ("i gång", "igång"),
    ("framför allt", "framförallt"),
    ("över huvud taget", "överhuvudtaget"),
    ("till godo", "tillgodo"),
    ("i kapp", "ikapp"),
    ("i land", "iland"),
    ("mejl", "mail"),
    ("webbplats", "hemsida"),
)
"""The recommended form first (Myndigheternas skrivregler, chapter 10; Isof)."""


def mixed(limit: int, exceptions: frozenset[str]) -> Detect:
    """The less recommended form of a word, where the text has the other one too."""

    def detect(document: Document) -> Iterator[Remark]:
        whole = f" {' '.join(word.text for one in document.passages for word in one.words)} "
        for wanted, other in _PAIRS:
            if f" {wanted} " in whole and f" {other} " in whole:
                yield from _places(document, wanted, other)

    return detect


def _places(document: Document, wanted: str, other: str) -> Iterator[Remark]:
    for number, passage in enumerate(document.passages):
        for word in passage.words:
            if word.text == other:
                fix = wanted[0].upper() + wanted[1:] if word.written[0].isupper() else wanted
                yield Remark(number, word.start, word.end, fix)
