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


def test_a_sentence_knows_its_lines() -> None:
    assert sentence_of("Staden bjöds in.", {4: "inbjuden", 5: "i maj"}).lines == (4, 5)


def test_a_sentence_takes_the_place_of_the_one_with_its_id() -> None:
    old = [sentence_of(text, {4: "x"}, f"bakgrund-{at}") for at, text in enumerate("AB", 1)]
    new = sentence_of("C", {5: "y"}, "bakgrund-2")
    draft = draft_of(section_of("bakgrund", "Bakgrund", *old)).with_sentences(new)
    assert tuple(draft.sentences()) == (old[0], new)
