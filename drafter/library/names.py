"""The name lists of the prompts folder, read as NameWords."""

from collections.abc import Callable, Iterator
from pathlib import Path

from drafter.errors import SettingsError
from drafter.library.prompt_files import SHARED, PromptFiles
from drafter.library.word_lists import read_entries, read_rows, read_words
from drafter.text.entries import Kind
from drafter.text.lexicon import Lexicon
from drafter.text.name_words import NameWords, Ordinary, folded
from drafter.text.vocabulary import Vocabulary


def read_names(
    prompts: PromptFiles, words: Callable[[], Vocabulary], lexicon: Lexicon
) -> NameWords:
    """All that is known of names: common ones, pet names, and the places that are none.

    Raises:
        SettingsError: a file is missing, or a row of pet names cannot be read (with its line).
    """
    nicknames = dict(_nicknames(prompts.find(f"{SHARED}/smeknamn.csv")))
    pets = folded(pet for own in nicknames.values() for pet in own)
    countries = read_entries(prompts.find(f"{SHARED}/lander.txt"))
    bodies = prompts.find(f"{SHARED}/partier_roller.csv")
    return NameWords(
        given=_words(prompts.find(f"{SHARED}/fornamn.txt")) | pets | folded(nicknames),
        surnames=_words(prompts.find(f"{SHARED}/efternamn.txt")),
        wordlike=_words(prompts.find(f"{SHARED}/namnord.txt")),
        others=folded((*countries, *_lexicon_words(lexicon, Kind.PLACE)))
        | _words(prompts.find(f"{SHARED}/ej_namn.txt")),
        acronyms=folded((*_first_cells(bodies), *_lexicon_words(lexicon, Kind.ACRONYM))),
        nicknames=nicknames,
        ordinary=Ordinary(words, lexicon),
    )


def _words(path: Path) -> frozenset[str]:
    return folded(read_words(path))


def _lexicon_words(lexicon: Lexicon, kind: Kind) -> Iterator[str]:
    for entry in lexicon.entries:
        if entry.kind is kind:
            yield entry.note.strip("-").removesuffix("(.)")
            yield entry.formal.strip("-")


def _first_cells(path: Path) -> Iterator[str]:
    return (row[0] for _, row in read_rows(path))


def _nicknames(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The pet names by first name, in lower case.

    Raises:
        SettingsError: a row without a pet name, or a first name that has a row already.
    """
    seen: set[str] = set()
    for number, (name, *pets) in read_rows(path):
        if not pets or name.casefold() in seen:
            hint = "Skriv namnet en gång, och dess smeknamn efter det: Fredrik;Fredde;Frippe"
            message = f"{path.name}, rad {number}: »{name}« saknar smeknamn eller står två gånger."
            raise SettingsError(message, hint, path, number)
        seen.add(name.casefold())
        yield name.casefold(), tuple(pets)
