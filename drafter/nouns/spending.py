"""What asking a model costs: limits, prices, and what was used."""

from dataclasses import dataclass

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What an endpoint, or the authority's purse, allows; 0 where there is no limit.

    ``requests`` and ``tokens`` are per minute; ``total`` is tokens and ``cost`` money for one
    run of a command.
    """

    requests: int = 0
    tokens: int = 0
    total: int = 0
    cost: float = 0.0

    @property
    def is_budget(self) -> bool:
        """Whether a run must stop before something is passed."""
        return bool(self.total or self.cost)


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, sent and received, in some currency; 0: no price is known."""

    sent: float = 0.0
    received: float = 0.0
    currency: str = "kr"

    @property
    def known(self) -> bool:
        """Whether anything has a price."""
        return bool(self.sent or self.received)


@dataclass(frozen=True, slots=True)
class Usage:
    """What some answers took: how many were asked for or kept since before, and their tokens.

    Kept answers cost nothing; their tokens are not counted.
    """

    asked: int = 0
    kept: int = 0
    sent: int = 0
    received: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Both together."""
        return Usage(
            self.asked + other.asked,
            self.kept + other.kept,
            self.sent + other.sent,
            self.received + other.received,
        )

    @property
    def tokens(self) -> int:
        """Sent and received together."""
        return self.sent + self.received

    def cost(self, prices: Prices) -> float:
        """What it comes to, in the prices' currency."""
        return (self.sent * prices.sent + self.received * prices.received) / _MILLION
