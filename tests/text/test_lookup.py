"""Which of many texts a sentence is about."""

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.lookup import find, index_of

READER = read_reader(PromptFiles.searched())
LINES = (
    "10.30 case Ljungviks kommun (Peter Sandell): 6 mån pilot, 48 användare",
    "sparar i snitt 35 min/möte. egen enkät, 29 svarade",
    "kör lokal modell, inget lämnar huset. driftkostn 190 tkr/år",
    "nästa år: Växjö 5-6 okt 2027",
    "fixa protokollmallen – Tove tar det, klart nov",
)


def found(sentence: str, *frame: str) -> tuple[int, ...]:
    index = index_of([READER.line(line) for line in LINES], map(READER.line, frame))
    return find(READER.sentence(sentence), index)


def test_a_sentence_is_found_by_its_figures_names_and_words() -> None:
    assert found("Ljungviks kommun redovisade en pilot med 48 användare.") == (0,)
    assert found("I genomsnitt sparas 35 minuter per möte.") == (1,)
    assert found("Driftkostnaden är 190 000 kronor om året.") == (2,)


def test_a_sentence_may_stand_on_several_texts_the_likeliest_first() -> None:
    text = "Piloten med 48 användare gav en driftkostnad på 190 000 kronor med en lokal modell."
    assert found(text) == (2, 0)


def test_a_sentence_about_something_else_is_found_nowhere() -> None:
    assert found("Delegationen besökte ett vattentorg i Rotterdam.") == ()
    assert found("") == ()


def test_what_the_frame_says_is_not_looked_for() -> None:
    text = "Tove Ljungdahl, arkivarie vid regionarkivet, åtgärdar protokollmallen."
    assert found(text) == ()
    assert found(text, "Tove Ljungdahl, arkivarie, Region Västersund, regionarkivet") == (4,)
