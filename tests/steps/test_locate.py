"""A text without citations gets its note lines from what it says."""

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.nouns import Draft, Sentence, SentenceKind
from drafter.steps.locate import locate
from tests.build import draft_of, notes_of, section_of, small_type

READER = read_reader(PromptFiles.searched())
NOTES = notes_of(
    "- staden inbjuden t. konf.\n- piloten som kommunen genomförde under våren hade sammanlagt 48\n"
    "  användare i tre nämnder\n",
    "namn,roll\nAnna Ek,ordförande\nBo Berg,ledamot\n",
)


def located(*texts: str, heading: str = "bakgrund") -> Draft:
    sentences = [Sentence(f"x-{at}", text) for at, text in enumerate(texts)]
    draft = draft_of(section_of(heading, heading.capitalize(), *sentences))
    return locate(draft, NOTES, small_type(), READER)


def test_a_sentence_gets_whole_lines_wrapped_ones_together() -> None:
    draft = located("Staden bjöds in till konferensen.", "Piloten hade 48 användare.")
    assert draft.looked_up
    assert [one.lines for one in draft.sentences()] == [(1,), (2, 3)]
    assert next(draft.sentences()).quotes[0].text == "staden inbjuden t. konf."


def test_a_sentence_that_only_lists_participants_stands_on_the_list() -> None:
    draft = located("Anna Ek och Bo Berg deltog.", "Anna Ek red på en elefant genom Rotterdam.")
    assert [(one.lines, one.rows) for one in draft.sentences()] == [((), (1, 2)), ((), ())]


def test_standard_sentences_and_filled_headings_are_left_alone() -> None:
    assert [one.lines for one in located("Uppgift saknas.").sentences()] == [()]
    framed = located("Piloten hade 48 användare.", heading="deltagare")
    assert [one.lines for one in framed.sentences()] == [()]


def test_a_persons_own_word_is_left_alone() -> None:
    own = Sentence("x-1", "Piloten hade 48 användare.", kind=SentenceKind.OWN)
    draft = locate(draft_of(section_of("bakgrund", "Bakgrund", own)), NOTES, small_type(), READER)
    assert next(draft.sentences()).quotes == ()
