"""The report folder that faults befall, and a server that fails one section of it."""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from drafter.cli import main
from drafter.library.folder import ReportFolder
from drafter.nouns import Section, SectionState
from tests.endpoint import Answer, Request, ok
from tests.faults.table import Deed
from tests.folders import HEADER, TYPE, quoting, report_folder

TITLE = "Omvärldsbevakning"
"""The section that fails."""

NOTES = f"""\
## Bakgrund
- Staden bjöds in av Bergens kommun i mars
- Freja Ek ledde delegationen

## {TITLE}
- Bergen har byggt spårväg i etapper
- Anna Ek besökte verkstaden i Bergen

## Samverkan
- Anna Ek föreslog ett nytt möte i Malmö
"""
PEOPLE = "namn;roll\nAnna Ek;ordförande\nFreja Ek;ledamot\n"
SETTINGS = TYPE + HEADER.replace("[huvud]", '[huvud]\ndnr = "803-1966/2026"')
WRITTEN = ("Bakgrund", TITLE, "Samverkan")


def fault_folder(parent: Path, notes: str = NOTES) -> Path:
    return report_folder(parent, notes, PEOPLE, SETTINGS)


def draft(folder: Path, *options: str) -> int:
    return main(["draft", str(folder), "--skriv-over", *options])


def sections_of(folder: Path) -> dict[str, Section]:
    """The saved draft's sections that the notes say something of, by title."""
    review = ReportFolder.of(folder).load()
    unsaid = (SectionState.FRAME, SectionState.SILENT)
    return {one.title: one for one in review.draft.sections if one.state not in unsaid}


def texts_of(folder: Path) -> dict[str, list[str]]:
    """What the saved draft's sections say."""
    return {
        title: [sentence.text for sentence in section.sentences()]
        for title, section in sections_of(folder).items()
    }


def about(request: Request) -> str:
    """The section that a question is about."""
    asked: str = request.json["messages"][1]["content"]
    return next(title for title in WRITTEN if f"”{title}”" in asked)


def answered_well(request: Request) -> Answer:
    """A good model: it quotes what it is sent, and mends one sentence with one."""
    records = [json.loads(line) for line in _material(request).split("\n")]
    if "mening" not in records[0]:
        return quoting(request)
    wrong = set(records[0]["mening"].split())
    lines = [one for one in records if "rad" in one]
    line = max(lines, key=lambda one: len(wrong.intersection(one["text"].split())))
    quote = {"rad": line["rad"], "text": line["text"]}
    mended = {"citat": [quote], "text": f"{line['text']}.", "typ": "fakta", "stycke": 1}
    return ok(json.dumps({"meningar": [mended], "utelamnade": []}))


def lines_in(request: Request) -> set[str]:
    """The note lines that a question is about."""
    records = (json.loads(line) for line in _material(request).split("\n"))
    return {one["text"] for one in records if "rad" in one}


def _material(request: Request) -> str:
    text: str = request.json["messages"][2]["content"]
    return text.partition("\n\n")[0]


class OneFails:
    """A model that answers well, but for one section, where it does what it is told to do."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._deeds = list(deeds)
        self.asked: dict[str, list[Request]] = defaultdict(list)

    def __call__(self, request: Request) -> Answer:
        title = about(request)
        self.asked[title].append(request)
        if title != TITLE:
            return answered_well(request)
        deed = self._deeds.pop(0) if len(self._deeds) > 1 else self._deeds[0]
        done = deed(request) if callable(deed) else deed
        return done or answered_well(request)
