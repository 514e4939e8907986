import pytest

from drafter.library.language import read_grammar
from drafter.library.prompt_files import PromptFiles
from drafter.text.language.inflection import compare, decline

GRAMMAR = read_grammar(PromptFiles.searched())


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("tala", "tala talar talade talat talas talas talades talats"),
        ("erhålla", "erhålla erhåller erhöll erhållit erhållas erhålls erhölls erhållits"),
        ("föreligga", "föreligga föreligger förelåg förelegat"),
        ("tillse", "tillse tillser tillsåg tillsett tillses tillses tillsågs tillsetts"),
        ("inneha", "inneha innehar innehade innehaft"),
        ("förvara", "förvara förvarar förvarade förvarat förvaras förvaras förvarades förvarats"),
        ("föranleda", "föranleda föranleder föranledde föranlett föranledas föranleds"),
        ("läsa", "läsa läser läste läst läsas läses lästes lästs"),
        ("tillhandahålla", "tillhandahålla tillhandahåller tillhandahöll tillhandahållit"),
    ],
)
def test_a_verb_has_its_forms(infinitive: str, forms: str) -> None:
    wanted = forms.split()
    assert list(GRAMMAR.verb(infinitive).finite())[: len(wanted)] == wanted


def test_a_verb_has_participles() -> None:
    assert {"erhållande", "erhållen", "erhållet", "erhållna", "erhålles"} <= set(
        GRAMMAR.verb("erhålla").others()
    )
    assert {"nyttjande", "nyttjad", "nyttjat", "nyttjade"} <= set(GRAMMAR.verb("nyttja").others())
    assert {"beaktande"} <= set(GRAMMAR.verb("beakta").others())
    assert {"seende", "sedd", "sett", "sedda"} <= set(GRAMMAR.verb("se").others())


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("målsättning", "målsättning målsättningen målsättningar målsättningarnas"),
        ("gubbe", "gubbe gubben gubbar gubbarna gubbens"),
        ("fråga", "fråga frågan frågor frågorna frågans"),
        ("dröjsmål", "dröjsmål dröjsmålet dröjsmålen dröjsmåls"),
    ],
)
def test_a_noun_has_its_forms(noun: str, forms: str) -> None:
    assert set(forms.split()) <= set(decline(noun))


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("kass", "kass kasst kassa kassare"),
        ("usel", "usel uselt usla"),
        ("förlegad", "förlegad förlegat förlegade"),
        ("öppen", "öppen öppet öppna"),
    ],
)
def test_an_adjective_has_its_forms(adjective: str, forms: str) -> None:
    assert set(forms.split()) <= set(compare(adjective))
