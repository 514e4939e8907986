"""Headings in their exact wording, and as people shorten them in notes."""

import pytest

from drafter.nouns import Heading
from drafter.text.headings import exact_heading, match_heading

LONG = "Vad har resan gett staden inom följande områden"
HEADINGS = (
    Heading("deltagare", "Deltagare", aliases=("Närvarande",)),
    Heading("bakgrund", "Bakgrund"),
    Heading("omraden", LONG),
    Heading("profilering", "Profilering"),
    Heading("omvarld", "Omvärldsbevakning"),
    Heading("samverkan", "Samverkan"),
    Heading("ovrigt", "Övriga kommentarer och reflektioner", aliases=("Övrigt", "Tankar")),
)

SAME = [
    ("Bakgrund", "bakgrund"),
    ("BAKGRUND", "bakgrund"),
    ("### **Bakgrund:**", "bakgrund"),
    ("- **Samverkan**", "samverkan"),
    ("• Samverkan:", "samverkan"),
    ("2. Bakgrund", "bakgrund"),
    ("2.1 Bakgrund.", "bakgrund"),
    ("IV. Samverkan", "samverkan"),
    ("b) Samverkan", "samverkan"),
    ("  Övriga\u00a0kommentarer  och reflektioner : ", "ovrigt"),
    (f"{LONG}?", "omraden"),
    ("Omva\u0308rlds\u00adbevakning", "omvarld"),
]
SHORTENED = [
    ("bakgr", "bakgrund"),
    ("## bakgr.", "bakgrund"),
    ("omv.bev.", "omvarld"),
    ("Omv. bev:", "omvarld"),
    ("omv bev", "omvarld"),
    ("omvärlds-bevakning", "omvarld"),
    ("övr. kommentarer / tankar", "ovrigt"),
    ("övr komm o refl", "ovrigt"),
    ("kommentarer och reflektioner", "ovrigt"),
    ("tankar:", "ovrigt"),
    ("samverk.", "samverkan"),
    ("profil.", "profilering"),
    ("delt.", "deltagare"),
    ("närvarande", "deltagare"),
    ("vad har resan gett", "omraden"),
    ("Bakgrund/syfte", "bakgrund"),
    ("Bakgrund och syfte", "bakgrund"),
    ("bakgr. till resan", "bakgrund"),
    ("profilering av Sthlm", "profilering"),
]
OTHERS = [
    "",
    "---",
    "**",
    "7.",
    "Bakgrundsljud",
    "Samverkan med Oslo gick bra",
    "Samverkan gick bra.",
    "Samverkan och påverkan diskuterades",
    "Alla deltagare var nöjda",
    "Övriga frågor",
    "Oslo",
    "På plats fanns alla",
    "Vad tyckte ni",
    "Bakgrund " * 400,
]


@pytest.mark.parametrize(("text", "heading"), SAME)
def test_what_is_no_wording_does_not_count(text: str, heading: str) -> None:
    found = exact_heading(text, HEADINGS)
    assert found is not None
    assert found.id == heading


@pytest.mark.parametrize(("text", "heading"), SAME + SHORTENED)
def test_a_heading_in_notes_is_understood(text: str, heading: str) -> None:
    found = match_heading(text, HEADINGS)
    assert found is not None
    assert found.id == heading


@pytest.mark.parametrize("text", [text for text, _ in SHORTENED] + OTHERS)
def test_every_word_counts_in_a_finished_text(text: str) -> None:
    assert exact_heading(text, HEADINGS) is None


@pytest.mark.parametrize("text", OTHERS)
def test_other_lines_are_no_headings(text: str) -> None:
    assert match_heading(text, HEADINGS) is None


def test_what_fits_two_headings_is_neither() -> None:
    headings = (Heading("a", "Förslag till beslut"), Heading("b", "Förslag till åtgärder"))
    assert match_heading("förslag", headings) is None


def test_a_title_beats_a_likeness() -> None:
    headings = (Heading("a", "Beslut och förslag"), Heading("b", "Beslut"))
    assert match_heading("beslut", headings) is headings[1]
