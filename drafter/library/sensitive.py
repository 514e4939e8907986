"""The word lists of what is sensitive, ``kansligt.toml``, read as SensitiveWords."""

from pathlib import Path

from drafter.errors import SettingsError
from drafter.library import toml
from drafter.text.name_words import NameWords
from drafter.text.sensitive import SensitiveKind, SensitiveWords, WordList

_COMMON = ("personer", "partier")
_LISTS = {"alltid": "always", "om_nagon": "about", "tiger": "silent"}


def read_sensitive(path: Path, names: NameWords) -> SensitiveWords:
    """The lists by kind.

    Raises:
        SettingsError: the file cannot be read, or has a kind or a list that drafter does not
            know, or a list that holds anything but words; with its line.
    """
    table = toml.load(path)
    common = {name: _words(path, (name,), table.pop(name, [])) for name in _COMMON}
    lists = {}
    for kind, own in table.items():
        if kind not in set(SensitiveKind) or not isinstance(own, dict):
            raise _unknown(path, (kind,), f"Slagen är: {', '.join(SensitiveKind)}.")
        words = {}
        for name, value in own.items():
            if name not in _LISTS:
                raise _unknown(path, (kind, name), f"Listorna är: {', '.join(_LISTS)}.")
            words[_LISTS[name]] = _words(path, (kind, name), value)
        lists[SensitiveKind(kind)] = WordList(**words)
    return SensitiveWords(lists, common["personer"], common["partier"], names)


def _words(path: Path, place: tuple[str, ...], value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    line = toml.line_of(path, place)
    message = f"{path.name}, rad {line}: »{place[-1]}« ska vara en lista med ord."
    raise SettingsError(message, 'Skriv ["ett ord", "ett annat"].', path, line)


def _unknown(path: Path, place: tuple[str, ...], hint: str) -> SettingsError:
    line = toml.line_of(path, place)
    return SettingsError(f"{path.name}, rad {line}: »{place[-1]}« är okänd.", hint, path, line)
