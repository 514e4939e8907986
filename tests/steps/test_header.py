import pytest

from drafter.library.lexicon import read_lexicon
from drafter.library.prompt_files import PromptFiles
from drafter.steps.assign import assign
from tests.build import notes_of, travel_report

LEXICON = read_lexicon(PromptFiles.searched().find("gemensamt/lexikon.csv"))
PEOPLE = "namn;roll;anmärkning\nAnna Ek;projektledare;\nBo Alm;jurist;\nBea Alm;arkivarie;\n"

OFFERS = [
    ("dnr", "dnr 803-1966/2016. ska upp i IB", "803-1966/2016"),
    ("dnr", "Diarienummer: KS 2026/0312", "KS 2026/0312"),
    ("dnr", "ring 08-508 290 00 om biljetterna", ""),
    ("ib_nr", "tas upp på IB nr 3/2026 den 22 mars", "3/2026 den 22 mars"),
    ("ib_nr", "ska till IB 4/2026, 19 april", "4/2026 den 19 april"),
    ("dagordningspunkt", "p/bil 7.1", "7.1"),
    ("dagordningspunkt", "Dagordningspunkt/bilaga 12.3", "12.3"),
    ("dagordningspunkt", "tog 7.1 minuter", ""),
    ("datum", "rapporten dat. 23/2 -26", "2026-02-23"),
    ("datum", "Datum: 2026-02-23", "2026-02-23"),
    ("datum", "mötet hölls den 23 februari 2026", ""),
    ("handlaggare", "Handläggare: Cia Dahl", "Cia Dahl"),
    ("handlaggare", "anteckn AE", "Anna Ek"),
    ("handlaggare", "anteckn BA", ""),
    ("handlaggare", "Anteckningar av Cia Dahl", "Cia Dahl"),
    ("handlaggare", "Anteckningar: Stora Salen plan 3", ""),
    ("handlaggare", "samtal med SKR och EU", ""),
    ("period", "Oslo, Norge 3-4 maj 2026", "den 3–4 maj 2026"),
    ("period", "Bryssel, Belgien den 3 maj 2026", "den 3 maj 2026"),
    ("period", "rapporten dat. 23/2 -26", ""),
    ("period", "Rapportdatum 2026-03-10", ""),
    ("period", "Skickat: den 3 mars 2026 09:14", ""),
    ("ort", "Plats: Bergen, Norge", "Bergen"),
    ("ort", "Rvk, Island 3-4 maj 2026", "Reykjavik"),
    ("ort", "studiebesök i Bergen den 3 maj 2026", "Bergen"),
    ("land", "Rvk, Island 3-4 maj 2026", "Island"),
    ("evenemang", "# Nordiska klimatkonf 2026, Oslo – anteckn AE", "Nordiska klimatkonferens 2026"),
    ("evenemang", "Anteckningar från Eurocities årsmöte, Lyon", "Eurocities årsmöte"),
    ("evenemang", "# Anteckningar", ""),
    ("evenemang", "BAKGRUND", ""),
    ("evenemang", "Datum: 10 mars 2026", ""),
]


@pytest.mark.parametrize(("field", "line", "value"), OFFERS)
def test_what_the_notes_offer_the_header(field: str, line: str, value: str) -> None:
    plan = assign(notes_of(f"{line}\n\n## bakgrund\n- x\n", PEOPLE), travel_report(), LEXICON, {})
    found = {one.field: one for one in plan.values}[field]
    assert found.value == value
    assert found.line == (1 if value else 0)


def test_a_name_from_the_list_is_told_with_its_row() -> None:
    plan = assign(notes_of("# Möte, anteckn AE\n", PEOPLE), travel_report(), LEXICON, {})
    assert [(one.line, one.row) for one in plan.values if one.field == "handlaggare"] == [(1, 1)]


def test_the_list_may_say_who_the_officer_is() -> None:
    people = "namn;roll;anmärkning\nAnna Ek;jurist;\nBo Alm;jurist;handläggare\n"
    plan = assign(notes_of("Klimatmötet\n", people), travel_report(), LEXICON, {})
    found = next(one for one in plan.values if one.field == "handlaggare")
    assert (found.value, found.line, found.row) == ("Bo Alm", 0, 2)


@pytest.mark.parametrize(
    ("given", "rival"), [("803-1966/2016", ""), ("803-1999/2016", "803-1966/2016")]
)
def test_settings_go_before_notes_which_may_disagree(given: str, rival: str) -> None:
    notes = notes_of("dnr 803-1966/2016\n")
    plan = assign(notes, travel_report(), LEXICON, {"dnr": given})
    found = next(one for one in plan.values if one.field == "dnr")
    assert (found.value, found.line, found.rival) == (given, 0, rival)


@pytest.mark.parametrize("given", ["2026-05-03–2026-05-04", "3-4 maj 2026", "den 3–4 maj 2026"])
def test_a_given_period_is_brought_to_its_form(given: str) -> None:
    plan = assign(notes_of("x\n"), travel_report(), LEXICON, {"period": given})
    assert next(one for one in plan.values if one.field == "period").value == "den 3–4 maj 2026"
