"""A finished text, whoever wrote it, as a draft that can be checked."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from pathlib import Path
from statistics import mode

from drafter.errors import ManuscriptError
from drafter.library.encoding import read_text
from drafter.library.manuscript.attendance import read_attendance
from drafter.library.manuscript.blocks import Block, is_missing, is_prose
from drafter.library.manuscript.front import Front, read_front
from drafter.library.manuscript.markdown import read_markdown
from drafter.library.manuscript.outline import Piece, outline
from drafter.library.manuscript.refusals import textless, unreadable
from drafter.nouns import (
    Draft,
    HeadingKind,
    Markup,
    Notes,
    Participant,
    Quote,
    ReportType,
    Section,
    SectionState,
    Sentence,
    SentenceKind,
)
from drafter.text.citations import Cited, read_cited

_NO_TITLE = Piece(("",), Markup.LABEL)
"""Stands for the heading that the prose before the first heading lacks."""


def read_manuscript(path: Path, report_type: ReportType, notes: Notes | None) -> Draft:
    """The report in a .docx, .md or .txt file, as far as it can be told what is what.

    Every heading begins a section, whether it is a real one or only looks like one; prose before
    the first is a section without a title. A citation becomes a quote of the whole note line.

    Raises:
        ManuscriptError: the file cannot be read, is of another kind, or holds no text.
    """
    front = read_front(outline(_blocks(path), report_type.headings), report_type)
    scribe = _Scribe({line.number: line.text for line in notes.lines} if notes else {})
    shift = _shift(front)
    people: list[Participant] = []
    sections: list[Section] = []
    for title, pieces in _sections(front):
        found, prose = read_attendance(pieces) if _lists_people(title) else ((), pieces)
        people += found
        sections.append(scribe.section(title, prose, shift))
    return Draft(
        report_type=report_type.id,
        title=front.title,
        header=front.values,
        participants=tuple(replace(one, row=row) for row, one in enumerate(people, 1)),
        sections=tuple(sections),
    )


def _blocks(path: Path) -> tuple[Block, ...]:
    match path.suffix.lower():
        case ".docx":
            from drafter.library.manuscript.word import read_word

            blocks = read_word(path)
        case ".md" | ".markdown" | ".txt":
            blocks = read_markdown(read_text(path, ManuscriptError))
        case _:
            raise unreadable(path)
    if not blocks:
        raise textless(path)
    return blocks


def _shift(front: Front) -> int:
    """What to add to the levels of a text so that its title is 1, or else its main headings 2."""
    real = [piece for piece in front.body if piece.level]
    known = [(piece.level, piece.heading.level) for piece in real if piece.heading]
    main = mode(
        [level for level, wanted in known if wanted == 2]
        or [level - wanted + 2 for level, wanted in known]
        or [min((piece.level for piece in real), default=2)]
    )
    return 1 - front.level if 0 < front.level < main else 2 - main


def _sections(front: Front) -> Iterator[tuple[Piece, tuple[Piece, ...]]]:
    """Each heading with the text under it."""
    title, under = _NO_TITLE, [*front.text]
    for piece, following in pairwise((*front.body, _NO_TITLE)):
        listed = _lists_people(title) and _is_in_list(piece, following)
        if piece.markup is None or listed:
            under.append(piece._replace(markup=None))
            continue
        if title is not _NO_TITLE or under:
            yield title, tuple(under)
        title, under = piece, []
    if title is not _NO_TITLE or under:
        yield title, tuple(under)


def _lists_people(title: Piece) -> bool:
    return title.heading is not None and title.heading.kind is HeadingKind.PARTICIPANTS


def _is_in_list(piece: Piece, following: Piece) -> bool:
    """Whether something in bold among participants is one of them, or a label in their list."""
    has_text = following.markup is None and is_prose(following.text) and not following.item
    return piece.heading is None and not piece.level and not has_text


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes the sections of a text; knows the notes, and which ids of sentences are taken."""

    notes: Mapping[int, str]
    numbers: defaultdict[str, Iterator[int]] = field(
        default_factory=lambda: defaultdict(lambda: count(1))
    )

    def section(self, title: Piece, pieces: Sequence[Piece], shift: int) -> Section:
        """A heading and its text, its level moved by ``shift``."""
        heading = title.heading.id if title.heading else ""
        key = heading or _slug(title.text)
        paragraphs = (self._paragraph(key, piece) for piece in pieces)
        return Section(
            heading=heading,
            title=title.text,
            level=max(title.level + shift, 1) if title.level else 0,
            paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
            state=SectionState.FOUND,
            markup=title.markup or Markup.LABEL,
        )

    def _paragraph(self, key: str, piece: Piece) -> tuple[Sentence, ...]:
        """The sentences of a paragraph; none where it only says that something is missing."""
        if is_missing(piece.text):
            return ()
        return tuple(self._sentence(key, cited) for cited in read_cited(piece.text))

    def _sentence(self, key: str, cited: Cited) -> Sentence:
        return Sentence(
            id=f"{key}-{next(self.numbers[key])}",
            text=cited.text,
            quotes=tuple(Quote(line, self.notes.get(line, "")) for line in cited.lines),
            kind=SentenceKind.OWN if cited.own else SentenceKind.FACT,
            rows=cited.rows,
        )


def _slug(title: str) -> str:
    """A heading that the report type lacks as the beginning of ids: ASCII letters and figures."""
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:40].strip("-") or "inledning"
