"""Headings as people really set them: real ones, bold ones, and lines that are only worded so."""

import pytest

from drafter.library.manuscript.markdown import read_markdown
from drafter.library.manuscript.outline import outline
from drafter.nouns import Heading, HeadingKind

LONG = "Vad har resan gett staden inom följande områden"
HEADINGS = (
    Heading("deltagare", "Deltagare", kind=HeadingKind.PARTICIPANTS),
    Heading("bakgrund", "Bakgrund"),
    Heading("omraden", LONG, kind=HeadingKind.GROUP),
    Heading("profilering", "Profilering", level=3),
    Heading("samverkan", "Samverkan", level=3),
    Heading("ovrigt", "Övriga reflektioner", aliases=("Övrigt",)),
)


def found(markdown: str) -> list[str]:
    """``id:markup`` for a heading, ``?:markup`` for an unknown one, and text as it is."""
    pieces = outline(read_markdown(markdown), HEADINGS)
    return [
        f"{piece.heading.id if piece.heading else '?'}:{piece.markup.value}"
        if piece.markup
        else piece.text
        for piece in pieces
    ]


KNOWN = [
    ("## Bakgrund\nText.", ["bakgrund:rubrik", "Text."]),
    ("### **Bakgrund:**", ["bakgrund:rubrik"]),
    ("Bakgrund\n========", ["bakgrund:rubrik"]),
    ("**Bakgrund:**\n\nText.", ["bakgrund:fetstil", "Text."]),
    ("**Bakgrund**:\nText.", ["bakgrund:fetstil", "Text."]),
    ("- **Samverkan**\n\nText.", ["samverkan:fetstil", "Text."]),
    ("1. **Bakgrund**", ["bakgrund:fetstil"]),
    (f"**{LONG}:****Profilering:**", ["omraden:fetstil", "profilering:fetstil"]),
    (f"**{LONG}: Profilering:**\nText.", ["omraden:fetstil", "profilering:fetstil", "Text."]),
    (f"### {LONG}: Profilering", ["omraden:rubrik", "profilering:rubrik"]),
    ("**Vad har resan gett staden\ninom följande områden:**", ["omraden:fetstil"]),
    ("**Bakgrund:** Staden bjöds in.", ["bakgrund:fetstil", "Staden bjöds in."]),
    ("**Bakgrund** – Staden bjöds in.", ["bakgrund:fetstil", "Staden bjöds in."]),
    ("**Bakgrund** Staden bjöds in.", ["bakgrund:fetstil", "Staden bjöds in."]),
    ("Bakgrund:\nText.", ["bakgrund:rad", "Text."]),
    ("Text.\nBakgrund\nMer.", ["Text.", "bakgrund:rad", "Mer."]),
    ("BAKGRUND\n\nText.", ["bakgrund:rad", "Text."]),
    ("2. Bakgrund\n\nText.", ["bakgrund:rad", "Text."]),
    ("<u>Bakgrund</u>\n\nText.", ["bakgrund:rad", "Text."]),
    ("Bakgrund: Staden bjöds in.", ["bakgrund:rad", "Staden bjöds in."]),
    ("Vad har resan gett staden\ninom följande områden", ["omraden:rad"]),
    ("| Bakgrund | Staden bjöds in. |", ["bakgrund:rad", "Staden bjöds in."]),
]
UNKNOWN = [
    ("## Kostnader\nText.", ["?:rubrik", "Text."]),
    ("Text.\n\n**Kostnader:**\n\nMer.", ["Text.", "?:fetstil", "Mer."]),
    ("KOSTNADER\n\nText.", ["?:rad", "Text."]),
    ("<u>Kostnader</u>\n\nText.", ["?:rad", "Text."]),
    ("Övrigt:\n\nText.", ["?:rad", "Text."]),
    ("- **Kostnader**\n\nText.", ["?:fetstil", "Text."]),
]
TEXT = [
    "**Samverkan** med Oslo gick bra.",
    "Samverkan med Oslo gick bra.",
    "Staden fick i uppdrag att stärka samverkan.",
    "samverkan",
    "Samverkan: se bilagan.",
    "Bakgrundsljud",
    "**Det här är en hel mening i fetstil.**",
    "**Sist i texten**",
    "<u>https://exempel.se</u>",
    "SKL",
]
LISTS = [
    ("- Profilering\n- Samverkan", ["Profilering", "Samverkan"]),
    ("- **Avgift**\n- **Resa**", ["Avgift", "Resa"]),
    ("| **Post** | **Summa** |", ["Post", "Summa"]),
]


@pytest.mark.parametrize(("markdown", "expected"), KNOWN)
def test_a_heading_of_the_type_is_found(markdown: str, expected: list[str]) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(("markdown", "expected"), UNKNOWN)
def test_what_stands_as_a_heading_is_one(markdown: str, expected: list[str]) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize("text", TEXT)
def test_other_lines_are_text(text: str) -> None:
    assert [piece.markup for piece in outline(read_markdown(text), HEADINGS)] == [None]


@pytest.mark.parametrize(("markdown", "expected"), LISTS)
def test_words_in_lists_and_tables_are_text(markdown: str, expected: list[str]) -> None:
    assert found(f"{markdown}\n\nText.") == [*expected, "Text."]


def test_a_plain_line_is_no_heading_where_a_marked_one_stands() -> None:
    assert found("Bakgrund\n\n## Bakgrund\n\nText.") == ["Bakgrund", "bakgrund:rubrik", "Text."]


def test_two_marked_headings_are_both_found() -> None:
    assert found("## Bakgrund\n**Bakgrund**") == ["bakgrund:rubrik", "bakgrund:fetstil"]


def test_titles_stand_without_their_colon_and_marks() -> None:
    pieces = outline(read_markdown("### **Bakgrund:**\n\n- **Samverkan** :"), HEADINGS)
    assert [piece.text for piece in pieces] == ["Bakgrund", "Samverkan"]
