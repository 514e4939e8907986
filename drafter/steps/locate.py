"""Find the note lines of a text that cites none: somebody else's report, held to the notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.nouns import (
    Draft,
    HeadingKind,
    Line,
    Notes,
    Quote,
    ReportType,
    Section,
    Sentence,
    SentenceKind,
)
from drafter.text.facts import Facts, Reader
from drafter.text.lookup import Index, find, index_of

_FEW = 2
"""A sentence that names participants and says no more than this many words tells who took part."""


def locate(draft: Draft, notes: Notes, report_type: ReportType, reader: Reader) -> Draft:
    """The draft with the lines that each sentence is about, where there are any.

    A person's own word, a heading's standard sentence and what stands under the headings that
    code fills are left as they are.
    """
    framed = {one.id for one in report_type.headings if one.kind is not HeadingKind.TEXT}
    standard = frozenset(heading.empty for heading in report_type.written)
    desk = _Desk.of(draft, notes, reader, standard)
    sections = tuple(
        section if section.heading in framed else desk.section(section)
        for section in draft.sections
    )
    return replace(draft, sections=sections, looked_up=True)


@dataclass(frozen=True, slots=True)
class _Desk:
    """The notes by what they say; a wrapped line is found together with what it continues."""

    notes: Notes
    reader: Reader
    standard: frozenset[str]
    items: tuple[tuple[Line, ...], ...]
    index: Index

    @classmethod
    def of(cls, draft: Draft, notes: Notes, reader: Reader, standard: frozenset[str]) -> "_Desk":
        items = tuple(notes.items())
        texts = [reader.line(" ".join(line.text for line in item)) for item in items]
        index = index_of(texts, _frame(draft, notes, reader))
        return cls(notes, reader, standard, items, index)

    def section(self, section: Section) -> Section:
        paragraphs = tuple(tuple(map(self.sentence, one)) for one in section.paragraphs)
        return replace(section, paragraphs=paragraphs)

    def sentence(self, sentence: Sentence) -> Sentence:
        if sentence.kind is SentenceKind.OWN or sentence.text in self.standard:
            return sentence
        facts = self.reader.sentence(sentence.text)
        lines = [line for place in find(facts, self.index) for line in self.items[place]]
        quotes = tuple(Quote(line.number, line.text) for line in lines)
        rows = () if quotes else tuple(self._rows(sentence.text, facts))
        return replace(sentence, quotes=quotes, rows=rows)

    def _rows(self, text: str, facts: Facts) -> Iterator[int]:
        """The participants that a sentence only lists."""
        named = [one for one in self.notes.participants if one.name and one.name in text]
        names = {word for one in named for word in one.entry.lower().replace(",", "").split()}
        words = [word.text for clause in facts.clauses for word in clause.content]
        if sum(word not in names for word in words) <= _FEW:
            yield from (one.row for one in named)


def _frame(draft: Draft, notes: Notes, reader: Reader) -> Iterator[Facts]:
    """What any sentence may say without a line: the header, the title and the participants."""
    yield from (reader.line(value.value) for value in draft.header)
    yield reader.line(draft.title)
    yield from (reader.line(person.entry) for person in notes.participants)
