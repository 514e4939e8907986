"""The data files as cases."""

import tomllib
from pathlib import Path
from typing import Any

from benchmarks.grounding.nouns import Case, Item, Part
from benchmarks.grounding.written import all_written, quotes
from drafter.library.notes.reader import parse_notes
from drafter.library.participants.reader import parse_participants
from drafter.nouns import Field, HeaderValue, Notes, ReportType, Sentence, SentenceKind

FOLDER = Path(__file__).with_name("data")

TYPES = {
    "reserapport": "Reserapport",
    "konferensrapport": "Konferensrapport",
    "motesanteckningar": "Mötesanteckningar",
    "protokoll": "Sammanträdesprotokoll",
    "tjansteutlatande": "Tjänsteutlåtande",
}


def load(part: Part) -> tuple[Case, ...]:
    """All cases of a part, in the order of their file names.

    Raises:
        ValueError: a sentence cites a line that the notes lack, or a patch does not fit.
    """
    return tuple(_case(path) for path in sorted((FOLDER / part.value).glob("*.toml")))


def _case(path: Path) -> Case:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    people = parse_participants(data["deltagare"])
    notes = Notes(parse_notes(data["anteckningar"]), people, f"{path.stem}.md")
    header = tuple(HeaderValue(field, value) for field, value in data["huvud"].items())
    return Case(
        id=path.stem,
        report_type=_report_type(data["typ"], header),
        notes=notes,
        header=header,
        people=tuple(data["personer"]),
        towns=tuple(data["orter"]),
        items=tuple(
            _item(notes, f"{path.stem}-{number:02}", entry)
            for number, entry in enumerate(data["mening"], start=1)
        ),
    )


def _report_type(name: str, header: tuple[HeaderValue, ...]) -> ReportType:
    """A type with what grounding may lean on, its name and its header, but no headings."""
    fields = tuple(Field(id=value.field, label=value.field.capitalize()) for value in header)
    return ReportType(id=name, name=TYPES[name], title=TYPES[name], fields=fields, headings=())


def _item(notes: Notes, item_id: str, entry: dict[str, Any]) -> Item:
    sentence = Sentence(
        id=item_id,
        text=entry["text"],
        quotes=quotes(notes, entry["rader"], entry.get("citat", [])),
        kind=SentenceKind(entry.get("slag", "fakta")),
        rows=tuple(entry.get("deltagarrader", [])),
    )
    return Item(
        id=item_id,
        sentence=sentence,
        hard=entry.get("svar", False),
        written=tuple(all_written(notes, sentence, entry.get("fel", {}))),
    )
