"""How the forms of notes are found and replaced, with small word lists made for each case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.lexicon import Beside, Entry, Kind, Lexicon


def words(*texts: str) -> frozenset[str]:
    return frozenset(texts)


LEXICON = Lexicon(
    (
        Entry("m.", "med", Kind.SMALL),
        Entry("m", "med", Kind.SMALL, Beside(not_before=words("SLUT"))),
        Entry("m fl", "med flera", Kind.SHORTENED),
        Entry("ang(.)", "om", Kind.SMALL),
        Entry("mkt", "mycket", Kind.SMALL),
        Entry("v(.)", "vecka", Kind.DAY, Beside(before=words("TAL"))),
        Entry("v(.)", "veckor", Kind.MEASURE, Beside(after=words("TAL"))),
        Entry("h", "timmar", Kind.MEASURE, Beside(after=words("TAL"))),
        Entry("konf(.)", "konferens", Kind.SHORTENED, Beside(after=words("nästa", "varje"))),
        Entry("konf(.)", "konferensen", Kind.SHORTENED),
        Entry("-konf(.)", "konferens", Kind.SHORTENED),
        Entry("-utv(.)", "utveckling", Kind.SHORTENED),
        Entry("erf.-", "erfarenhets", Kind.SHORTENED),
        Entry("huvudst.-", "huvudstads", Kind.SHORTENED),
        Entry("tjm-", "tjänstemanna", Kind.SHORTENED),
        Entry("tjm", "tjänstemän", Kind.SHORTENED),
        Entry("ordf(.)", "ordförande", Kind.TITLE),
        Entry("Sthlm", "Stockholm", Kind.PLACE),
        Entry("H:fors", "Helsingfors", Kind.PLACE),
        Entry("Helsinki", "Helsingfors", Kind.PLACE, Beside(not_before=words("NAMN"))),
        Entry("INTE", "inte", Kind.EMPHASIS),
        Entry("kasst", "bristfälligt", Kind.JUDGEMENT),
        Entry("kass", "bristfällig", Kind.JUDGEMENT),
        Entry("kolla upp", "kontrollera", Kind.VERB),
        Entry("kolla", "se på", Kind.VERB),
        Entry("fatta beslut", "fatta beslut", Kind.GUARD),
        Entry("fatta", "förstå", Kind.VERB),
        Entry("ju", "(stryk)", Kind.PARTICLE, Beside(not_before=words("fler"))),
        Entry("va", "var / vad", Kind.SPOKEN, safe=False),
        Entry("min.", "minst / minuter", Kind.SHORTENED, safe=False),
    )
)

REPLACED = [
    ("kom m. tåg", "kom med tåg"),
    ("kom m tåg", "kom med tåg"),
    ("mkt bra", "mycket bra"),
    ("Mkt bra", "Mycket bra"),
    ("Oslo m fl städer", "Oslo med flera städer"),
    ("kolla upp siffran och kolla bilden", "kontrollera siffran och se på bilden"),
    ("möte v. 12 och 3 v. senare", "möte vecka 12 och 3 veckor senare"),
    ("v14, 3v, 24h", "vecka 14, 3 veckor, 24 timmar"),
    ("nästa konf. i Åbo, konf. i år", "nästa konferens i Åbo, konferensen i år"),
    ("erf.utbyte", "erfarenhetsutbyte"),
    ("huvudst.konf", "huvudstadskonferens"),
    ("huvudstadskonf. i Oslo", "huvudstadskonferens i Oslo"),
    ("EU-konf om stadsutv", "EU-konferens om stadsutveckling"),
    ("tjm-nivå, ledande tjm", "tjänstemannanivå, ledande tjänstemän"),
    ("Sthlm, STHLM och sthlm", "Stockholm, Stockholm och Stockholm"),
    ("Sthlms och H:fors hamnar", "Stockholms och Helsingfors hamnar"),
    ("Sthlm:s bud", "Stockholms bud"),
    ("Sthlm-Oslo och Oslo-Sthlm", "Stockholm-Oslo och Oslo-Stockholm"),
    ("i Helsinki.", "i Helsingfors."),
    ("det var INTE kasst", "det var inte bristfälligt"),
    ("KASST!", "bristfälligt!"),
    ("svårt att fatta", "svårt att förstå"),
    ("det är ju klart", "det är klart"),
    ("så ju!", "så!"),
]

UNTOUCHED = [
    "Per Ask (m) och (M)",
    "möte i fem m",
    "tåg-m och m-kod",
    "m@kommun.se",
    "https://m.se/ang/sthlm",
    "dnr KS 2026/0312 ang-1",
    'hon sa "mkt kasst" och ”kolla”',
    "»mkt«",
    "mktstöd, armkt",
    "kolla_upp #sthlm @sthlm",
    "fatta beslut",
    "ju fler",
    "va bra",
    "min. 3",
    "konferens och konferensen",
    "borg.mästare",
    "Kass Ahmed",
    "Helsinki Declaration",
    "The Art of Mkt and Kasst",
    "2017-02-23 m.fl.x",
    "",
    " ",
]


@pytest.mark.parametrize(("note", "formal"), REPLACED)
def test_a_note_form_becomes_its_formal_form(note: str, formal: str) -> None:
    assert LEXICON.expand(note) == formal


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_note_form_is_left_alone(text: str) -> None:
    assert LEXICON.expand(text) == text


POINTS = [
    ("kom till konf. i går", "kom till konferensen i går"),
    ("kom till konf.", "kom till konferensen."),
    ("kom till konf. Nästa möte", "kom till konferensen. Nästa möte"),
    ("inför konf. 2017 i Oslo", "inför konferensen 2017 i Oslo"),
    ("inför konf. 12 kom", "inför konferensen. 12 kom"),
    ("(inför konf.)", "(inför konferensen)"),
    ("mejl ang. Oslo", "mejl om Oslo"),
    ("ordf. Karin Ek kom", "ordförande Karin Ek kom"),
    ("valde ordf. Sedan gick vi", "valde ordförande. Sedan gick vi"),
    ("nästa konf. kostar 9 kr", "nästa konferens kostar 9 kr"),
]


@pytest.mark.parametrize(("note", "formal"), POINTS)
def test_the_point_of_a_short_form_stays_where_it_ends_a_sentence(note: str, formal: str) -> None:
    assert LEXICON.expand(note) == formal


def test_the_first_of_two_entries_that_fit_wins() -> None:
    first = Entry("ex", "exempel", Kind.SHORTENED)
    second = Entry("ex", "exemplar", Kind.SHORTENED)
    assert Lexicon((first, second)).expand("ett ex") == "ett exempel"
    assert Lexicon((second, first)).expand("ett ex") == "ett exemplar"


def test_a_circle_of_entries_comes_to_an_end() -> None:
    circle = Lexicon((Entry("aa", "bb", Kind.VERB), Entry("bb", "aa", Kind.VERB)))
    assert circle.expand("aa") in ("aa", "bb")


def test_what_may_stand_before_a_point_is_known() -> None:
    assert {"m", "konf", "min"} <= LEXICON.abbreviations


NOTES = st.sampled_from([text for one in LEXICON.entries for text, _ in one.spellings()])
OTHERS = st.sampled_from('Oslo 3 12 och nästa . , : - / ( ) ” " ! Anna kl. 14:20 m.fl'.split())


@settings(deadline=None)
@given(st.lists(st.tuples(NOTES | OTHERS, st.sampled_from(["", " ", " ", " "])), max_size=12))
def test_expanding_twice_changes_nothing_more(parts: list[tuple[str, str]]) -> None:
    once = LEXICON.expand("".join(text + space for text, space in parts))
    assert LEXICON.expand(once) == once


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_expanded(text: str) -> None:
    once = LEXICON.expand(text)
    assert LEXICON.expand(once) == once
