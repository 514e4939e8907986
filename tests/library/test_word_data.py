"""The word data of the grounding checks: nothing twice, nothing in vain, nothing against itself.

A word is its base form by ``bojningar.csv``, or itself, brought to its stem. A row with hyphens
is the end of a compound with at least three letters before it; the longest ending counts.
"""

import csv
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import Stemmer

FOLDER = Path(__file__).parents[2] / "prompts" / "gemensamt"
STEM = cache(Stemmer.Stemmer("swedish").stemWord)
HEAD = "huvud"
"""Stands in for the first part of a compound."""


def rows(name: str) -> list[tuple[str, ...]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter=";", strict=True)]


HEADER, *INFLECTIONS = rows("bojningar.csv")
GROUPS = rows("synonymer.csv")[1:]
OPPOSITES = rows("motsatser.csv")[1:]
STANCE = tomllib.loads((FOLDER / "hallning.toml").read_text(encoding="utf-8"))
LADDERS = {
    name: {step["namn"]: step["ord"] for step in STANCE[name]}
    for name in ("frekvens", "mangd", "status")
}
CLASSES = LADDERS | {name: STANCE[name] for name in ("forbehall",)}
LISTS = ("nekande", "utan", "utan_nekande", "sagesverb")

BASES = dict(INFLECTIONS)


def stem(word: str) -> str:
    """What all forms of a word have in common."""
    word = word.lower()
    for cut in range(3, len(word)) if word not in BASES else ():
        if ending := BASES.get(f"-{word[cut:]}"):
            return STEM(word[:cut] + ending[1:])
    return STEM(BASES.get(word, word).lower())


def stems(expression: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in expression.split())


def alike(one: str, other: str) -> bool:
    """Whether two words or phrases are the same, in whatever form."""
    return stems(one) == stems(other)


def everything() -> list[str]:
    """Every word and phrase of the four files."""
    cells = [cell for row in (*INFLECTIONS, *GROUPS, *OPPOSITES) for cell in row]
    lists = [STANCE[name] for name in LISTS]
    steps = [words for steps in CLASSES.values() for words in steps.values()]
    return cells + [word for words in (*lists, *steps) for word in words]


def test_the_tables_have_their_headers() -> None:
    assert HEADER == ("form", "grundform")
    assert rows("synonymer.csv")[0] == ("ord", "synonym")
    assert rows("motsatser.csv")[0] == ("ord", "motsats")


def test_every_cell_is_clean_text() -> None:
    for cell in everything():
        assert cell
        assert cell == " ".join(unicodedata.normalize("NFC", cell).split())


def test_every_inflection_has_a_form_and_a_base() -> None:
    assert [row for row in INFLECTIONS if len(row) != 2] == []
    assert [row for row in INFLECTIONS if len({cell[0] == "-" for cell in row}) != 1] == []


def test_inflections_are_lower_case_words() -> None:
    for cell in (cell for row in INFLECTIONS for cell in row):
        assert cell.removeprefix("-").isalpha(), cell
        assert cell == cell.lower()


def test_every_form_is_given_once() -> None:
    times = Counter(form for form, _ in INFLECTIONS)
    assert [form for form, count in times.items() if count > 1] == []


def test_every_inflection_tells_the_stemmer_something_new() -> None:
    for form, base in INFLECTIONS:
        whole, root = (word.replace("-", HEAD) for word in (form, base))
        assert STEM(whole) != STEM(root), f"{form};{base}"


def test_a_part_of_a_compound_is_not_given_by_a_shorter_one() -> None:
    for form, base in (row for row in INFLECTIONS if row[0][0] == "-"):
        for cut in range(2, len(form)):
            shorter = BASES.get(f"-{form[cut:]}")
            assert shorter is None or base != form[:cut] + shorter[1:], f"{form};{base}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huvudstäder", "huvudstad"),
        ("värdstäderna", "värdstaden"),
        ("grannländernas", "grannland"),
        ("tjänstemännen", "tjänsteman"),
        ("nämndledamöterna", "nämndledamot"),
        ("inbjöds", "inbjuden"),
        ("bjöds", "bjudit"),
        ("antogs", "antagen"),
        ("föreslogs", "föreslagna"),
        ("beslöt", "beslutade"),
        ("avslagen", "avslogs"),
        ("pågick", "pågår"),
        ("fastställts", "fastställer"),
        ("sålde", "säljs"),
        ("ökade", "öka"),
        ("diskuterats", "diskuterar"),
        ("platser", "plats"),
        ("merkostnaderna", "merkostnad"),
        ("seminarierna", "seminarium"),
        ("projektet", "projekten"),
        ("kommunalt", "kommunala"),
        ("gemensamma", "gemensam"),
        ("bäst", "bra"),
        ("större", "stora"),
        ("äldst", "gammal"),
        ("allmänna", "allmän"),
        ("öppet", "öppna"),
        ("säkert", "säker"),
        ("anländer", "anlända"),
        ("välkomnade", "välkommen"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("höjde", "hög"),
        ("avslog", "föreslog"),
        ("inbjöd", "erbjöd"),
        ("ledamöter", "möten"),
        ("antog", "avtog"),
        ("intäkt", "intog"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_group_holds_at_least_two_short_expressions() -> None:
    assert [group for group in GROUPS if len(group) < 2] == []
    assert [word for group in GROUPS for word in group if len(word.split()) > 3] == []


def test_no_group_is_given_twice() -> None:
    times = Counter(frozenset(group) for group in GROUPS)
    assert [set(group) for group, count in times.items() if count > 1] == []


def test_no_group_says_the_same_word_twice() -> None:
    for group in GROUPS:
        assert [pair for pair in combinations(group, 2) if alike(*pair)] == []


def test_no_group_joins_opposites() -> None:
    joined = [{stems(word) for word in group} for group in GROUPS]
    for row in OPPOSITES:
        turned = {stems(word) for word in row}
        assert [group for group in joined if turned <= group] == []


def test_opposites_are_two_different_words() -> None:
    assert [row for row in OPPOSITES if len(row) != 2 or alike(*row)] == []


def test_no_opposites_are_given_twice() -> None:
    times = Counter(frozenset(row) for row in OPPOSITES)
    assert [set(row) for row, count in times.items() if count > 1] == []


def covers(listed: str, word: str) -> bool:
    return word.startswith(listed[:-1]) if listed.endswith("*") else word == listed


def steps_of(name: str, word: str) -> set[str]:
    steps = CLASSES[name].items()
    return {step for step, words in steps if any(covers(listed, word) for listed in words)}


@pytest.mark.parametrize("name", CLASSES)
def test_no_group_mixes_two_classes_of_stance(name: str) -> None:
    for group in GROUPS:
        known = set().union(*(steps_of(name, word) for word in group))
        assert len(known) < 2, f"{group}: {known}"


@pytest.mark.parametrize("name", CLASSES)
def test_no_word_is_in_two_classes_of_stance(name: str) -> None:
    for word in (word for words in CLASSES[name].values() for word in words):
        assert len(steps_of(name, word.removesuffix("*"))) <= 1, word


@pytest.mark.parametrize("words", [STANCE[name] for name in LISTS], ids=LISTS)
def test_no_word_of_a_list_is_covered_by_another(words: list[str]) -> None:
    for word, listed in combinations(words, 2):
        assert not covers(listed, word.removesuffix("*")), f"{word} and {listed}"
        assert not covers(word, listed.removesuffix("*")), f"{word} and {listed}"


def test_words_of_stance_are_lower_case_with_at_most_a_last_star() -> None:
    lists = [*(STANCE[name] for name in LISTS), *(w for c in CLASSES.values() for w in c.values())]
    for word in (word for words in lists for word in words):
        assert word == word.lower()
        assert "*" not in word[:-1]


def test_the_ladder_of_decisions_goes_from_thought_to_done() -> None:
    assert list(LADDERS["status"]) == [
        "tanke",
        "önskan",
        "förslag",
        "rekommendation",
        "avsikt",
        "ska",
        "enighet",
        "beslut",
        "genomfört",
    ]


def test_the_ladder_of_quantities_goes_from_none_to_all() -> None:
    steps = list(LADDERS["mangd"])
    assert steps[0] == "ingen"
    assert steps[-1] == "alla"
