"""Who waits for a draft at the command line: in front of a screen, or not."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.progress import Progress, TextColumn

from drafter.console.drafts import STATES
from drafter.console.lists import GO_ON, model_line
from drafter.console.terminal import err, escape, note, say
from drafter.llm.service import Heard
from drafter.nouns import Heading, Profile, Section
from drafter.steps.watch import Unwatched

_WAITS = "väntar"


def onlooker(as_json: bool) -> "Quiet":
    """Somebody in front of a screen sees the work go on; anything else only how it began.

    With ``as_json`` standard output is for the result alone.
    """
    tell = note if as_json else say
    return Live(tell) if sys.stderr.isatty() else Quiet(tell)


class Quiet(Unwatched):
    """Says which model will write, before anything is sent, and no more."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._asks = False

    def __enter__(self) -> Self:
        """Begin to watch."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """The work is done, or has failed; somebody who broke it off is told how to go on."""
        if kind is KeyboardInterrupt and self._asks:
            note(GO_ON)

    def started(self, profile: Profile | None) -> None:
        """Which model will write, and where it stands."""
        self._asks = profile is not None
        self._tell(model_line(profile))


class Live(Quiet):
    """Shows each section as it is written: its state, its tokens, and the time that is left."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(tell)
        columns = TextColumn("  {task.description}"), TextColumn("{task.fields[state]}")
        self._shown = Progress(*columns, console=err(), transient=True)
        self._rows = {"": self._shown.add_task("", state="")}
        self._done: set[str] = set()
        self._tokens: dict[str, tuple[int, int]] = {}
        self._begun = time.monotonic()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the table away."""
        self._shown.stop()
        super().__exit__(kind, error, trace)

    def planned(self, headings: tuple[Heading, ...]) -> None:
        """A row for each section that waits."""
        self._begun = time.monotonic()
        for one in headings:
            self._rows[one.title] = self._shown.add_task(escape(one.title), state=_WAITS)
        self._shown.start()

    @property
    def heard(self) -> Heard | None:
        """Listens to the answers."""
        return self._hear

    def _hear(self, title: str, tokens: int, expected: int) -> None:
        if title in self._done:
            self._show(title, f"en mening rättas, {tokens} tokens")
            self._show("", f"{self._progress()}, meningar med fel rättas")
            return
        self._tokens[title] = tokens, max(tokens, expected)
        self._show(title, f"skrivs, {tokens} tokens")
        self._show("", f"{self._progress()}, {_left(self._seconds_left())} kvar")

    def finished(self, section: Section) -> None:
        """The section is written, or could not be."""
        self._done.add(section.title)
        tokens, _ = self._tokens.get(section.title, (0, 0))
        self._tokens[section.title] = tokens, tokens
        self._show(section.title, STATES.get(section.state, ""))
        self._show("", self._progress())

    def _show(self, title: str, state: str) -> None:
        if title in self._rows:
            self._shown.update(self._rows[title], state=state)

    def _progress(self) -> str:
        return f"{len(self._done)} av {len(self._rows) - 1} avsnitt klara"

    def _seconds_left(self) -> float:
        """By the pace so far; sections that nobody has begun are taken to be like the others."""
        got = sum(tokens for tokens, _ in self._tokens.values())
        expected = sum(expected for _, expected in self._tokens.values())
        whole = expected * (len(self._rows) - 1) / len(self._tokens)
        return (time.monotonic() - self._begun) / max(got, 1) * max(whole - got, 0)


def _left(seconds: float) -> str:
    """A time as it is spoken of: rounded up, since it is a guess."""
    if seconds < 60:
        return f"ungefär {max(5, -(-int(seconds) // 5) * 5)} sekunder"
    minutes = -(-int(seconds) // 60)
    return f"ungefär {minutes} minuter" if minutes > 1 else "ungefär en minut"
