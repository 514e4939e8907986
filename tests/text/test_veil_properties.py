"""For any notes and any names: nothing shows, everything comes back, and order does not matter."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil
from tests.leaks import showing

GIVEN = "Anna Björn Dag Maj Jonas Alex Fredrik Eva-Louise André Åsa Bo Zoë Muhammed Siobhán".split()
SURNAMES = (
    "Berg Ek Lindqvist Åberg Franz O'Brien Ståhl-Nyqvist Öst Müller Erlandsson Dag Wik".split()
)
NICKNAMES = {"fredrik": ("Fredde",), "anna": ("Annie",), "jonas": ("Jonte",)}
FILLERS = (
    " ; , ? ( ) staden beslutade ⟦P1⟧ ⟦ ⟧ ⟦⟧ ⟦N1⟧ s :s en av 2017 \n 070-123\u00a045\u00a067 -"
    " 850101-1234 x.y@z.se ß İ \ufb01 \u0301 \u200d § Stockholm möte s⟦ '"
).split(" ")

people = st.lists(
    st.builds(
        lambda first, last: f"{first} {last}", st.sampled_from(GIVEN), st.sampled_from(SURNAMES)
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


def _parts(name: str) -> list[str]:
    first, _, last = name.partition(" ")
    pets = NICKNAMES.get(first.casefold(), ())
    return [name, first, last, *pets, *first.split("-"), *last.split("-")]


def _initials(name: str) -> str:
    first, _, last = name.partition(" ")
    return first[0] + last[0]


def _soft(word: str) -> str:
    return f"{word[:2]}\u00ad{word[2:]}"


def _zero_width(word: str) -> str:
    return "\u200b".join(word)


def _over_lines(word: str) -> str:
    return word.replace(" ", "\n")


def _hard_spaced(word: str) -> str:
    return word.replace(" ", "\u00a0")


def _apart(word: str) -> str:
    return unicodedata.normalize("NFD", word)


WRITINGS = (
    str, str.lower, str.upper, str.swapcase, _apart, _soft, _zero_width, _over_lines, _hard_spaced,
)  # fmt: skip
ENDINGS = ("", "s", ":s", "'s", "S", "ss", "gruppen", "-projektet")


@st.composite
def notes(draw: st.DrawFn) -> tuple[list[str], str]:
    """Names, and a text in which they are written in all sorts of ways."""
    names = draw(people)
    written = st.builds(
        lambda part, writing, ending: writing(part) + ending,
        st.sampled_from([part for name in names for part in _parts(name)]),
        st.sampled_from(WRITINGS),
        st.sampled_from(ENDINGS),
    )
    piece = st.one_of(
        written,
        st.sampled_from([_initials(name) for name in names]),
        st.sampled_from(FILLERS),
        st.text(max_size=6),
    )
    gap = st.sampled_from([" ", " ", "", "\n", ", "])
    pieces = draw(st.lists(st.tuples(piece, gap), max_size=14))
    return names, "".join(part + between for part, between in pieces)


@settings(max_examples=400, deadline=None)
@given(notes())
def test_what_is_hidden_comes_back_to_the_letter(case: tuple[list[str], str]) -> None:
    names, text = case
    veil = Veil.of(Pseudonyms.of(names, NICKNAMES))
    restored = veil.restore(veil.hide(text))
    assert restored.text == text
    assert restored.unknown == ()


@settings(max_examples=400, deadline=None)
@given(notes())
@example(
    (["Siobhán O'Brien", "Anna Lindqvist", "Anna Åberg", "Anna Berg"], "Anna BergS O'BrienAL ")
)
def test_no_name_shows(case: tuple[list[str], str]) -> None:
    names, text = case
    veil = Veil.of(Pseudonyms.of(names, NICKNAMES))
    hidden = veil.hide(text)
    parts = [part for name in names for part in (*_parts(name), _initials(name))]
    assert showing(hidden, parts) == []
    assert veil.leaks(hidden) == ()


@settings(max_examples=100, deadline=None)
@given(notes())
def test_the_order_of_people_is_irrelevant(case: tuple[list[str], str]) -> None:
    names, text = case
    one = Veil.of(Pseudonyms.of(names, NICKNAMES))
    other = Veil.of(Pseudonyms.of(reversed(names), NICKNAMES))
    assert one.hide(text) == other.hide(text)


@settings(max_examples=100, deadline=None)
@given(notes())
def test_hiding_is_stable(case: tuple[list[str], str]) -> None:
    names, text = case
    veil = Veil.of(Pseudonyms.of(names, NICKNAMES))
    once = veil.hide(text)
    assert veil.hide(text) == once
    twice = veil.hide(once)
    assert veil.restore(veil.restore(twice).text).text == text
