"""The word data of the checks, read from the prompts folder as a Vocabulary."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from drafter.errors import SettingsError
from drafter.library import toml
from drafter.library.lexicon import read_shared_lexicon
from drafter.library.names import read_names
from drafter.library.prompt_files import SHARED, PromptFiles, read_once
from drafter.library.sensitive import read_sensitive
from drafter.library.word_lists import read_rows, read_words
from drafter.text.facts import Reader
from drafter.text.lexicon import Kind, Lexicon
from drafter.text.vocabulary import Vocabulary

_STANCE = frozenset(
    """nekande utan utan_nekande halvnekande sagesman sagesverb allman visshet tro slutsats
    jamforelse frist tillfalle uppdrag forbehall frekvens mangd status""".split()
)
"""What ``hallning.toml`` holds: a table that no rule asks for would be silently without effect."""


@read_once
def read_reader(prompts: PromptFiles) -> Reader:
    """The word data that placing, wording, hiding and checking stand on.

    Raises:
        SettingsError: a file is missing or cannot be read (with its line).
    """
    lexicon = read_shared_lexicon(prompts)
    words = cache(partial(read_vocabulary, prompts, lexicon))
    names = read_names(prompts, words, lexicon)
    sensitive = read_sensitive(prompts.find(f"{SHARED}/kansligt.toml"), names)
    return Reader(words, lexicon, names, sensitive)


def read_vocabulary(prompts: PromptFiles, lexicon: Lexicon) -> Vocabulary:
    """All that the checks know of words.

    What the lexicon puts in the place of a word says the same as that word.

    Raises:
        SettingsError: a file is missing, or has a row that cannot be read (with its line).
    """
    inflections = dict(_pairs(prompts.find(f"{SHARED}/bojningar.csv")))
    synonyms = (
        *(row for _, row in _rows(prompts.find(f"{SHARED}/synonymer.csv"))),
        *(row[:2] for _, row in _rows(prompts.find(f"{SHARED}/partier_roller.csv"))),
        *_put_for(lexicon),
    )
    opposites = tuple(_pairs(prompts.find(f"{SHARED}/motsatser.csv")))
    stance = prompts.find(f"{SHARED}/hallning.toml")
    measures = prompts.find(f"{SHARED}/matt.toml")
    tags = {**dict(_tagged(_stance(stance))), **dict(_tagged(toml.load(measures), "matt"))}
    return Vocabulary(
        inflections,
        synonyms,
        opposites,
        tags,
        light=frozenset(read_words(prompts.find(f"{SHARED}/smaord.txt"))),
        frame=read_words(prompts.find(f"{SHARED}/ramord.txt")),
    )


def _stance(path: Path) -> dict[str, object]:
    """The stance lists, all of which some rule knows.

    Raises:
        SettingsError: a list that no rule knows, or a step of a scale without its words.
    """
    table: dict[str, object] = toml.load(path)
    for name, value in table.items():
        steps = value if isinstance(value, list) else []
        if name in _STANCE and all(isinstance(one, str) or "ord" in one for one in steps):
            continue
        line = toml.line_of(path, (name,))
        hint = f"Listorna är: {', '.join(sorted(_STANCE))}; ett steg i en skala har »ord«."
        raise SettingsError(f"{path.name}, rad {line}: »{name}« är okänd.", hint, path, line)
    return table


def _put_for(lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The words of notes, each with the words that may be put for it in a report."""
    for entry in lexicon.entries:
        formal = [word for word in entry.formal.lower().split(" / ") if word.isalpha()]
        if entry.kind in _WORDED and entry.note.isalpha() and entry.note.islower() and formal:
            yield (entry.note, *formal)


_WORDED = (Kind.VERB, Kind.JUDGEMENT, Kind.SPOKEN, Kind.ANGLICISM)
"""The kinds of entries that are words of their own and no short forms."""


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line, row in _rows(path):
        if len(row) != 2:
            message = f"{path.name}, rad {line}: raden ska ha två ord."
            raise SettingsError(message, "Skriv dem som ord;ord.", path, line)
        yield row[0], row[1]


def _rows(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The filled rows below the header in lower case, with their lines."""
    for line, row in read_rows(path):
        yield line, tuple(map(str.lower, row))


def _tagged(table: dict[str, object], family: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a stance file by their tags.

    A class is ``forbehall.ungefar``; the steps of a scale are numbered from 0: ``mangd.3``.
    """
    for name, value in table.items():
        tag = f"{family}.{name}" if family else name
        if isinstance(value, dict):
            yield from _tagged(value, tag)
        elif isinstance(value, list):
            for step, one in enumerate(value):
                if isinstance(one, dict):
                    yield f"{tag}.{step}", tuple(one["ord"])
            yield tag, tuple(one for one in value if isinstance(one, str))
