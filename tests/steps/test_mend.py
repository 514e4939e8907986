import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.nouns import Draft, Finding, Review, Section, Sentence, Severity
from drafter.steps.mend import mend, polished

READER = read_reader(PromptFiles.searched())


def draft_of(text: str) -> Draft:
    section = Section("bakgrund", "Bakgrund", 2, ((Sentence("bakgrund-1", text),),))
    return Draft("liten", "Rapport", (), (), (section,))


def found(text: str, words: str, fix: str) -> Finding:
    start = text.index(words)
    return Finding(
        "sprak.prov",
        Severity.WARNING,
        "",
        sentence="bakgrund-1",
        text=text,
        span=(start, start + len(words)),
        fix=fix,
    )


def mended(text: str, *changes: tuple[str, str]) -> str:
    draft = draft_of(text)
    findings = [found(text, words, fix) for words, fix in changes]
    return "".join(one.after.text for one in mend(draft, findings, READER))


def test_what_changes_no_fact_is_done() -> None:
    text = "Mötet skall hållas kl 13:30 med cirka 40 personer."
    changes = (("skall", "ska"), ("kl", "kl."), ("13:30", "13.30"))
    assert mended(text, *changes) == "Mötet ska hållas kl. 13.30 med cirka 40 personer."


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("Staden har 40 platser.", "40", "50"),
        ("Mötet hölls den 3 maj.", "3 maj", "4 maj"),
        ("Tåget gick kl. 13.30.", "13.30", "14.30"),
        ("Staden kan inte delta.", "inte ", ""),
        ("Staden deltar kanske.", " kanske", ""),
        ("Flera städer deltog.", "Flera", "Alla"),
    ],
)
def test_what_would_change_what_is_said_is_left(text: str, words: str, fix: str) -> None:
    assert mended(text, (words, fix)) == ""


def test_one_bad_suggestion_does_not_stop_the_others() -> None:
    text = "Staden skall ha 40 platser."
    assert mended(text, ("skall", "ska"), ("40", "50")) == "Staden ska ha 40 platser."


def test_a_draft_is_polished_until_nothing_is_left() -> None:
    def check(draft: Draft) -> Review:
        (sentence,) = draft.sentences()
        steps = {"aaa bbb.": ("aaa", "ccc"), "ccc bbb.": ("ccc", "ddd")}
        step = steps.get(sentence.text)
        return Review(draft, (found(sentence.text, *step),) if step else ())

    (done,) = polished(check(draft_of("aaa bbb.")), check, READER).draft.sentences()
    assert done == Sentence("bakgrund-1", "ddd bbb.")
