"""Tell where in its file everything that was remarked on stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.library.manuscript.source import Edit
from drafter.nouns import Draft, Finding, Place, Review, Sentence
from drafter.steps.mend import Mending
from drafter.text.alignment import Spots, align, spans


@dataclass(frozen=True, slots=True)
class Places:
    """Where the headings and sentences of a draft stand in the rows of the file it was read from.

    ``unit`` tells what a row is: a line (``rad``) or a paragraph (``stycke``).
    """

    rows: tuple[str, ...]
    unit: str
    sentences: Mapping[str, Spots]
    headings: Mapping[str, Spots]

    def stretch(self, finding: Finding) -> tuple[int, int, int] | None:
        """The row of a finding's words, and its first character and that after the last.

        Nothing where they do not stand together on one row.
        """
        spots = self.sentences.get(finding.sentence) or self.headings.get(finding.section)
        return spans(spots, *finding.span) if spots and finding.span else None

    def doubled(self, draft: Draft) -> Iterator[tuple[Sentence, int]]:
        """Each space of a sentence that is more than one in the file."""
        for sentence in draft.sentences():
            for at, spot in enumerate(self.sentences[sentence.id]):
                if sentence.text[at] == " " and spot and spot.width > 1:
                    gap = self.rows[spot.row][spot.column : spot.end]
                    if not gap.strip():
                        yield sentence, at


def places_of(draft: Draft, rows: Sequence[str], unit: str) -> Places:
    """Where everything in a draft stands, as far as it can be told."""
    texts, keys = [draft.title], [("", draft.title)]
    for section in draft.sections:
        texts.append(section.title)
        keys.append(("", section.title))
        for sentence in section.sentences():
            texts.append(sentence.text)
            keys.append((sentence.id, ""))
    found = list(zip(keys, align(texts, rows), strict=True))
    return Places(
        tuple(rows),
        unit,
        {sentence: spots for (sentence, _), spots in found if sentence},
        {title: spots for (sentence, title), spots in reversed(found) if not sentence},
    )


def placed(review: Review, places: Places) -> Review:
    """The review with a place on every finding that has one."""
    findings = tuple(replace(one, place=_place(one, places)) for one in review.findings)
    return replace(review, findings=findings)


def edits_of(mendings: Iterable[Mending], places: Places) -> Iterator[Edit]:
    """What the mending of sentences changes in their file; words parted by a line break stay."""
    for mending in mendings:
        for finding in mending.done:
            if stretch := places.stretch(finding):
                yield Edit(*stretch, finding.fix or "")


def _place(finding: Finding, places: Places) -> Place | None:
    """Where a finding stands: its words, or where its sentence or heading begins."""
    if stretch := places.stretch(finding):
        row, start, end = stretch
        return Place(places.unit, row + 1, start + 1, end + 1)
    spots = places.sentences.get(finding.sentence) or places.headings.get(finding.section, ())
    known = [spot for spot in spots[_first(finding) :] if spot]
    if not known:
        return None
    first = known[0]
    end = max(spot.end for spot in known if spot.row == first.row)
    return Place(places.unit, first.row + 1, first.column + 1, end + 1)


def _first(finding: Finding) -> int:
    return finding.span[0] if finding.span else 0
