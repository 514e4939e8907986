import pytest

from drafter.text.speakers import find_speakers

NAMES = {"anna", "ek", "wik", "sara", "oslo"}
SAYS = {"sade", "tror", "anser"}

LINES = [
    ("Wik: rektorerna måste äga frågan", {"wik"}),
    ("10.15 Sara Wik, rektor: vi testar i höst", {"sara", "wik", "rektor"}),
    ("träden klarar torka bättre enl. Anna Ek", {"anna", "ek"}),
    ("bästa studiebesöket på länge (Ek)", {"ek"}),
    ("Ek tror att det går", {"ek"}),
    ("PRO: bassängen får inte försvinna", {"pro"}),
    ("tema: öppna data", set()),
    ("testet i Oslo: 312 av 480", set()),
    ("vi åt lunch med Ek", set()),
]


@pytest.mark.parametrize(("line", "words"), LINES)
def test_a_line_tells_who_speaks(line: str, words: set[str]) -> None:
    found = find_speakers(
        line, lambda word: word.isupper() or word.lower() in NAMES, lambda word: word in SAYS
    )
    assert {word for speaker in found for word in speaker.words} == words


def test_a_speaker_answers_for_one_sentence_only() -> None:
    text = "Bussen gick klockan nio. Ek anser att det var sent. Resan tog en timme."
    (speaker,) = find_speakers(text, lambda word: word == "Ek", lambda word: word in SAYS)
    assert text[speaker.start : speaker.end].strip() == "att det var sent."
