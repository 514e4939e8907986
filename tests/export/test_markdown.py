from dataclasses import replace

from drafter.export.markdown import markdown_document
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
