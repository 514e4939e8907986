"""Participant lists of every shape: tables, plain lists, parties, absence, and the same twice."""

import csv
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from drafter.errors import ParticipantsError
from drafter.library.participants.entry import parse_person
from drafter.library.participants.parties import PARTIES, party_of
from drafter.library.participants.reader import parse_participants, read_participants
from drafter.library.prompt_files import SHARED, shipped
from drafter.nouns import Participant

PARTY_FILE = shipped() / SHARED / "partier_roller.csv"


def names(text: str) -> list[str]:
    return [person.name for person in parse_participants(text)]


def present(text: str) -> list[bool]:
    return [person.present for person in parse_participants(text)]


def entries(text: str) -> list[str]:
    return [person.entry for person in parse_participants(text)]


def bo(role: str = "", unit: str = "", party: str = "", note: str = "") -> Participant:
    return Participant(0, "Bo Ek", role, unit, party, note=note)


def absent(role: str = "", party: str = "", note: str = "") -> Participant:
    return Participant(0, "Bo Ek", role, "", party, False, note)


ENTRIES = [
    ("Bo Ek, sekreterare, finansroteln (S)", bo("sekreterare", "finansroteln", "S")),
    ("1. Bo Ek, 1:e vice KFO (M)", bo("1:e vice KFO", "", "M")),
    ("Bo Ek (s), ordf.", bo("ordf.", "", "S")),
    ("Bo Ek (M) 1:e vice KFO", bo("1:e vice KFO", "", "M")),
    ("• Bo Ek (L, ordf.)", bo("ordf.", "", "L")),
    ("Bo Ek (ordf.) (S)", bo("ordf.", "", "S")),
    ("Bo Ek, ledamot, S", bo("ledamot", "", "S")),
    ("Bo Ek, KD", bo("KD")),
    ("Bo Ek, SLK", bo("", "SLK")),
    ("Bo Ek, KFO", bo("KFO")),
    ("Bo Ek, trafikkontoret", bo("", "trafikkontoret")),
    ("Bo Ek, jurist, Region Väst, HR", bo("jurist", "Region Väst, HR")),
    ("Bo Ek – jurist, SLK", bo("jurist", "SLK")),
    ("Ordf.: Bo Ek (V)", bo("Ordf.", "", "V")),
    ("Bo Ek\tjurist\tSLK", bo("jurist", "SLK")),
    ("Bo Ek      jurist      SLK", bo("jurist", "SLK")),
    ("Bo Ek (-)", bo()),
    ("Bo Ek, jurist (-)", bo("jurist")),
    ("Bo Ek (pol. vilde)", bo(note="pol. vilde")),
    ("Bo Ek, led (Vägval)", bo("led", "", "Vägval")),
    ("Bo Ek, ordf., SLK (Sjöbopartiet)", bo("ordf.", "SLK", "Sjöbopartiet")),
    ("Bo Ek, jurist (Oslo)", bo("jurist", note="Oslo")),
    ("Bo Ek, jurist (Trafikkontoret)", bo("jurist", note="Trafikkontoret")),
    ("Bo Ek, jurist (Ersättare)", bo("jurist", note="Ersättare")),
    ("Bo Ek (BE)", bo()),
    ("Bo Ek, jurist (BE)", bo("jurist")),
    ("Sven Dal (SD)", Participant(0, "Sven Dal", party="SD")),
    ("Bo Ek – ställde in", absent(note="ställde in")),
    ("Bo Ek, reste hem tidigt", bo(note="reste hem tidigt")),
    ("Bo Ek, deltog via länk", bo(note="deltog via länk")),
    ("Bo Ek, jurist, anslöt senare", bo("jurist", note="anslöt senare")),
    ("Bo Ek (fp)", bo(party="FP")),
    ("Bo Ek (ÖFA)", bo(party="ÖFA")),
    ("Bo Ek (F!)", bo(party="FI")),
    ("BO EK (S)", Participant(0, "BO EK", party="S")),
    ("Lars-Åke von Öhman (s)", Participant(0, "Lars-Åke von Öhman", party="S")),
    ("Anna (Annie) Ek", Participant(0, "Anna (Annie) Ek")),
    ("Bo Ek, Kultur- och fritidsnämnden", bo("", "Kultur- och fritidsnämnden")),
    ("Bo Ek, stadsledningskontoret (SLK)", bo("", "stadsledningskontoret", note="SLK")),
    ("Bo Ek (tjänstledig), jurist", bo("jurist", note="tjänstledig")),
    ("Bo Ek (digitalt)", bo(note="digitalt")),
    ("Bo Ek, regionråd (KD), endast 6/10", bo("regionråd", "", "KD", "endast 6/10")),
    ("Bo Ek, sjuk dag 2", bo(note="sjuk dag 2")),
    ("Bo Ek – frånvarande", absent(note="frånvarande")),
    ("Bo Ek, ledamot (S), sjuk", absent("ledamot", "S", "sjuk")),
    ("Bo Ek (anmält förhinder)", absent(note="anmält förhinder")),
    ("Bo Ek deltog ej", absent(note="deltog ej")),
    ("Bo Ek, jurist, bo@x.se, 08-508 123 45", bo("jurist")),
    ("Bo Ek <bo@x.se> tel. 08-508 123 45", bo()),
    ("Bo Ek, sjuksköterska", bo("sjuksköterska")),
]


@pytest.mark.parametrize(("entry", "person"), ENTRIES, ids=[entry for entry, _ in ENTRIES])
def test_an_entry_is_read(entry: str, person: Participant) -> None:
    assert parse_person(entry) == person


@pytest.mark.parametrize("person", [person for _, person in ENTRIES], ids=repr)
def test_reading_undoes_printing(person: Participant) -> None:
    again = parse_person(person.entry, person.row)
    assert (again.name, again.role, again.unit, again.party) == (
        person.name,
        person.role,
        person.unit,
        person.party,
    )


def test_the_row_is_kept() -> None:
    assert parse_person("Bo Ek", row=3).row == 3


TABLE = "namn{0}roll{0}parti{0}organisation\nEva Ek{0}KFO{0}s{0}\nBo Ö{0}jurist{0}{0}SLK\n"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_with_any_delimiter(delimiter: str, end: str) -> None:
    assert parse_participants(TABLE.format(delimiter).replace("\n", end)) == (
        Participant(1, "Eva Ek", "KFO", "", "S"),
        Participant(2, "Bo Ö", "jurist", "SLK"),
    )


@pytest.mark.parametrize(
    "header",
    [
        "Parti;Namn;Befattning;Förvaltning",
        "PARTIBETECKNING;DELTAGARE;UPPDRAG;FORVALTNING",
        "party;name;job title;organisation",
        "Parti;Namn;Roll/titel;Enhet / avdelning",
        "Parti; Namn ;Funktion (i resan);Arbetsplats",
        "Parti;Vem;Roll;Enhet",
    ],
)
def test_columns_are_known_by_their_names(header: str) -> None:
    assert entries(f"{header}\nS;Eva Ek;KFO;SLK") == ["Eva Ek, KFO, SLK (S)"]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ek;KFO;SLK;S",
        "Eva Ek,KFO,S,SLK",
        "S\tEva Ek\tKFO\tSLK",
        "1;Eva;Ek;KFO;SLK;(s);eva@x.se;08-123 456",
        "Ek, Eva;KFO;SLK;S",
        "| Namn | Roll | Enhet | Parti |\n|---|---|---|---|\n| Eva Ek | KFO | SLK | S |",
        "sep=;\nNamn;Roll;Enhet;Parti\nEva Ek;KFO;SLK;S",
        "Deltagarlista Oslo;;;\n;;;\nNamn;Roll;Enhet;Parti\nEva Ek;KFO;SLK;S",
        'namn;roll;enhet;parti\n"Ek, Eva";KFO;SLK;S',
        "förnamn;efternamn;roll;enhet;parti\nEva;Ek;KFO;SLK;S",
        "namn;roll;titel;enhet;parti\nEva Ek;;KFO;SLK;S",
        "namn;e-post;personnummer;roll;enhet;parti\nEva Ek;e@x.se;800101-1234;KFO;SLK;S",
        "namn,roll,parti,organisation\nEva Ek,KFO,S,SLK",
        "1.\tEva Ek, KFO, SLK (S)",
        "* **Eva  Ek**, KFO, SLK (s)",
        "# Deltagare\n\n- Eva Ek, KFO, SLK (S)",
        "Namn\nEva Ek, KFO, SLK (S)",
        "Nordisk konferens 2017\n\nEva Ek, KFO, SLK (S)\nTotalt 1",
        "Förtroendevalda\nEva Ek, KFO, SLK (S)\nVakant (M)",
    ],
)
def test_the_same_person_is_read_from_every_shape(text: str) -> None:
    assert entries(text) == ["Eva Ek, KFO, SLK (S)"]


def test_role_comes_before_title_which_is_kept_as_a_note() -> None:
    (person,) = parse_participants("namn;titel;roll\nEva Ek;jurist;ordf.")
    assert (person.role, person.note) == ("ordf.", "jurist")


def test_cells_with_commas_and_line_breaks_are_one_cell() -> None:
    text = 'namn,roll,organisation\n"Eva Ek","ordförande\ni nämnden","Region Väst, HR"\nBo Ek,,SLK'
    assert entries(text) == ["Eva Ek, ordförande i nämnden, Region Väst, HR", "Bo Ek, SLK"]


def test_ragged_rows_lose_nothing() -> None:
    text = "namn,roll,organisation\nEva Ek,jurist,Region Väst, HR\nBo Ek"
    assert entries(text) == ["Eva Ek, jurist, Region Väst, HR", "Bo Ek"]


def test_a_stray_quotation_mark_swallows_no_rows() -> None:
    assert names('namn;roll\n"Eva Ek;chef\nBo Ek;chef') == ['"Eva Ek', "Bo Ek"]


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(ParticipantsError, match="går inte att läsa som en tabell från rad 2"):
        parse_participants("namn;roll\nEva Ek;" + "x" * 200_000)


def test_a_formula_is_just_text() -> None:
    text = "namn,roll\n=HYPERLINK(A1),+1\n-Eva Ek,@chef"
    assert entries(text) == ["=HYPERLINK, +1", "-Eva Ek, @chef"]


@pytest.mark.parametrize(
    ("cell", "party"),
    [
        ("s", "S"),
        ("(mp)", "MP"),
        ("Socialdemokraterna", "S"),
        ("F!", "FI"),
        ("spi", "SPI"),
        ("-", ""),
        ("partilös", ""),
        ("Politisk vilde", ""),
        ("Utan parti", ""),
        ("Nya Partiet", "NYA PARTIET"),
        ("Sjukvårdspartiet", "SJUKVÅRDSPARTIET"),
        ("", ""),
        ("tjänsteman", ""),
    ],
)
def test_a_party_column_gives_upper_case(cell: str, party: str) -> None:
    (person,) = parse_participants(f"namn;parti;roll\nEva Ek;{cell};x")
    assert person.party == party


def test_the_party_file_and_the_parser_agree() -> None:
    with PARTY_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert all(None not in row and None not in row.values() for row in rows)
    parties = {row["forkortning"]: row["utskrivet"] for row in rows if row["kategori"] == "parti"}
    assert parties.pop("(-)")
    assert set(parties) == PARTIES
    assert all(party_of(name.split(" (")[0]) == code for code, name in parties.items())


ABSENT = [
    "nej", "N", "0", "frånvarande", "Frånv.", "ej närvarande", "deltog ej", "deltog inte",
    "förhinder", "anmält förhinder", "återbud", "avbokad", "sjuk", "no", "FALSE", "semester",
]  # fmt: skip


@pytest.mark.parametrize("header", ["Närvaro", "deltog", "Status", "Attended", "Närvarande"])
@pytest.mark.parametrize("cell", ABSENT)
def test_a_column_tells_who_was_absent(header: str, cell: str) -> None:
    text = f"namn;roll;{header}\nEva Ek;chef;ja\nBo Ek;chef;{cell}"
    assert present(text) == [True, False]


@pytest.mark.parametrize("cell", ["", "ja", "x", "endast 6/10", "bara dag 1", "digitalt", "fm"])
def test_those_who_came_in_part_or_from_afar_are_present(cell: str) -> None:
    assert present(f"namn;roll;deltog\nEva Ek;chef;ja\nBo Ek;chef;{cell}") == [True, True]


def test_an_empty_cell_is_a_no_where_a_tick_is_a_yes() -> None:
    assert present("namn;närvarande\nEva Ek;x\nBo Ek;\nCia Ek;X") == [True, False, True]


@pytest.mark.parametrize("no", ["-", "–", "—", "nej", "sjuk"])
def test_a_no_leaves_a_tick_the_only_yes(no: str) -> None:
    assert present(f"namn;deltog\nEva Ek;X\nBo Ek;\nCia Ek;{no}") == [True, False, False]


def test_a_dash_says_no_of_attendance_and_of_absence() -> None:
    assert present("namn;deltog\nEva Ek;ja\nBo Ek;-\nCia Ek;") == [True, False, True]
    assert present("namn;frånvarande\nEva Ek;-\nBo Ek;x") == [True, False]


def test_a_column_of_dashes_without_a_header_says_nothing() -> None:
    assert present("Eva Ek;-;chef\nBo Ek;-;chef") == [True, True]


def test_addresses_beside_the_names_leave_them_names() -> None:
    text = "Eva Ek <e@x.se>;chef;e@x.se\nBo Ek 08-508 123 45;jurist;b@x.se"
    assert entries(text) == ["Eva Ek, chef", "Bo Ek, jurist"]


@pytest.mark.parametrize(
    "row", ["Totalt;2", "Summa: 1", "Antal deltagare: 9;", ";Totalt 2", "SUMMA;"]
)
def test_a_sum_below_a_table_is_nobody(row: str) -> None:
    assert names(f"namn;roll\nEva Ek;chef\n{row}") == ["Eva Ek"]


def test_a_person_may_be_called_as_a_sum_begins() -> None:
    assert names("namn;roll\nAntal Szerb;chef") == names("Antal Szerb") == ["Antal Szerb"]


def test_a_column_of_absence_is_read_the_other_way() -> None:
    text = "namn;frånvarande\nEva Ek;x\nBo Ek;\nCia Ek;dag 2\nDan Ek;sjuk\nElsa Ek;nej"
    assert present(text) == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("remark", "came"),
    [
        ("förhinder", False),
        ("frånvarande pga sjukdom", False),
        ("Sjuk", False),
        ("frånvarande dag 2", True),
        ("förhinder för ordinarie ledamot", True),
        ("föreläsare 7/10", True),
    ],
)
def test_a_remark_tells_absence_only_when_it_says_so(remark: str, came: bool) -> None:
    (person,) = parse_participants(f"namn;roll;anmärkning\nEva Ek;chef;{remark}")
    assert (person.present, person.role, person.note) == (came, "chef", remark)


def test_headings_in_a_list_part_the_present_from_the_absent() -> None:
    text = (
        "Närvarande:\n1. Eva Ek (S)\n2. Bo Ek\nFrånvarande\n- Cia Ek\n- Dan Ek (M)\n"
        "Närvarande tjänstepersoner:\nElsa Ek, SLK"
    )
    assert present(text) == [True, True, False, False, True]


def test_a_heading_row_in_a_table_parts_them_too() -> None:
    assert present("namn;roll\nEva Ek;chef\nFrånvarande:;\nBo Ek;chef") == [True, False]


def test_surnames_first_are_turned_where_all_rows_have_them() -> None:
    assert names("Ek, Dag (S)\nvon Essen, Carl\nBerg, Anna Maria, jurist") == [
        "Dag Ek",
        "Carl von Essen",
        "Anna Maria Berg",
    ]
    assert names("Anna Ek, Oslo\nBo Berg, Bergen") == ["Anna Ek", "Bo Berg"]


def test_rows_are_counted_by_person() -> None:
    rows = [person.row for person in parse_participants("Namn;Roll\n;\nEva;chef\nBo;nej\n\nCia;x")]
    assert rows == [1, 2, 3]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "1\n2\n3", "1;2;3\n4;5;6", "namn;roll\n", "Deltagare:"]
)
def test_a_list_without_names_is_refused(text: str) -> None:
    with pytest.raises(ParticipantsError, match="innehåller inga namn"):
        parse_participants(text)


def test_a_row_without_a_name_is_refused_with_its_line() -> None:
    with pytest.raises(ParticipantsError, match="Rad 3 i deltagarlistan saknar namn") as caught:
        parse_participants("namn;roll\nEva Ek;chef\n;jurist")
    assert caught.value.line == 3


def test_a_line_that_is_no_person_is_refused_with_its_line() -> None:
    with pytest.raises(ParticipantsError, match=r"Rad 2 i .*”Uppdaterad 2017-02-01”") as caught:
        parse_participants("Eva Ek\nUppdaterad 2017-02-01")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ek (S)\n\neva   EK, chef (S)",
        "Eva Ek\n\nEva Ek (S)",
        "Namn;Roll\nEva Ek;chef\nEva Ek;jurist",
    ],
)
def test_the_same_person_twice_is_refused_with_both_lines(text: str) -> None:
    with pytest.raises(ParticipantsError, match=r"två gånger .* rad [12] och rad 3"):
        parse_participants(text)


@pytest.mark.parametrize("text", ["Eva Ek (S)\nEva Ek (M)", "Eva Ek, a, SLK\nEva Ek, b, KSF"])
def test_two_people_of_one_name_are_told_apart(text: str) -> None:
    assert names(text) == ["Eva Ek", "Eva Ek"]


def test_a_file_is_read_and_an_error_names_it(tmp_path: Path) -> None:
    path = tmp_path / "deltagare.csv"
    path.write_bytes("Namn;Roll\r\nÅsa Ö;KFO\r\n".encode("cp1252"))
    assert read_participants(path) == (Participant(1, "Åsa Ö", "KFO"),)
    path.write_bytes(b"PK\x03\x04xl/workbook.xml")
    with pytest.raises(ParticipantsError, match=r"deltagare\.csv ser ut som en Excel-fil"):
        read_participants(path)
    path.write_bytes(b"\n")
    with pytest.raises(ParticipantsError) as caught:
        read_participants(path)
    assert caught.value.path == path


WORDS = (
    "Anna Ek Öst von Eva-Lisa KFO S SD KD (S) (s) (M) ordf. ledamot 1:e vice utredare SLK kontoret "
    "Region Väst - – , ; : (sjuk) (digitalt) (ordf.) (SLK) (xy) frånvarande sjuk dag 2 endast 6/10 "
    "a@b.se 070-1234567 | . 1. * <x> och Kultur- fritid 50 %"
).split()
CELLS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
PARTY_CELLS = st.sampled_from(["", "s", "M", "-", "xyz", "partilös"])


@given(CELLS, CELLS, CELLS, PARTY_CELLS)
def test_every_row_that_is_printed_is_read_back(
    name: str, role: str, unit: str, party: str
) -> None:
    cells = "\t".join([f"Eva {name}", role, unit, party])
    try:
        (person,) = parse_participants(f"namn\troll\tenhet\tparti\n{cells}")
    except ParticipantsError:
        reject()
    assert parse_person(person.entry).entry == person.entry


SHREDS = st.one_of(CELLS, st.text(max_size=5), st.sampled_from([*'\n;,\t|"', "namn", "roll"]))


@given(st.lists(SHREDS, max_size=12).map("".join))
def test_any_text_gives_named_people_in_order_or_an_error(text: str) -> None:
    with suppress(ParticipantsError):
        people = parse_participants(text)
        assert [person.row for person in people] == list(range(1, len(people) + 1))
        assert all(any(map(str.isalpha, person.name)) for person in people)


FULL_NAMES = st.lists(
    st.sampled_from(["Eva Ek", "Bo Berg", "Cia von Dal", "Lars-Åke Öst"]), min_size=1, unique=True
)
ODD_CELLS = st.sampled_from(
    "|-|–|x|nej|sjuk|?|2|S|(M)|KFO|jurist|SLK|Region Väst|a@b.se|<a@b.se>|070-1234567|endast 6/10|"
    "Oslo|(Oslo)|led (Vägval)".split("|")
)


@given(FULL_NAMES, st.data(), st.sampled_from(["", "namn\troll\tdeltog\n", "Deltagare\n"]))
def test_every_row_with_a_name_is_a_person_or_an_error(
    people: list[str], data: st.DataObject, header: str
) -> None:
    rows = [f"{name}\t{data.draw(ODD_CELLS)}\t{data.draw(ODD_CELLS)}" for name in people]
    with suppress(ParticipantsError):
        assert names(header + "\n".join(rows)) == people
