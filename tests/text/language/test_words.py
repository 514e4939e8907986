from drafter.library.language import read_grammar
from drafter.library.prompt_files import PromptFiles
from drafter.text.language.documents import read_passages
from drafter.text.language.inflection import WordClass
from drafter.text.language.rules import Document
from drafter.text.language.words import Term, WordList

GRAMMAR = read_grammar(PromptFiles.searched())


def found(text: str, *terms: Term) -> list[tuple[str, str | None, str]]:
    document = Document(read_passages(text))
    return [
        (document.passages[one.passage].text[one.start : one.end], one.fix, one.advice)
        for one in WordList.of(terms, GRAMMAR)(document)
    ]


RECEIVE = Term("erhålla", ("få",), WordClass.VERB)


def test_a_verb_is_found_in_every_form_with_the_same_form_of_the_other() -> None:
    text = "Staden erhöll medel. Medlen har erhållits. Bidrag erhålls. Att erhålla är svårt."
    assert found(text, RECEIVE) == [
        ("erhöll", "fick", ""),
        ("erhållits", "fåtts", ""),
        ("erhålls", "fås", ""),
        ("erhålla", "få", ""),
    ]


def test_a_participle_has_no_match_and_is_told_in_words() -> None:
    assert found("Erhållna medel.", RECEIVE) == [("Erhållna", None, "Skriv hellre ”få”.")]


def test_a_capital_is_kept() -> None:
    assert found("Erhålls bidraget?", RECEIVE) == [("Erhålls", "Fås", "")]


def test_in_a_phrase_the_verb_is_inflected_and_the_rest_follows() -> None:
    phrase = Term("vidta åtgärder", ("agera",), WordClass.VERB)
    assert found("Nämnden vidtog åtgärder.", phrase) == [("vidtog åtgärder", "agerade", "")]
    assert found("Nämnden vidtog, åtgärder behövs.", phrase) == []


def test_the_longest_phrase_goes_before_the_word_in_it() -> None:
    terms = (Term("i syfte", ("för",)), Term("i syfte att", ("för att",)))
    assert found("I syfte att spara.", *terms) == [("I syfte att", "För att", "")]


def test_a_choice_is_a_persons() -> None:
    terms = (Term("avseende", ("om", "för")),)
    assert found("Beslut avseende resan.", *terms) == [
        ("avseende", None, "Skriv hellre ”om” eller ”för”.")
    ]


def test_a_point_goes_with_its_abbreviation_but_not_with_the_sentence() -> None:
    terms = (Term("m fl.", ("med flera",)),)
    assert found("Oslo m fl. städer deltog.", *terms) == [("m fl.", "med flera", "")]
    assert found("Oslo deltog m fl. Därefter kom fler.", *terms) == [("m fl", "med flera", "")]
    assert found("Det var Oslo m fl.", *terms) == [("m fl", "med flera", "")]


def test_what_is_quoted_is_left_alone() -> None:
    assert found("Hon sade: ”Vi erhöll medel.”", RECEIVE) == []
