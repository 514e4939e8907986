"""Notes that are too long are divided: nothing is lost, and nothing is torn apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafter.nouns import Line, LineKind
from drafter.steps.answers import parse_answer
from drafter.steps.divide import halved, joined, portions


@st.composite
def notes(draw: st.DrawFn) -> tuple[Line, ...]:
    """Lines of a section: points, points under them, continuations, and blank lines between."""
    lines: list[Line] = []
    number, block = draw(st.integers(1, 50)), 1
    for _ in range(draw(st.integers(1, 20))):
        text = "x" * draw(st.integers(1, 200))
        kind = draw(st.sampled_from(["point", "point", "under", "continued", "apart"]))
        number, block = number + 1 + (kind == "apart"), block + (kind == "apart")
        over = lines[-1] if lines else None
        if over and kind == "under":
            lines.append(Line(number, text, parent=over.parent or over.number, block=block))
        elif over and kind == "continued":
            first = over.continues or over.number
            lines.append(Line(number, text, continues=first, block=block))
        else:
            lines.append(Line(number, text, block=block))
    return tuple(lines)


def divided(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """The parts, when every part that can be divided is."""
    parts = halved(lines)
    return [lines] if len(parts) == 1 else [one for part in parts for one in divided(part)]


@given(notes())
def test_nothing_is_lost_and_the_order_is_kept(lines: tuple[Line, ...]) -> None:
    assert tuple(line for part in halved(lines) for line in part) == lines
    assert all(halved(lines))
    assert tuple(line for part in divided(lines) for line in part) == lines


@given(notes())
def test_a_point_stays_with_what_is_under_it(lines: tuple[Line, ...]) -> None:
    for part in divided(lines):
        numbers = {line.number for line in part}
        for line in part:
            assert not line.parent or line.parent in numbers
            assert not line.continues or line.continues in numbers
        assert sum(not line.parent and not line.continues for line in part) == 1


def test_the_cut_falls_in_the_middle_and_at_a_blank_line_near_it() -> None:
    even = tuple(Line(number, "x" * 10) for number in range(1, 7))
    assert [len(part) for part in halved(even)] == [3, 3]
    apart = tuple(Line(number, "x" * 10, block=1 + (number > 4)) for number in range(1, 11))
    assert [len(part) for part in halved(apart)] == [4, 6]
    far = tuple(Line(number, "x" * 10, block=1 + (number > 1)) for number in range(1, 21))
    assert [len(part) for part in halved(far)] == [10, 10]


def points(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(at, text * 30, LineKind.BULLET) for at, text in enumerate(texts, 1))


def test_a_long_list_is_written_in_parts_but_no_point_is_parted_from_what_it_leans_on() -> None:
    even = points("Bussar går. ", "Tåg går. ", "Båtar går. ", "Spårvagn. ")
    assert [len(part) for part in portions(even)] == [2, 2]
    leaning = points("Bussar går. ", "Tåg går. ", "=> inga bilar ", "Spårvagn. ")
    assert [part[0].number for part in portions(leaning)] == [1, 2, 4]
    running = tuple(replace(line, kind=LineKind.TEXT) for line in even)
    assert [len(part) for part in portions(running)] == [4]
    assert [len(part) for part in portions(points("Men båtar. " * 2, "Så bussar. " * 2))] == [2]


def answer(*paragraphs: int, left_out: int = 0) -> str:
    said = ", ".join(
        f'{{"citat": [], "text": "Mening.", "typ": "fakta", "stycke": {number}}}'
        for number in paragraphs
    )
    out = f'{{"rad": {left_out}, "skal": "privat"}}' if left_out else ""
    return f'{{"meningar": [{said}], "utelamnade": [{out}]}}'


def test_the_parts_of_an_answer_stand_in_paragraphs_of_their_own() -> None:
    parts = answer(1, 1, 2), answer(left_out=7), answer(1, 2, left_out=9)
    whole = joined(parse_answer(one) for one in parts)
    assert [one.stycke for one in whole.meningar] == [1, 1, 2, 3, 4]
    assert [one.rad for one in whole.utelamnade] == [7, 9]
    assert [len(one) for one in whole.paragraphs("a")] == [2, 1, 1, 1]
