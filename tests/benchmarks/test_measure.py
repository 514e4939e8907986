import pytest

from benchmarks.grounding import __main__, floors, show
from benchmarks.grounding.data import load
from benchmarks.grounding.measure import Result, Share, errors, measure, noticed, warnings
from benchmarks.grounding.nouns import Part
from benchmarks.grounding.operators import OPERATORS
from drafter.nouns import HeaderValue, Notes, ReportType, Sentence, Severity

CASES = load(Part.TUNED)[:2]


def always(*severities: Severity) -> Result:
    def check(
        report_type: ReportType,
        notes: Notes,
        sentence: Sentence,
        header: tuple[HeaderValue, ...],
    ) -> frozenset[Severity]:
        assert report_type.id
        assert header
        assert all(notes.line(number) for number in sentence.lines)
        return frozenset(severities)

    return measure(CASES, check)


@pytest.mark.parametrize(
    ("severities", "error", "warning", "either"),
    [
        ((), 0.0, 0.0, 0.0),
        ((Severity.ADVICE,), 0.0, 0.0, 0.0),
        ((Severity.WARNING,), 0.0, 1.0, 1.0),
        ((Severity.ERROR,), 1.0, 0.0, 1.0),
        ((Severity.STOP,), 1.0, 0.0, 1.0),
        ((Severity.ERROR, Severity.WARNING), 1.0, 1.0, 1.0),
    ],
)
def test_severities_are_counted_as_what_they_are(
    severities: tuple[Severity, ...], error: float, warning: float, either: float
) -> None:
    result = always(*severities)
    for answers in (result.mutants, result.faithful):
        assert errors(answers).value == error
        assert warnings(answers).value == warning
        assert noticed(answers).value == either


def test_a_blind_checker_misses_every_floor_of_recall_and_none_of_false_alarms() -> None:
    known = floors.load_floors()
    missed = floors.misses(always(), known)
    assert len(missed) == 2 + len(known["errors_each"])
    assert not [one for one in missed if "false" in one]


def test_a_nervous_checker_misses_the_ceilings_of_false_alarms_only() -> None:
    missed = floors.misses(always(Severity.ERROR, Severity.WARNING), floors.load_floors())
    assert missed == (
        "false errors: 1.000 is over 0.105",
        "false warnings: 1.000 is over 0.25",
    )


def test_the_table_has_a_row_for_every_operator() -> None:
    table = show.as_text(Part.TUNED, always(Severity.ERROR), ())
    for operator in OPERATORS:
        assert f"\n{operator.title} " in table
    assert "All floors reached." in table


def test_json_holds_hits_and_interval() -> None:
    shown = show.as_json(Part.TUNED, always(Severity.WARNING), ("a floor",))
    n = len(always().faithful)
    assert shown["false_alarms"]["errors"]["interval"][0] == 0.0
    assert shown["false_alarms"]["warnings"]["hits"] == n
    assert shown["floors_missed"] == ["a floor"]


def test_slips_show_missed_mutants_and_false_alarms() -> None:
    assert all(slip.startswith("MISSED") for slip in show.slips(always()))
    assert next(show.slips(always(Severity.ERROR))).startswith("FALSE ERROR")


def test_a_share_of_nothing_is_nothing() -> None:
    assert Share(0, 0).value == 0.0


def test_the_held_back_sentences_are_never_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["grounding", "--held-back", "--slips"])
    with pytest.raises(SystemExit) as stop:
        __main__.main()
    assert stop.value.code == 2
    assert "never shown" in capsys.readouterr().err
