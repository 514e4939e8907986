"""Title and header block of finished texts, with the sections after them left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.manuscript.front import Front, read_front
from drafter.library.manuscript.markdown import read_markdown
from drafter.library.manuscript.outline import outline
from drafter.nouns import Field, Heading, ReportType

CUE = r"(?i:diarienummer)\s*:?\s*(?P<varde>\S+)"
TYPE = ReportType(
    id="resa",
    name="Resa",
    title="Reserapport {evenemang}, {period}",
    fields=(
        Field("handlaggare", "Handläggare", display="Handläggare: {varde}"),
        Field("datum", "Datum", display="Datum: {varde}"),
        Field("mote", "IB nr", display="IB nr {varde}"),
        Field("punkt", "Dagordningspunkt/bilaga", display="Dagordningspunkt/bilaga {varde}"),
        Field("dnr", "Dnr", display="Dnr. {varde}", cues=(CUE,)),
    ),
    headings=(Heading("bakgrund", "Bakgrund"), Heading("slut", "Slutsats")),
)
BODY = "\n\n## Bakgrund\n\nStaden bjöds in till mötet."


def front(markdown: str) -> Front:
    return read_front(outline(read_markdown(markdown), TYPE.headings), TYPE)


def values(markdown: str) -> dict[str, str]:
    return {one.field: one.value for one in front(markdown).values if one.value}


TITLES = [
    (
        "Handläggare: [uppgift saknas: Handläggare]\n\n# Reserapport [uppgift saknas: Evenemang]",
        "Reserapport [uppgift saknas: Evenemang]",
    ),
    ("# Reserapport Oslo 2020", "Reserapport Oslo 2020"),
    ("## **Reserapport Oslo 2020.**", "Reserapport Oslo 2020."),
    ("Stockholms stad\n\n**Reserapport Oslo 2020**", "Reserapport Oslo 2020"),
    ("RESERAPPORT OSLO 2020", "RESERAPPORT OSLO 2020"),
    ("# Stockholms stad\n\n## Reserapport: Oslo", "Reserapport: Oslo"),
    ("Reserapport Oslo\nDnr 1-2/2020", "Reserapport Oslo"),
    ("**Reserapport Nordiskt möte, den 2–3 mars\n2020 i Oslo**", None),
    ("# Resan till Oslo", "Resan till Oslo"),
    ("**Resan till Oslo**", "Resan till Oslo"),
    ("UTKAST\n\n# Resan till Oslo", "Resan till Oslo"),
    ("Reserapporten gäller Oslo", ""),
    ("Stockholms stad", ""),
    ("[uppgift saknas: Titel]", ""),
]
HEADERS = [
    ("Handläggare: Anna Ek", {"handlaggare": "Anna Ek"}),
    ("**Dnr. 12-345/2020**", {"dnr": "12-345/2020"}),
    ("Dnr 12-345/2020", {"dnr": "12-345/2020"}),
    ("Diarienummer: 12-345/2020", {"dnr": "12-345/2020"}),
    ("**IB nr 3/2020 den 2 mars**", {"mote": "3/2020 den 2 mars"}),
    ("IB-nr: 3/2020 den 2 mars", {"mote": "3/2020 den 2 mars"}),
    ("Dagordningspunkt: 7.1", {"punkt": "7.1"}),
    ("Handläggare\nAnna Ek", {"handlaggare": "Anna Ek"}),
    ("| **Handläggare** | Anna Ek |\n| Datum: | 2020-03-04 |", None),
    ("Handläggare: Anna Ek    Datum: 2020-03-04", None),
    ("- Handläggare: Anna Ek\n- Datum: 2020-03-04", None),
    ("## Handläggare: Anna Ek\n## Datum: 2020-03-04", None),
    ("Datum: [uppgift saknas: Datum]\nDnr: 1-2/2020", {"dnr": "1-2/2020"}),
    ("Datum:\nDnr: 1-2/2020", {"dnr": "1-2/2020"}),
    ("Datum för resan var i maj", {}),
    ("Datum: 2020-03-04\n\nDatum: 2020-05-06", {"datum": "2020-03-04"}),
]


@pytest.mark.parametrize(("markdown", "title"), TITLES)
def test_the_title_is_found(markdown: str, title: str | None) -> None:
    whole = "Reserapport Nordiskt möte, den 2–3 mars 2020 i Oslo"
    assert front(markdown + BODY).title == (whole if title is None else title)


@pytest.mark.parametrize(("markdown", "expected"), HEADERS)
def test_header_values_are_found(markdown: str, expected: dict[str, str] | None) -> None:
    both = {"handlaggare": "Anna Ek", "datum": "2020-03-04"}
    assert values(markdown + BODY) == (both if expected is None else expected)


def test_header_lines_may_follow_the_title() -> None:
    assert values("# Reserapport Oslo\n\nDnr 1-2/2020" + BODY) == {"dnr": "1-2/2020"}


def test_every_header_field_has_a_value_be_it_empty() -> None:
    assert [one.field for one in front(BODY).values] == [field.id for field in TYPE.fields]


def test_what_stands_in_the_body_is_no_header() -> None:
    assert values(BODY + "\n\nDnr 1-2/2020") == {}


def test_prose_before_the_first_section_is_kept() -> None:
    text = "# Reserapport Oslo\n\nStadshuset\n\nRapporten gäller en resa i mars."
    assert [piece.text for piece in front(text + BODY).text] == ["Rapporten gäller en resa i mars."]


def test_a_first_heading_with_text_under_it_is_no_title() -> None:
    found = front("## Kostnader\n\nResan kostade inte så mycket." + BODY)
    assert found.title == ""
    assert found.body[0].text == "Kostnader"


def test_a_bold_line_with_text_under_it_begins_a_section() -> None:
    found = front("# Reserapport Oslo\n\n**Syfte**\n\nResan hade ett gott syfte." + BODY)
    assert found.body[0].text == "Syfte"


def test_a_text_without_sections_is_all_text() -> None:
    found = front("# Reserapport Oslo\n\nDnr 1-2/2020\n\nKort text")
    assert [piece.text for piece in found.text] == ["Kort text"]
    assert found.body == ()


LINES = ["# A", "**B**", "Dnr: 1", "Bakgrund", "## Slutsats", "Datum", "- c", "| d |", "UTKAST"]


@given(st.lists(st.sampled_from([*LINES, "", "Det här är en hel mening."]), max_size=12))
def test_nothing_is_read_twice(lines: list[str]) -> None:
    found = front("\n".join(lines))
    texts = [piece.text for piece in (*found.text, *found.body)]
    assert sum(map(len, texts)) <= len("\n".join(lines))
