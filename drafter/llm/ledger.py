"""What the answers about one report took, section by section."""

import threading

from drafter.nouns import Usage


class Ledger:
    """Counts what each section's answers take. Safe from many threads."""

    def __init__(self) -> None:
        self._by_section: dict[str, Usage] = {}
        self._lock = threading.Lock()

    def spend(self, about: str, usage: Usage) -> None:
        """Write down what an answer about a section took."""
        with self._lock:
            self._by_section[about] = self._by_section.get(about, Usage()) + usage

    @property
    def by_section(self) -> dict[str, Usage]:
        """What each section has taken so far."""
        with self._lock:
            return dict(self._by_section)
