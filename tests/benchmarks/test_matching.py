"""The benchmark of looking lines up: what it counts."""

from benchmarks.grounding.data import load
from benchmarks.grounding.nouns import Part
from benchmarks.matching.measure import check_looked_up, look_up
from drafter.nouns import Sentence, Severity

CASE = load(Part.TUNED)[0]


def test_citations_are_stripped_before_the_lines_are_looked_up() -> None:
    sentence = CASE.items[0].sentence
    (found,) = look_up(CASE, [Sentence(sentence.id, sentence.text)])
    assert look_up(CASE, [sentence]) == (found,)
    assert found.lines == sentence.lines


def test_a_sentence_that_is_found_nowhere_is_an_error() -> None:
    stranger = Sentence("x-1", "Elefanterna matades av djurskötaren.")
    found = check_looked_up(CASE.report_type, CASE.notes, stranger, CASE.header)
    assert found == {Severity.ERROR}
