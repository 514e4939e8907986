"""Markdown and plain text as paragraphs, however they are laid out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.manuscript.blocks import Block
from drafter.library.manuscript.markdown import read_markdown
from drafter.text.citations import unshielded


def texts(markdown: str) -> list[str]:
    return [" / ".join(line.text for line in block.lines) for block in read_markdown(markdown)]


def only(markdown: str) -> Block:
    (block,) = read_markdown(markdown)
    return block


PARAGRAPHS = [
    ("Ett\n\nTvå\nTre", ["Ett", "Två / Tre"]),
    ("Rad ett  \nRad två\\\nRad tre", ["Rad ett / Rad två / Rad tre"]),
    ("- a\n- b\n  c\n\n  d", ["a", "b / c", "d"]),
    ("1. Anna\n2) Bo\n(3) Cia\n• Dag\n– Eva", ["Anna", "Bo", "Cia", "Dag", "Eva"]),
    ("Mötet hölls den\n3. maj i Oslo", ["Mötet hölls den / 3. maj i Oslo"]),
    ("Alla kom\n– även Bo – till mötet", ["Alla kom / – även Bo – till mötet"]),
    ("Med var:\n– Bo", ["Med var:", "Bo"]),
    ("Text\n***\n- - -\n____\nMer", ["Text", "Mer"]),
    ("> Sagt\n> av Bo\nMer", ["Sagt / av Bo", "Mer"]),
    ("> **UTKAST – granskat**\n>\n> Texten är maskinskriven.\n\nMer", ["Mer"]),
    ("> Ej språkbearbetad: ord.\n\nMer", ["Mer"]),
    ("```\n# inte rubrik\n```\nMer", ["# inte rubrik", "Mer"]),
    (
        "```\n# Rubrik efter ett stängsel som inget stänger",
        ["Rubrik efter ett stängsel som inget stänger"],
    ),
    ("Före <!-- Dolt\n\nännu -->efter", ["Före efter"]),
    ("Före <!-- öppet", ["Före <!-- öppet"]),
    ("Text[^1] här\n\n[^1]: Fotnot", ["Text här"]),
    ("| Namn | Roll |\n|:--|---|\n| Anna | **ordf.** |", ["Namn", "Roll", "Anna", "ordf."]),
    ("+---+\n| a \\| b |\n+===+", ["a | b"]),
    ("", []),
    (" \n\t\n", []),
]
INLINE = [
    ("*a* _b_ **c** __d__ `e` ~f~", "a b c d e ~f~"),
    ("5 * 3 och snake_case_namn och 2 ** 3 **", "5 * 3 och snake_case_namn och 2 3"),
    (r"\[4\] \* \# &amp; &nbsp;x", "[4] * # & x"),
    ("[länk](https://x.se) ![bild](b.png) <https://y.se> <a@b.se>", "länk https://y.se a@b.se"),
    ("<p>Ett <b>två</b><span> tre</span>", "Ett två tre"),
    ("😀 Text 🎉 [4]", "😀 Text 🎉 [4]"),
]
LEVELS = [
    ("# Rubrik", 1),
    ("### **Rubrik:** ###", 3),
    ("##Rubrik", 2),
    ("- ## Rubrik", 2),
    ("Rubrik\n======", 1),
    ("Rubrik\n---", 2),
    ("#hashtag", 0),
    ("#1 på listan", 0),
    ("Alla kom.\n---", 0),
    ("Två\nrader\n---", 0),
]


@pytest.mark.parametrize(("markdown", "expected"), PARAGRAPHS)
def test_lines_become_paragraphs(markdown: str, expected: list[str]) -> None:
    assert texts(markdown) == expected


@pytest.mark.parametrize(("markdown", "expected"), INLINE)
def test_markup_is_no_text(markdown: str, expected: str) -> None:
    assert unshielded(only(markdown).text) == expected


@pytest.mark.parametrize(("markdown", "level"), LEVELS)
def test_headings_have_their_level(markdown: str, level: int) -> None:
    assert only(markdown).level == level


@pytest.mark.parametrize("line", ["**Hela raden:**", "**Hela** **raden**:", "<b>Hela</b>", "__H__"])
def test_a_line_can_be_wholly_bold(line: str) -> None:
    assert only(line).lines[0].wholly_bold


def test_the_bold_beginning_of_a_line_is_known() -> None:
    line = only("**Bakgrund:** Staden **kom**.").lines[0]
    assert (line.lead, line.rest, line.wholly_bold) == ("Bakgrund:", "Staden kom.", False)


def test_bold_that_is_never_closed_is_not_bold() -> None:
    assert only("En **stjärna").lines[0].bold == 0


def test_bold_headings_run_together_are_two_lines() -> None:
    assert texts("**Frågan:****Svaret:**") == ["Frågan: / Svaret:"]


def test_underlined_lines_are_known() -> None:
    assert only("<u>Rubrik</u>").lines[0].underlined


def test_the_cells_of_a_row_share_its_number() -> None:
    one, two, three = (block.row for block in read_markdown("| a | b |\n| c |"))
    assert one == two != three
    assert 0 not in (one, three)


def test_list_items_are_known() -> None:
    assert [block.item for block in read_markdown("- a\n\nb")] == [True, False]


@given(st.text(alphabet="ab*_#->|`[]()<!>:=1. \n", max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    blocks = read_markdown(text)
    assert all(line.text == " ".join(line.text.split()) != "" for b in blocks for line in b.lines)


HOSTILE = ["**a", "<!--", "|", "- ", "# ", "[a](", "`", "*", "a\n", "<a ", "\\", "> ", "![[", "&a;"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_time_is_linear(unit: str) -> None:
    started = time.perf_counter()
    read_markdown(unit * 60_000)
    assert time.perf_counter() - started < 5
