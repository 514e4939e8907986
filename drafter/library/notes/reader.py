"""The notes as lines that keep their numbers and know where they stand."""

from pathlib import Path

from drafter.errors import NotesError
from drafter.library.encoding import read_text
from drafter.library.notes.counts import settle_counts
from drafter.library.notes.headings import find_headings
from drafter.library.notes.links import continuations, headings_above, parents
from drafter.library.notes.outline import settle_outline
from drafter.library.notes.rows import Row, read_rows
from drafter.nouns import Line, LineKind


def read_notes(path: Path) -> tuple[Line, ...]:
    """The lines of a notes file in Markdown or plain text, in any encoding.

    Raises:
        NotesError: the file is missing, is no text, or says nothing.
    """
    lines = parse_notes(read_text(path, NotesError))
    if not any(char.isalnum() for line in lines for char in line.text):
        hint = "Skriv anteckningarna i filen och försök igen."
        raise NotesError(f"{path.name} innehåller inga anteckningar.", hint, path)
    return lines


def parse_notes(text: str) -> tuple[Line, ...]:
    r"""Every line that says something, with its physical number; blank lines are counted.

    Lines end at ``\n``, ``\r\n`` or ``\r``. Those without a letter or a digit that only draw
    (rules, fences, underlines, empty bullets) are left out and count as blank. A heading's own
    ``heading`` is the one of a higher rank above it. A bullet that is indented under a line of
    plain text has that line as its ``parent``.
    """
    rows = find_headings(settle_counts(settle_outline(read_rows(text))))
    above, wrapped = headings_above(rows), continuations(rows)
    nested = parents(rows, wrapped)
    return tuple(
        Line(
            number=row.number,
            text=row.text,
            kind=_kind(row),
            heading=above[row.number],
            parent=nested.get(row.number, 0),
            continues=wrapped.get(row.number, 0),
            block=row.block,
        )
        for row in rows
    )


def _kind(row: Row) -> LineKind:
    if row.rank:
        return LineKind.HEADING
    return LineKind.BULLET if row.is_item else LineKind.TEXT
