"""The mutants: enough of each kind, the same every time, and never what the notes say."""

import re
from functools import cache

import pytest

from benchmarks.grounding.data import load
from benchmarks.grounding.nouns import Part, Trial
from benchmarks.grounding.operators import MOST, OPERATORS, Operator, faithful, mutants
from benchmarks.grounding.written import gaps

cases = cache(load)
by_operator = pytest.mark.parametrize("operator", OPERATORS, ids=lambda one: one.id)


def both(operator: Operator) -> list[Trial]:
    return [trial for part in Part for trial in mutants(operator, cases(part))]


@by_operator
def test_there_are_enough_mutants(operator: Operator) -> None:
    assert 40 <= len(mutants(operator, cases(Part.TUNED))) <= MOST
    assert 20 <= len(mutants(operator, cases(Part.HELD_BACK))) <= MOST


@by_operator
def test_mutants_are_the_same_at_every_run(operator: Operator) -> None:
    assert mutants(operator, load(Part.TUNED)) == mutants(operator, cases(Part.TUNED))


def test_ids_are_unique() -> None:
    ids = [trial.id for operator in OPERATORS for trial in both(operator)]
    assert len(ids) == len(set(ids))


@by_operator
def test_no_mutant_is_one_of_the_true_sentences(operator: Operator) -> None:
    true = {
        (one.sentence.text, one.sentence.quotes) for part in Part for one in faithful(cases(part))
    }
    for trial in both(operator):
        assert (trial.sentence.text, trial.sentence.quotes) not in true, trial.id


def test_no_mutant_comes_twice() -> None:
    for operator in OPERATORS:
        seen: dict[object, str] = {}
        for trial in both(operator):
            what = (trial.case.id, trial.sentence.text, trial.sentence.quotes)
            assert seen.setdefault(what, trial.id) == trial.id


def test_the_sentence_does_not_tell_the_checks_what_it_is() -> None:
    true = {one.sentence.id for part in Part for one in faithful(cases(part))}
    for operator in OPERATORS:
        assert {trial.sentence.id for trial in both(operator)} <= true


def operator(name: str) -> Operator:
    return next(one for one in OPERATORS if one.id == name)


def test_a_wrong_line_is_none_of_the_right_ones() -> None:
    for trial in both(operator("line")):
        item = next(one for one in trial.case.items if one.id == trial.sentence.id)
        assert not set(trial.sentence.lines) & set(item.sentence.lines), trial.id
        assert trial.sentence.text == item.sentence.text


def test_an_elided_quote_skips_something() -> None:
    for trial in both(operator("quote")):
        (elided,) = [one for one in trial.sentence.quotes if "…" in one.text]
        line = trial.case.notes.line(elided.line)
        assert line is not None
        assert any(gap.strip() for gap in gaps(elided.text, line.text) or ()), trial.id


@pytest.mark.parametrize("name", ["number", "unit", "date", "weekday", "time", "person", "place"])
def test_a_programmed_mutant_is_one_tidy_sentence(name: str) -> None:
    for trial in both(operator(name)):
        text = trial.sentence.text
        assert re.fullmatch(r"[A-ZÅÄÖ].*[^,;.]\.", text), trial.id
        assert not re.search(r"  | [,;.]", text), trial.id


@pytest.mark.parametrize("name", ["weekday", "person"])
def test_a_new_name_or_day_stands_in_no_cited_line(name: str) -> None:
    for trial in both(operator(name)):
        item = next(one for one in trial.case.items if one.id == trial.sentence.id)
        new = set(trial.sentence.text.split()) - set(item.sentence.text.split())
        known = "\n".join(trial.case.known(item.sentence)).lower()
        assert any(word.strip(".,;").lower() not in known for word in new), trial.id
