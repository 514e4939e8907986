from dataclasses import replace
from pathlib import Path

import pytest

from drafter.export.markdown import markdown_document
from drafter.library.manuscript import read_manuscript
from drafter.nouns import (
    Participant,
    Quote,
    Review,
    Section,
    SectionState,
    Sentence,
    SentenceKind,
    Status,
)
from tests.build import draft_of, section_of, sentence_of, small_type


def document(*sections: Section, **changes: object) -> str:
    review = Review(replace(draft_of(*sections), **changes))
    return markdown_document(review, small_type())


def test_each_sentence_is_followed_by_its_lines() -> None:
    first = sentence_of("Staden bjöds in.", {4: "inbjuden", 5: "i maj"})
    own = Sentence("bakgrund-2", "Det var bra.", kind=SentenceKind.OWN)
    row = Sentence("bakgrund-3", "Anna Ek ledde mötet.", (Quote(7, "ledde"),), rows=(1,))
    text = document(section_of("bakgrund", "Bakgrund", first, own, row))
    assert "Staden bjöds in. [4, 5] Det var bra. [egen] Anna Ek ledde mötet. [7, D1]" in text


@pytest.mark.parametrize("mark", ["[12, 14]", "[egen]", "[D3]"])
def test_brackets_in_a_text_are_no_citations(mark: str, tmp_path: Path) -> None:
    said = f"Se raderna {mark} ovan."
    text = document(section_of("bakgrund", "Bakgrund", sentence_of(said, {4: "se"})))
    path = tmp_path / "rapport.md"
    path.write_text(text, encoding="utf-8")
    (read,) = read_manuscript(path, small_type(), None).sentences()
    assert (read.text, read.lines, read.kind) == (said, (4,), SentenceKind.FACT)


MARKUP = [
    "# ett",
    "- två",
    "> tre",
    "1. fyra",
    "sju *åtta* <b>nio</b> `tio`",
    "--- x",
]


@pytest.mark.parametrize("said", MARKUP)
def test_a_text_is_read_back_as_it_stands_whatever_it_looks_like(said: str, tmp_path: Path) -> None:
    text = document(section_of("bakgrund", "Bakgrund", sentence_of(said, {4: "se"})))
    path = tmp_path / "rapport.md"
    path.write_text(text, encoding="utf-8")
    (read,) = read_manuscript(path, small_type(), None).sentences()
    assert (read.text, read.lines) == (said, (4,))


def test_headings_have_their_levels() -> None:
    text = document(section_of("beslut", "Beslut", sentence_of("Ja.", {1: "ja"}), level=3))
    assert "\n### Beslut\n" in text
    assert text.startswith("> UTKAST\n")
    assert "\n# Liten rapport\n" in text


def test_participants_are_numbered() -> None:
    people = (Participant(1, "Anna Ek", "ordförande", party="S"), Participant(3, "Bo Alm"))
    text = document(Section("deltagare", "Deltagare", 2), participants=people)
    assert "1. Anna Ek, ordförande (S)\n2. Bo Alm\n" in text


def test_missing_participants_are_said() -> None:
    text = document(Section("deltagare", "Deltagare", 2), participants=())
    assert "[uppgift saknas: Deltagare]" in text


def test_a_section_tells_how_it_came_about() -> None:
    sentence = sentence_of("Staden bjöds in.", {4: "inbjuden"})
    failed = replace(
        section_of("bakgrund", "Bakgrund", sentence),
        state=SectionState.FALLBACK,
        reason="Svaret är tomt.",
    )
    assert "> Ej språkbearbetad" in document(failed)
    assert "Svaret är tomt." in document(failed)


def test_an_approved_report_carries_no_draft_mark() -> None:
    review = Review(draft_of(), status=Status.APPROVED)
    assert "UTKAST" not in markdown_document(review, small_type())
