"""The Swedish dictionary, read by a process of its own: the only door to hunspell.

Reading it takes a third of a second and holds Python's interpreter all the while, so it is done
beside everything else. Words are asked for as JSON, one question a line.
"""

import atexit
import json
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import IO

from drafter.errors import SettingsError
from drafter.text.memory import Memory

_NAME = "sv_SE"
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_MOST = 3
"""How many suggestions are made."""

_REMEMBERED = 200_000
"""So many answers are kept before it is begun anew: the words of some hundreds of reports."""

_LONG = 10
"""A shorter word is near too many compounds that nobody has ever written."""


@cache
def dictionary() -> "Dictionary":
    """The one dictionary of this process, begun to be read when it is first asked for."""
    opened = Dictionary()
    atexit.register(opened.close)
    return opened


class Dictionary:
    """Swedish words, their inflections and compounds (hunspell-sv), in another process.

    The process is started at once and has read the dictionary when the first question comes.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "drafter.library.spelling"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            # Out of reach of the terminal's Ctrl-C: it ends with its questions, and says nothing.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._turn = threading.Lock()
        self._told: dict[str, dict[str, bool]] = {"unknown": {}, "listed": {}}
        self._near: Memory[str, tuple[str, ...]] = Memory(_REMEMBERED)

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are no Swedish, spelled as they are."""
        return self._answer("unknown", words)

    def listed(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are in the dictionary themselves, not as compounds."""
        return self._answer("listed", words)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words one letter away from a misspelt one, the likeliest first."""
        known = self._near.get(word)
        if known is None:
            near = sorted(set(_near(word)))
            right = frozenset(near) - self._asked("unknown", near)
            plain = self.listed(right)
            likely = plain if len(word) < _LONG else right
            ordered = sorted(likely, key=lambda one: (one not in plain, one))
            known = self._near.keep(word, tuple(ordered[:_MOST]))
        return known

    def close(self) -> None:
        """End the process; it holds nothing that could be lost."""
        self._process.kill()
        for stream in self._streams:
            stream.close()
        self._process.wait()

    def _answer(self, question: str, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that it is so for; what has been told once is remembered."""
        wanted, told = set(words), self._told[question]
        if len(told) >= _REMEMBERED:
            told = self._told[question] = {}
        if new := wanted - told.keys():
            so = self._asked(question, new)
            told.update((word, word in so) for word in new)
        return frozenset(word for word in wanted if told[word])

    def _asked(self, question: str, words: Iterable[str]) -> frozenset[str]:
        stream, answers = self._streams
        with self._turn:
            stream.write(json.dumps([question, *words]) + "\n")
            stream.flush()
            answer = answers.readline()
        if not answer:
            raise SettingsError(
                "Ordlistan för stavning kan inte läsas.",
                "Installera om drafter, eller stäng av sprak.stavning och sprak.sarskrivning.",
            )
        return frozenset(json.loads(answer))

    @cached_property
    def _streams(self) -> tuple[IO[str], IO[str]]:
        stream, answers = self._process.stdin, self._process.stdout
        assert stream
        assert answers
        return stream, answers


def _near(word: str) -> Iterator[str]:
    """What is one slip of the pen away: a letter lost, added, changed or swapped."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (f"{head}{letter}{tail}" for letter in _LETTERS)
        if tail:
            yield f"{head}{tail[1:]}"
            yield from (f"{head}{letter}{tail[1:]}" for letter in _LETTERS)
        if len(tail) > 1:
            yield f"{head}{tail[1]}{tail[0]}{tail[2:]}"


def _answer(lines: Iterable[str]) -> None:
    """Read the dictionary and answer questions until there are no more."""
    import hunspell

    folder = Path(sysconfig.get_path("data")) / "share" / "hunspell"
    dictionary = hunspell.Hunspell(_NAME, hunspell_data_dir=str(folder))
    tests = {
        "unknown": lambda word: not dictionary.spell(word),
        "listed": lambda word: _is_listed(dictionary.analyze(word)),
    }
    for line in lines:
        question, *words = json.loads(line)
        sys.stdout.write(json.dumps([word for word in words if tests[question](word)]) + "\n")
        sys.stdout.flush()


def _is_listed(analyses: Iterable[str]) -> bool:
    """Whether any analysis has the word whole; those of compounds tell their parts (``pa:``)."""
    return any("pa:" not in one for one in analyses)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stream, here
    _answer(sys.stdin)
