import pytest

from drafter.nouns import Line, Notes, Participant

ENTRIES = [
    (Participant(1, "Anna Ek"), "Anna Ek"),
    (Participant(1, "Anna Ek", "KFO", party="S"), "Anna Ek, KFO (S)"),
    (
        Participant(1, "Anna Ek", "sekreterare", "finansroteln", "S"),
        "Anna Ek, sekreterare, finansroteln (S)",
    ),
    (Participant(1, "Anna Ek", "", "SLK"), "Anna Ek, SLK"),
    (Participant(1, "Anna Ek", "KFO", note="digitalt"), "Anna Ek, KFO"),
]


@pytest.mark.parametrize(("person", "entry"), ENTRIES)
def test_a_participant_is_printed_in_the_reports_pattern(person: Participant, entry: str) -> None:
    assert person.entry == entry


def test_a_line_and_its_continuations_are_one_item() -> None:
    lines = (Line(1, "ett"), Line(2, "två"), Line(4, "mer av två", continues=2), Line(5, "tre"))
    items = [[line.number for line in item] for item in Notes(lines).items()]
    assert items == [[1], [2, 4], [5]]


def test_only_those_who_came_are_present() -> None:
    here, away = Participant(1, "Anna Ek"), Participant(2, "Bo Alm", present=False)
    assert Notes((), (here, away)).present == (here,)


def test_lines_are_picked_in_the_order_of_the_notes() -> None:
    notes = Notes((Line(1, "ett"), Line(3, "tre"), Line(5, "fem")))
    assert [line.number for line in notes.pick([5, 4, 1])] == [1, 5]
    assert notes.line(4) is None
