"""How long a model takes: the settings of ``latency.toml`` and the arithmetic over them."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

FILE = Path(__file__).with_name("latency.toml")
NAME = "mekanisk-ersattare"
"""What the server calls its model: a mechanical stand-in."""


@dataclass(frozen=True, slots=True)
class Latency:
    """One server's settings, as ``latency.toml`` tells them; times in seconds, the rest tokens."""

    fixed: float
    prefill: float
    rate: float
    slots: int
    block: int
    cache: int
    schema: bool

    @classmethod
    def of(cls, name: str) -> Self:
        """The settings of a name in ``latency.toml``.

        Raises:
            KeyError: there is no such name.
        """
        return cls(**tomllib.loads(FILE.read_text(encoding="utf-8"))[name])

    def scaled(self, scale: float) -> Self:
        """The same server with all its times multiplied."""
        return replace(
            self,
            fixed=self.fixed * scale,
            prefill=self.prefill / scale,
            rate=self.rate / scale,
        )

    def first_token(self, uncached: int) -> float:
        """Seconds from a slot to the first token, for so many prompt tokens that are not cached."""
        return self.fixed + uncached / self.prefill

    def writing(self, tokens: int) -> float:
        """Seconds from the first token to the last."""
        return max(tokens - 1, 0) / self.rate


def names() -> tuple[str, ...]:
    """The servers that ``latency.toml`` knows."""
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8")))
