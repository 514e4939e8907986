"""What a run has spent on a model, and may still spend."""

import threading

from drafter.errors import BudgetError
from drafter.llm.tokens import Need
from drafter.nouns import Profile, Usage


class Purse:
    """Counts what answers take, and stops before the budget is passed.

    The most that a question can take is set aside before it is asked, so that questions under
    way at the same time cannot pass the budget together. Safe from many threads.
    """

    def __init__(self, profile: Profile) -> None:
        self._limits, self._prices = profile.limits, profile.prices
        self._spent = Usage()
        self._set_aside = Usage()
        self._lock = threading.Lock()

    @property
    def spent(self) -> Usage:
        """What the run has taken so far."""
        return self._spent

    def spend(self, usage: Usage) -> None:
        """Write down what an answer took."""
        with self._lock:
            self._spent += usage

    def set_aside(self, need: Need) -> None:
        """Set aside the most that a question can take; give it back with :meth:`give_back`.

        Raises:
            BudgetError: with it, the budget could be passed.
        """
        with self._lock:
            planned = self._spent + self._set_aside
            self._check(planned + Usage(sent=need.sent, received=need.received))
            self._set_aside += Usage(sent=need.sent, received=need.received)

    def give_back(self, need: Need) -> None:
        """A question has been answered, or will not be."""
        with self._lock:
            self._set_aside += Usage(sent=-need.sent, received=-need.received)

    def write_off(self, need: Need) -> None:
        """Tokens that an answer nobody saw may have cost: they stay set aside, and are not told."""
        with self._lock:
            self._set_aside += Usage(sent=need.sent, received=need.received)

    def _check(self, planned: Usage) -> None:
        limits, prices, spent = self._limits, self._prices, self._spent
        if limits.total and planned.tokens > limits.total:
            used = f"{spent.tokens} av högst {limits.total} tokens är använda"
            raise _stopped(used, "max_tokens_totalt")
        if limits.cost and planned.cost(prices) > limits.cost:
            cost = f"{spent.cost(prices):.2f} av högst {limits.cost:.2f} {prices.currency}"
            raise _stopped(f"{cost} är använda".replace(".", ","), "max_kostnad")


def _stopped(used: str, key: str) -> BudgetError:
    return BudgetError(
        f"Budgeten räcker inte säkert till nästa fråga, så den ställdes inte: {used}.",
        f"Höj {key} i drafter.toml och kör om. Det som redan är besvarat är sparat.",
    )
