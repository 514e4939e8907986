"""The same question has the same address, whatever numbers its lines have today."""

import json
import re

from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.llm.address import address_of, told_in
from drafter.nouns import Message, Prompt

TEXTS = st.text(alphabet='abcåäö 0123456789"{}:,\\⟦⟧', min_size=1, max_size=30)


def prompt(lines: list[tuple[int, str]], about: str = "", more: str = "") -> Prompt:
    records = [json.dumps({"rad": at, "text": text}, ensure_ascii=False) for at, text in lines]
    material = "\n".join((*([more] if more else []), *records))
    messages = Message("system", "Skriv."), Message("user", "Bakgrund"), Message("user", material)
    return Prompt("svar", messages, {"type": "object"}, about)


def numbered(texts: list[str], first: int, steps: list[int]) -> list[tuple[int, str]]:
    numbers = [first]
    for step in steps[: len(texts) - 1]:
        numbers.append(numbers[-1] + step)
    return list(zip(numbers, texts, strict=True))


STEPS = st.lists(st.integers(1, 5), min_size=8, max_size=8)
MATERIAL = st.lists(TEXTS, min_size=1, max_size=8)


@given(MATERIAL, st.integers(1, 500), STEPS, st.integers(1, 500), STEPS)
def test_other_line_numbers_ask_the_same(
    texts: list[str], first: int, steps: list[int], second: int, others: list[int]
) -> None:
    then, now = numbered(texts, first, steps), numbered(texts, second, others)
    before, after = address_of("m", prompt(then)), address_of("m", prompt(now))
    assert before.key == after.key
    assert before.lines == tuple(number for number, _ in then)
    assert after.lines == tuple(number for number, _ in now)


@given(MATERIAL, MATERIAL, STEPS)
def test_another_text_asks_something_else(
    one: list[str], other: list[str], steps: list[int]
) -> None:
    assume(one != other)
    mine, yours = (address_of("m", prompt(numbered(texts, 4, steps))) for texts in (one, other))
    assert mine.key != yours.key


def test_a_line_that_is_spoken_of_and_was_not_sent_is_not_another_one() -> None:
    """Line 1 of the notes is not the first line of the question."""
    lines = [(7, "Staden bjöds in")]
    fault = '{"fel": "Meningen säger något som rad %d inte säger."}'
    about_first = address_of("m", prompt(lines, more=fault % 7))
    about_unsent = address_of("m", prompt(lines, more=fault % 1))
    assert about_first.key != about_unsent.key


def test_a_fault_that_speaks_of_lines_is_the_same_under_other_numbers() -> None:
    told = '{"fel": "Raderna 7, 8 och 9 säger emot varandra."}'
    now = told.replace("7, 8 och 9", "17, 18 och 20")
    then = address_of("m", prompt([(7, "a"), (8, "b"), (9, "c")], more=told))
    assert then.key == address_of("m", prompt([(17, "a"), (18, "b"), (20, "c")], more=now)).key


def test_who_asks_what_of_whom_and_in_which_form_makes_another_question() -> None:
    lines = [(4, "a")]
    own = prompt(lines)
    others = [
        address_of("annan", own),
        address_of("m", Prompt("svar", own.messages, {"type": "array"})),
        address_of("m", Prompt("svar", own.messages[1:], own.schema)),
        address_of("m", prompt([(4, "A")])),
    ]
    assert len({address_of("m", own).key, *(one.key for one in others)}) == 5
    assert address_of("m", prompt(lines, about="Bakgrund")).key == address_of("m", own).key


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True), st.integers(1, 50))
def test_an_answer_is_told_in_todays_numbers(then: list[int], shift: int) -> None:
    now = [number + shift for number in then]

    def answer(numbers: list[int]) -> str:
        cited = [{"rad": at, "text": f'rad {then[0]} och "rad": {then[0]}'} for at in numbers]
        return json.dumps({"meningar": [{"citat": cited, "stycke": then[0]}], "utelamnade": []})

    assert told_in(answer(then), tuple(then), tuple(now)) == answer(now)
    assert told_in(answer(then), tuple(then), tuple(then)) == answer(then)


def test_an_invented_line_keeps_its_number() -> None:
    assert told_in('{"rad": 99}', (4, 5), (14, 15)) == '{"rad": 99}'


def test_an_address_is_a_sha_256() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", address_of("m", prompt([(1, "a")])).key)
