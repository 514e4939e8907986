"""The paragraphs of a Word document as they stand, and the document with some words replaced."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from drafter.library.manuscript.edits import Edit, by_row, replaced
from drafter.library.manuscript.word import (
    TEXT,
    Paragraph,
    WordFile,
    characters_of,
    open_word,
    runs_of,
)
from drafter.library.manuscript.word_styles import WORD, Element

_HYPHEN = f"{WORD}noBreakHyphen"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Written(Protocol):
    """As much of an XML element as a writer needs."""

    text: str | None

    def set(self, key: str, value: str, /) -> None:
        """Give it an attribute."""

    def getparent(self) -> "_Written":
        """The element that it stands in."""

    def remove(self, child: "_Written", /) -> None:
        """Take a child away."""


class _Part(NamedTuple):
    """An element that makes characters of a paragraph, and which of them."""

    element: Element
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_text(self) -> bool:
        return self.element.tag == TEXT

    def within(self, edit: Edit) -> bool:
        """Whether some of it lies in the stretch that is replaced."""
        return self.start < edit.end and edit.start < self.end

    def touches(self, edit: Edit) -> bool:
        """Whether it lies in that stretch or beside it."""
        return self.start <= edit.end and edit.start <= self.end


def word_rows(path: Path, data: bytes) -> tuple[str, ...]:
    """The paragraphs of a .docx file that ``read_word`` reads, with white space as it stands.

    A tab is a tab there and a line break a line feed; letters are written as in the file.

    Raises:
        ManuscriptError: the file is no Word document, or it is locked or damaged.
    """
    return tuple(_text(parts) for parts in _rows(open_word(path, data)))


def rewritten_word(path: Path, data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with some stretches of its rows replaced.

    What is new is written in the run where its stretch begins, and the rest of the stretch is cut
    from the runs after it. Tabs and breaks stay where they are.

    Raises:
        ManuscriptError: the file is no Word document, or it is locked or damaged.
        ValueError: the edits overlap, or lie where there is no text.
    """
    file = open_word(path, data)
    rows = list(_rows(file))
    for row, made in by_row(edits, [_text(parts) for parts in rows]).items():
        _rewrite(rows[row], made)
    return file.packed()


def _rows(file: WordFile) -> Iterator[tuple[_Part, ...]]:
    """The parts of each paragraph that has any text."""
    for paragraph in file.paragraphs:
        parts = tuple(_parts(paragraph))
        if any(char.isprintable() and not char.isspace() for char in _text(parts)):
            yield parts


def _parts(paragraph: Paragraph) -> Iterator[_Part]:
    start = 0
    for run in runs_of(paragraph.element):
        for element, text in characters_of(run):
            yield _Part(element, text, start)
            start += len(text)


def _text(parts: Iterable[_Part]) -> str:
    return "".join(part.text for part in parts)


def _rewrite(parts: Sequence[_Part], edits: Sequence[Edit]) -> None:
    places = [(edit, _place(parts, edit)) for edit in edits]
    for part in parts:
        if part.is_text:
            own = [_cut(part, edit, new=part is place) for edit, place in places]
            _write(part, [edit for edit in own if edit])
        elif part.element.tag == _HYPHEN and any(part.within(edit) for edit in edits):
            hyphen = cast(_Written, part.element)
            hyphen.getparent().remove(hyphen)


def _place(parts: Sequence[_Part], edit: Edit) -> _Part:
    """The part that a new text is written in: where its stretch begins, or else beside it."""
    beside = [part for part in parts if part.is_text and part.touches(edit)]
    if not beside:
        raise ValueError(f"no text to write in: {edit}")
    return next((part for part in beside if part.within(edit)), beside[0])


def _cut(part: _Part, edit: Edit, *, new: bool) -> Edit | None:
    """What an edit does to one part of its row."""
    if not new and not part.within(edit):
        return None
    start = min(max(edit.start, part.start), part.end) - part.start
    end = max(min(edit.end, part.end), part.start) - part.start
    return Edit(edit.row, start, end, edit.text if new else "")


def _write(part: _Part, edits: Sequence[Edit]) -> None:
    text = replaced(part.text, edits)
    if text != part.text:
        element = cast(_Written, part.element)
        element.text = text
        if text != text.strip():
            element.set(_SPACE, "preserve")
