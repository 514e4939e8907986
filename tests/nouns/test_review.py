from drafter.nouns import Finding, Review, Severity
from tests.build import draft_of, section_of, sentence_of


def test_stops_and_errors_are_open() -> None:
    severities = [severity for severity in Severity if severity.open]
    assert severities == [Severity.STOP, Severity.ERROR]


def test_a_review_counts_its_findings() -> None:
    found = tuple(Finding("x.y", severity, "") for severity in (Severity.ERROR, Severity.ADVICE))
    review = Review(draft_of(), found)
    assert [review.count(severity) for severity in Severity] == [0, 1, 0, 1]
    assert review.has_open_errors
    assert not Review(draft_of(), found[1:]).has_open_errors


def test_a_sentence_knows_its_lines_and_its_section() -> None:
    sentence = sentence_of("Staden bjöds in.", {4: "inbjuden", 5: "i maj"})
    section = section_of("bakgrund", "Bakgrund", sentence)
    assert sentence.lines == (4, 5)
    assert draft_of(section).section_of("bakgrund-1") == section
    assert draft_of(section).section_of("bakgrund-9") is None
