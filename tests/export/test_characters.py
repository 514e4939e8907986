from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.export.characters import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("två  ord", "två ord", id="ett blanksteg räcker"),
        pytest.param(" en\r\nrad\toch\u2028en ", "en rad och en", id="radbrytningar"),
        pytest.param("no\x00ll\x1b\x7f\x9f", "noll", id="styrtecken"),
        pytest.param("a\ud83d\ufffe!", "a\ufffd!", id="halva tecken"),
        pytest.param("12\u00a0000 kr", "12\u00a0000 kr", id="hårt blanksteg står kvar"),
        pytest.param("Åsa 😀 עברית <&>", "Åsa 😀 עברית <&>", id="allt annat står kvar"),
        pytest.param("\x00 \n", "", id="ingenting"),
    ],
)
def test_a_text_becomes_one_line_that_xml_allows(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(st.characters()))
def test_every_text_survives_xml(text: str) -> None:
    line = one_line(text)
    assert (ElementTree.fromstring(f"<a>{escape(line)}</a>".encode()).text or "") == line
