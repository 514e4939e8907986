"""What has been worked out once, kept for the next time that it is asked for."""

import threading
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Values by what they were made from; of more than ``most`` the oldest is forgotten.

    Threads may share one. What is kept must follow from its key alone.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[K, V] = {}
        self._turn = threading.Lock()

    def get(self, key: K) -> V | None:
        """What is kept under a key, or nothing."""
        return self._kept.get(key)

    def keep(self, key: K, value: V) -> V:
        """The value, from now on kept."""
        with self._turn:
            if len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = value
        return value
