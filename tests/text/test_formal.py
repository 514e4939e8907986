"""Notes from many settings, and the exact sentences that rules make of them."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.library.lexicon import read_lexicon
from drafter.text.formal import formal

LEXICON = read_lexicon(Path(__file__).parents[2] / "prompts" / "gemensamt" / "lexikon.csv")


def cases() -> list[tuple[str, str]]:
    """The pairs of ``formal_cases.txt``: a note on one line, its sentence on the next."""
    text = (Path(__file__).parent / "formal_cases.txt").read_text(encoding="utf-8")
    blocks = (block.splitlines() for block in text.split("\n\n"))
    return [(lines[0], lines[1]) for lines in blocks if len(lines) == 2]


def sentence(note: str) -> str:
    """A note's sentence with its hard spaces made plain, to be read in a table."""
    return formal(note, LEXICON).text.replace("\u00a0", " ")


@pytest.mark.parametrize(("note", "expected"), cases())
def test_a_note_becomes_its_sentence(note: str, expected: str) -> None:
    assert sentence(note) == expected


@pytest.mark.parametrize(("note", "expected"), cases())
def test_a_sentence_stays_as_it_is(note: str, expected: str) -> None:
    assert sentence(expected) == expected, note


def test_there_are_cases_enough() -> None:
    assert len(cases()) > 100


SIGNS = [
    ("=> inga svar kom", "Följd: inga svar kom."),
    ("-> inga svar kom", "Inga svar kom."),
    ("> 50 kom, >= 3 talade", "Mer än 50 kom, minst 3 talade."),
    ("+ studiebesök i Lund", "Studiebesök i Lund."),
    ("[ ] boka sal", "Boka sal."),
    ("bra dag :)", "Bra dag."),
    ("bra 👍 dag", "Bra dag."),
    ("**viktig** punkt", "Viktig punkt."),
    ("mat + logi + resa ingår", "Mat, logi och resa ingår."),
    ("de sa att tågen = en plåga", "De sade att tågen – en plåga."),
    ("KSO = kommunstyrelsens ordförande", "KSO är kommunstyrelsens ordförande."),
    ("2 + 3 = 5", "2 plus 3 = 5."),
    ("Ernst & Young granskade mark & vatten", "Ernst & Young granskade mark och vatten."),
    ("sent - mycket sent -- för sent", "Sent – mycket sent – för sent."),
    ("de 16 - ja 16 - kom", "De 16 – ja 16 – kom."),
    ("vi väntar... och väntar....", "Vi väntar… och väntar…"),
    ("ja!! (nästan) alla!", "Ja (nästan) alla."),
    ("varför?! ingen vet", "Varför? Ingen vet."),
    ("kom ~300 , minst >50 %", "Kom cirka 300, minst mer än 50 procent."),
    ('han sa "nej"', "Han sade ”nej”."),
    ('svaret: "varför nu?"', "Svaret: ”varför nu?”"),
    ("»ja« och „nej“", "”ja” och ”nej”."),
    ("(helt nytt)", "(Helt nytt)."),
    ("(Helt nytt.)", "(Helt nytt.)"),
    ("åtgärder:", "Åtgärder:"),
    ("ett, två,", "Ett, två."),
    ("e-tjänsten invigdes", "E-tjänsten invigdes."),
    ("iPad delades ut", "iPad delades ut."),
    ("avtalet LADES NER trots protest", "Avtalet lades ner trots protest."),
    ("Peter ANDERSEN kom med ICLEI", "Peter ANDERSEN kom med ICLEI."),
    ("VAD TAR VI MED OSS", "VAD TAR VI MED OSS."),
]

FIGURES = [
    ("kl 14:20", "Kl. 14.20."),
    ("kl 9-15:30 o 10:15-11:00", "Kl. 9–15.30 och 10.15–11.00."),
    ("skala 1:10, kl 1:10", "Skala 1:10, kl. 1.10."),
    ("enligt KL 5:12 och SFS 2017:725", "Enligt KL 5:12 och SFS 2017:725."),
    ("10% av 31480 kr", "10 procent av 31 480 kronor."),
    ("dnr 803-1966/2016 o KS 2026/0312", "Dnr 803-1966/2016 och KS 2026/0312."),
    ("tel. 08-508 29 000, id 1234567", "Telefon 08-508 29 000, id 1234567."),
    ("190 tkr/år, 35 min/möte", "190 tusen kronor per år, 35 minuter per möte."),
    ("2 v, 12 mån, 13 dgr, 1 h", "Två veckor, tolv månader, 13 dagar, 1 timme."),
    ("2-3 v, 1,5 h, dag 2", "2–3 veckor, 1,5 timmar, dag 2."),
    ("3 av 5 dagar", "3 av 5 dagar."),
    ("röster 54-27", "Röster 54-27."),
    ("tis 6/10 kl 9", "Tisdagen den 6 oktober kl. 9."),
    ("tis-ons 6-7/10", "Tisdag–onsdag den 6–7 oktober."),
    ("7/10 granskade pdf:er", "7/10 granskade pdf:er."),
    ("20170223 o 1,2 milj", "20170223 och 1,2 miljoner."),
]


@pytest.mark.parametrize(("note", "expected"), SIGNS + FIGURES)
def test_signs_and_figures_are_written_out(note: str, expected: str) -> None:
    assert sentence(note) == expected


def test_long_numbers_are_held_together_by_hard_spaces() -> None:
    text = formal("kostade 31480 kr, inte 1 250 000 kr", LEXICON).text
    assert text == "Kostade 31\u00a0480 kronor, inte 1\u00a0250\u00a0000 kronor."


@pytest.mark.parametrize("note", ["", "  ", "-", "=>", ":)", "???", "...", "(skriv om)"])
def test_a_note_that_says_nothing_gives_nothing(note: str) -> None:
    assert sentence(note) == ""


def test_what_is_said_to_the_writer_is_taken_out_verbatim() -> None:
    result = formal("mötet var kasst (skriv snällare!). viktigt!!", LEXICON)
    assert result.text == "Mötet var bristfälligt."
    assert result.removed == ("(skriv snällare!)", "viktigt!!")


def test_the_lines_of_an_item_may_come_with_any_white_space() -> None:
    assert sentence("  mkt\tbra \n dag\u200b ") == "Mycket bra dag."


PLAIN = "Zorn möte Ängby stad Östlund avtal Ek skola Kvist park Holm vatten Berga".split()
UNITS = {"kr": "kronor", "pers": "personer", "mkr": "miljoner kronor", "%": "procent", "km": "km"}
NEGATIONS = ["inte", "ej", "aldrig", "ingen", "inget", "inga", "varken", "utan", "INTE", "INGEN"]
FORMS = [text for one in LEXICON.entries if one.safe for text, _ in one.spellings()]
NEGATION = re.compile(r"\b(?:inte|ej|aldrig|ingen|inget|inga|varken|utan)\b", re.IGNORECASE)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PLAIN), st.integers(13, 9999), st.sampled_from([*UNITS])))
)
def test_no_figure_changes(parts: list[tuple[str, int, str]]) -> None:
    note = ", ".join(f"{word} {number} {unit}" for word, number, unit in parts)
    assert re.findall(r"\d+", sentence(note)) == re.findall(r"\d+", note)


@settings(deadline=None)
@given(st.lists(st.sampled_from(FORMS) | st.sampled_from(NEGATIONS), min_size=1, max_size=8))
def test_no_negation_is_lost_or_added(parts: list[str]) -> None:
    note = ", ".join(parts)
    result = formal(note, LEXICON)
    kept = note if not result.removed else note.replace(result.removed[0], "")
    assert len(NEGATION.findall(result.text)) == len(NEGATION.findall(kept))


@settings(deadline=None)
@given(st.lists(st.sampled_from(FORMS) | st.sampled_from(["Zorn", "Ängby", "Östlund", "Ek"])))
def test_names_survive(parts: list[str]) -> None:
    names = [part for part in parts if part in ("Zorn", "Ängby", "Östlund", "Ek")]
    found = re.findall(r"\b(?:Zorn|Ängby|Östlund|Ek)\b", sentence(", ".join(parts)))
    assert found == names


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_a_sentence_or_nothing(text: str) -> None:
    result = formal(text, LEXICON).text
    assert result == "" or re.search(r"[^\W_]", result)
    assert "  " not in result


HOSTILE = [
    "a",
    "A",
    "1",
    "(",
    '"',
    "! ",
    "m. ",
    "konf. ",
    "A ",
    "x@",
    "a + b ",
    "a = b ",
    "1/1 ",
    "The Way of ",
    "(kolla) ",
    "a. viktigt!! ",
    "hmm ",
    '<b onclick="x">hej</b> ',
    '{"a": [1, 2]} ',
    "\u202eabc",
    "😀 ",
    "e\u0301",
    "İ",
    "\U000f0000",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_of_a_hundred_kilobytes_takes_bounded_time(piece: str) -> None:
    start = time.process_time()
    formal(piece * (100_000 // len(piece)), LEXICON)
    assert time.process_time() - start < 5


def test_thousands_of_lines_take_no_time_to_speak_of() -> None:
    notes = [note for note, _ in cases()]
    lines = (notes * (5000 // len(notes) + 1))[:5000]
    start = time.process_time()
    for line in lines:
        formal(line, LEXICON)
    assert time.process_time() - start < 2.5
