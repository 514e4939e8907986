import pytest

from drafter.library.lexicon import read_lexicon
from drafter.library.prompt_files import PromptFiles
from drafter.nouns import Plan, Reason
from drafter.steps.assign import assign
from tests.build import notes_of, travel_report

LEXICON = read_lexicon(PromptFiles.searched().find("gemensamt/lexikon.csv"))


def plan_of(text: str) -> Plan:
    return assign(notes_of(text), travel_report(), LEXICON, {})


def home(plan: Plan, line: int) -> str:
    return next((one.heading for one in plan.placements if line in one.lines), "")


HEADINGS = [
    ("## bakgr", "bakgrund"),
    ("## Bakgrund:", "bakgrund"),
    ("BAKGRUND", "bakgrund"),
    ("omv.bev.:", "omvarldsbevakning"),
    ("# Omvärldsbev", "omvarldsbevakning"),
    ("**samverk.**", "samverkan"),
    ("## påverk", "paverkan"),
    ("## övr. kommentarer / tankar", "ovrigt"),
    ("Reflektioner:", "ovrigt"),
    ("## profil.", "profilering"),
]


@pytest.mark.parametrize(("heading", "section"), HEADINGS)
def test_a_line_goes_where_its_heading_says(heading: str, section: str) -> None:
    assert home(plan_of(f"{heading}\n- en rad utan ledord\n"), 2) == section


CUES = [
    ("staden INBJUDEN att delta m. en delegation", "bakgrund"),
    ("konf. hålls vartannat år", "bakgrund"),
    ("vår talare höll ett anförande i session 2", "profilering"),
    ("Oslo berättade om sin pilot m. elbussar", "omvarldsbevakning"),
    ("bra kontakter knöts, samarb. fortsätter", "samverkan"),
    ("mötet antog en deklaration", "paverkan"),
    ("tyvärr var planeringen bristfällig", "ovrigt"),
]


@pytest.mark.parametrize(("line", "section"), CUES)
def test_without_headings_a_line_goes_where_its_cue_words_say(line: str, section: str) -> None:
    assert home(plan_of(f"Klimatmötet i Oslo\n\n{line}\n"), 3) == section


def test_a_heading_of_ones_own_belongs_to_the_one_above_it() -> None:
    assert home(plan_of("# Mötet\n\n## omv.bev.\n### Oslo\n- en rad utan ledord\n"), 5) == (
        "omvarldsbevakning"
    )


def test_a_nested_point_goes_with_the_one_above_it() -> None:
    plan = plan_of("Möte\n\n- staden inbjuden av Oslo\n  - brevet kom i maj\n")
    assert home(plan, 4) == "bakgrund"


def test_a_wrapped_line_goes_with_its_first() -> None:
    plan = plan_of("Möte\n\n- staden inbjuden av Oslo att\n  komma i maj\n")
    assert home(plan, 4) == "bakgrund"


def test_a_line_without_cue_words_goes_with_the_line_before_it() -> None:
    plan = plan_of("Möte\n\nstaden inbjuden av Oslo\nbrevet kom på posten\n\nlunchen var god\n")
    assert home(plan, 4) == "bakgrund"
    assert plan.unplaced == (6,)


def test_a_line_that_fits_nowhere_is_listed() -> None:
    plan = plan_of("Möte\n\nlunchen var god\n")
    assert plan.unplaced == (3,)
    assert home(plan, 3) == ""


def test_notes_to_self_are_set_aside_as_instructions() -> None:
    plan = plan_of("## bakgrund\n- Oslo sket i planeringen (skriv snällare!)\n")
    assert [(one.line, one.reason) for one in plan.asides] == [
        (1, Reason.HEADING),
        (2, Reason.INSTRUCTION),
    ]
    assert home(plan, 2) == "bakgrund"


def test_header_lines_are_set_aside_as_header() -> None:
    plan = plan_of("# Mötet\ndnr 803-1966/2016, p/bil 7.1\n\n## bakgrund\n- inbjuden\n")
    assert (2, Reason.HEADER) in [(one.line, one.reason) for one in plan.asides]


def test_a_line_that_says_more_than_the_header_is_kept_as_text() -> None:
    plan = plan_of("# Mötet\nstaden blev inbjuden till nätverksmötet i Oslo, Norge 3-4 maj 2026\n")
    assert home(plan, 2) == "bakgrund"
    assert {one.field: one.value for one in plan.values}["land"] == "Norge"


SET_ASIDE = [
    ("OBS. Ska inte med i rapporten: middagen blev sen", Reason.PRIVATE),
    ("Skickat från min iPhone", Reason.IRRELEVANT),
    ("Med vänlig hälsning", Reason.IRRELEVANT),
]


@pytest.mark.parametrize(("line", "reason"), SET_ASIDE)
def test_what_its_author_keeps_out_stays_out(line: str, reason: Reason) -> None:
    plan = plan_of(f"## bakgrund\n- staden inbjuden\n{line}\n")
    assert (3, reason) in [(one.line, one.reason) for one in plan.asides]
    assert home(plan, 3) == ""


KEPT = [
    "dnr 12-34/2026, KFO lovade 5 mkr",
    "Nordiskt möte i Bergen, Norge 3-4 mars 2026, 40 deltagare",
    "Möte Oslo, Norge 3 mars 2026 gick dåligt",
]


@pytest.mark.parametrize("line", KEPT)
def test_no_figure_and_no_word_goes_with_a_header_value(line: str) -> None:
    plan = plan_of(f"# Mötet\n{line}\n")
    assert Reason.HEADER not in {one.reason for one in plan.asides if one.line == 2}


@pytest.mark.parametrize("heading", ["bakgrund", "Bakgrund", "bakgrund:"])
def test_a_line_of_only_a_headings_words_opens_its_section(heading: str) -> None:
    plan = plan_of(f"Mötet i Oslo\n{heading}\nen rad utan ledord\nsamverkan\nännu en rad\n")
    assert (home(plan, 3), home(plan, 5)) == ("bakgrund", "samverkan")
    assert {2, 4} <= {one.line for one in plan.asides if one.reason is Reason.HEADING}


def test_every_line_has_one_fate() -> None:
    text = (
        "# Mötet AE\ndnr 803-1966/2016\n\n## bakgr\n- inbjuden\n\nlunch\n\n## xyz\n- tyvärr regn\n"
    )
    plan = plan_of(text)
    placed = [line for one in plan.placements for line in one.lines]
    whole = [one.line for one in plan.asides]
    assert sorted([*placed, *whole, *plan.unplaced]) == [1, 2, 4, 5, 7, 9, 10]
