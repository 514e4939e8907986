"""The benchmark's own data: enough of it, whole, and in two parts that do not know each other."""

import re
from functools import cache

import pytest

from benchmarks.grounding.data import FOLDER, TYPES, load
from benchmarks.grounding.nouns import Case, Item, Part
from benchmarks.grounding.operators import OPERATORS
from benchmarks.grounding.written import gaps

TURNERS = r"\b(?:inte|ej|aldrig|ingen|inga|inget|utan|utom|bara|ska|om|kanske)\b"

cases = cache(load)


def items(part: Part) -> list[Item]:
    return [item for case in cases(part) for item in case.items]


def both() -> list[tuple[Case, Item]]:
    return [(case, item) for part in Part for case in cases(part) for item in case.items]


@pytest.mark.parametrize(("part", "least"), [(Part.TUNED, 200), (Part.HELD_BACK, 120)])
def test_there_are_enough_true_sentences(part: Part, least: int) -> None:
    assert len(items(part)) >= least


@pytest.mark.parametrize("part", Part)
def test_every_seventh_true_sentence_is_hard(part: Part) -> None:
    assert sum(item.hard for item in items(part)) >= 0.15 * len(items(part))


@pytest.mark.parametrize("part", Part)
def test_all_report_types_are_there(part: Part) -> None:
    assert {case.report_type.id for case in cases(part)} == set(TYPES)


def test_ids_are_unique() -> None:
    ids = [item.id for _, item in both()]
    assert len(ids) == len(set(ids))


def test_no_true_sentence_comes_twice() -> None:
    texts = [item.sentence.text for _, item in both()]
    assert len(texts) == len(set(texts))


def test_the_parts_share_no_person_and_no_note_line() -> None:
    tuned, held = (
        {name for case in cases(part) for name in case.people}
        | {line.text for case in cases(part) for line in case.notes.lines}
        for part in Part
    )
    assert not tuned & held


def test_the_held_back_files_say_what_they_are() -> None:
    for path in (FOLDER / Part.HELD_BACK.value).glob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# HELD BACK. Never looked at"), path


def test_every_true_sentence_stands_on_lines() -> None:
    for _, item in both():
        assert item.sentence.quotes, item.id


def test_every_true_quote_is_in_its_line_and_skips_nothing_that_turns_it() -> None:
    for case, item in both():
        for quote in item.sentence.quotes:
            line = case.notes.line(quote.line)
            assert line is not None
            skipped = gaps(quote.text, line.text)
            assert skipped is not None, (item.id, quote.text)
            assert not re.search(TURNERS, " ".join(skipped)), (item.id, skipped)


def test_every_sentence_is_one_tidy_sentence() -> None:
    for _, item in both():
        for sentence in (item.sentence, *(one.sentence for one in item.written)):
            assert re.fullmatch(r"[A-ZÅÄÖ].*[^,;.]\.", sentence.text), sentence.text
            assert not re.search(r"  | [,;.]|[,;][\w.]*[a-zåäö]|\d[a-zåäö]", sentence.text), (
                sentence.text
            )


def test_the_rows_of_the_participant_list_exist() -> None:
    for case, item in both():
        assert set(item.sentence.rows) <= {person.row for person in case.notes.participants}


def test_every_written_mutant_belongs_to_a_known_operator() -> None:
    known = {operator.id for operator in OPERATORS}
    for _, item in both():
        assert {one.operator for one in item.written} <= known, item.id
