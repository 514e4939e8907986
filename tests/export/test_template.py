import re

import pytest
from docx.document import Document
from docx.shared import Cm

from drafter.export.archive import unpacked
from tools.build_template import BLUE, GREY, RED, TARGET, YELLOW, build


def test_the_template_is_what_the_tool_makes() -> None:
    assert build() == TARGET.read_bytes()


def test_the_page_is_a4(report: Document) -> None:
    page = report.sections[0]
    assert page.page_width == pytest.approx(Cm(21), abs=Cm(0.01))
    assert page.page_height == pytest.approx(Cm(29.7), abs=Cm(0.01))


def test_the_page_numbers_are_fields(report: Document) -> None:
    footer = report.sections[0].footer.paragraphs[0]
    assert footer.text == "Sida  av "  # python-docx reads no fields
    assert re.findall('w:instr="([A-Z]+)"', footer._p.xml) == ["PAGE", "NUMPAGES"]


def test_the_language_is_swedish() -> None:
    parts = unpacked(TARGET.read_bytes())
    assert b'<w:lang w:val="sv-SE"' in parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="sv-SE"' in parts["word/settings.xml"]


def test_every_style_that_is_named_exists(report: Document) -> None:
    known = {style.style_id for style in report.styles}
    whole = report.element.xml + report.styles.element.xml
    named = set(re.findall(r'w:(?:pStyle|rStyle|basedOn|next) w:val="(\w+)"', whole))
    assert "Heading1" in named
    assert named <= known


@pytest.mark.parametrize(
    ("name", "outline"), [("Heading 1", 0), ("Heading 2", 1), ("Heading 3", 2)]
)
def test_headings_stand_in_the_outline(name: str, outline: int, report: Document) -> None:
    assert f'<w:outlineLvl w:val="{outline}"/>' in report.styles[name].element.xml


@pytest.mark.parametrize("name", ["Title", "Heading 1", "Heading 2", "Heading 3", "Utkastnotering"])
def test_what_heads_a_text_stays_with_it(name: str, report: Document) -> None:
    assert report.styles[name].paragraph_format.keep_with_next


@pytest.mark.parametrize("name", ["Body Text", "List Number", "Ärendehuvud"])
def test_the_text_is_large_enough_and_spaced_by_its_style(name: str, report: Document) -> None:
    style = report.styles[name]
    assert 11 <= style.font.size.pt <= 12
    assert 1.15 <= style.paragraph_format.line_spacing <= 1.3
    assert style.paragraph_format.space_before or style.paragraph_format.space_after


@pytest.mark.parametrize(
    ("text", "ground"), [(BLUE, "FFFFFF"), (GREY, "FFFFFF"), (RED, "FFFFFF"), (BLUE, YELLOW)]
)
def test_every_colour_can_be_read(text: str, ground: str) -> None:
    light, dark = sorted((luminance(ground), luminance(text)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    red, green, blue = (channel(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channel(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
