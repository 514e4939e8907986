import pytest

from drafter.text.language.foreign import foreign

SWEDISH = [
    "Staden bjöds in att delta med en delegation, och den tackade ja.",
    "Den första sessionen var Impact of Openness and Social Media in Political Decision-making.",
    "Temat var The Art of the Possible: How to Be of Use to the City and the Region.",
    "Konferensen hölls på Island. Det var första gången som den ägde rum där.",
    "",
    "1 2 3",
]
FOREIGN = [
    ("The city was invited to take part in the conference with a delegation.", "engelska"),
    ("Byen blev inviteret til at deltage, og det var ikke første gang at den var med.", "danska"),
    ("Die Stadt wurde zu der Konferenz eingeladen und das war nicht das erste Mal.", "tyska"),
]


@pytest.mark.parametrize("text", SWEDISH)
def test_swedish_with_english_titles_is_swedish(text: str) -> None:
    assert foreign(text) == ""


@pytest.mark.parametrize(("text", "language"), FOREIGN)
def test_another_language_is_told(text: str, language: str) -> None:
    assert foreign(text) == language
