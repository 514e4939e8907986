from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.people import find_people
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.unknown_names import unknown_capitalised

NAMES = read_reader(PromptFiles.searched()).names


def test_those_on_the_list_are_not_found_again() -> None:
    notes = ["Anna Bergs förslag, Fredde höll med", "AB: ja. Peter Sandell: nej"]
    assert find_people(notes, ["Anna Berg", "Fredrik Ek"], NAMES) == ("Peter Sandell",)


def test_somebody_is_named_once_and_as_fully_as_anywhere() -> None:
    notes = ["Sandell hälsade välkommen", "Peter Sandell: nej", "Peter kom sent"]
    assert find_people(notes, [], NAMES) == ("Peter Sandell",)


def test_another_person_with_a_listed_first_name_stays_another() -> None:
    notes = ["Anna Sandell ringde"]
    listed = ["Anna Berg"]
    others = find_people(notes, listed, NAMES)
    assert others == ("Anna Sandell",)
    people = Pseudonyms.of([*listed, *others], NAMES.nicknames)
    hidden = people.hide("Anna Sandell, Anna Berg och Anna")
    assert len(set(people.placeholders(hidden))) == 3
    assert people.restore(hidden).text == "Anna Sandell, Anna Berg och Anna"


def test_a_pet_name_of_one_may_be_the_name_of_another() -> None:
    notes = ["Katarina Blomgren och Carina kom"]
    assert find_people(notes, [], NAMES) == ("Katarina Blomgren", "Carina")


def test_a_line_may_end_in_a_first_name_and_a_space() -> None:
    assert find_people(["sedan kom Anna "], [], NAMES) == ("Anna",)


def test_unknown_words_with_a_capital_are_told() -> None:
    text = "Beslut: Nordlogik och Oslo stad avtalar med Sydmark.\nStaden är nöjd. Nordlogik också."
    assert unknown_capitalised(text, NAMES) == ("Nordlogik", "Sydmark")


def test_what_is_known_is_not_told() -> None:
    people = Pseudonyms.of(["Kvix Blargh"], NAMES.nicknames)
    told = unknown_capitalised("vi såg Kvix och Zorp", NAMES, lambda one: bool(people.leaks(one)))
    assert told == ("Zorp",)
