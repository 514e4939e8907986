"""Every language rule that is shipped does what its own examples say."""

from collections.abc import Iterator

import pytest

from drafter.library.language import read_language
from drafter.library.lexicon import read_shared_lexicon
from drafter.library.prompt_files import PromptFiles
from drafter.library.spelling import Dictionary
from drafter.nouns import HouseStyle
from drafter.text.language.documents import read_passages
from drafter.text.language.rules import Document, LanguageRule, Remark

PROMPTS = PromptFiles.searched()
RULES = read_language(PROMPTS, read_shared_lexicon(PROMPTS)).rules
BY_ID = [pytest.param(rule, id=rule.id) for rule in RULES]


@pytest.fixture(scope="module")
def speller() -> Iterator[Dictionary]:
    dictionary = Dictionary()
    yield dictionary
    dictionary.close()


def remarks(rule: LanguageRule, text: str, speller: Dictionary) -> list[tuple[str, str | None]]:
    """What a rule finds in a text: the words, and what it would have there."""
    document = Document(read_passages(text), speller=speller)
    return [(words(document, one), one.fix) for one in rule.detect(document)]


def words(document: Document, remark: Remark) -> str:
    return document.passages[remark.passage].text[remark.start : remark.end]


def mended(rule: LanguageRule, text: str, speller: Dictionary) -> str:
    document = Document(read_passages(text), speller=speller)
    texts = [passage.text for passage in document.passages]
    for one in sorted(rule.detect(document), key=lambda one: -one.start):
        assert one.fix is not None, text
        texts[one.passage] = (
            texts[one.passage][: one.start] + one.fix + texts[one.passage][one.end :]
        )
    marks = ("# " if one.is_heading else "" for one in document.passages)
    return "\n\n".join(mark + one for mark, one in zip(marks, texts, strict=True))


@pytest.mark.parametrize("rule", BY_ID)
def test_it_hits_what_it_must(rule: LanguageRule, speller: Dictionary) -> None:
    assert len(rule.hits) >= 2
    assert [text for text in rule.hits if not remarks(rule, text, speller)] == []


@pytest.mark.parametrize("rule", BY_ID)
def test_it_is_silent_where_it_must(rule: LanguageRule, speller: Dictionary) -> None:
    assert len(rule.silent) >= 2
    assert {
        text: remarks(rule, text, speller) for text in rule.silent if remarks(rule, text, speller)
    } == {}


@pytest.mark.parametrize("rule", [one for one in BY_ID if one.values[0].safe])
def test_a_safe_rule_mends_its_own_hits_for_good(rule: LanguageRule, speller: Dictionary) -> None:
    assert len(rule.mended) == len(rule.hits), "a safe rule says what each of its hits becomes"
    assert tuple(mended(rule, text, speller) for text in rule.hits) == rule.mended
    assert [text for text in rule.mended if remarks(rule, text, speller)] == []


@pytest.mark.parametrize("rule", BY_ID)
def test_it_is_told_in_a_sentence_with_its_source(rule: LanguageRule) -> None:
    assert rule.summary[0].isupper()
    assert rule.summary.endswith(".")
    assert rule.source
    assert rule.styles <= set(HouseStyle)
