"""A model that is asked each thing once: answers are kept the moment they come."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from drafter.errors import LengthError
from drafter.llm.address import Address, address_of, told_in
from drafter.llm.model import Behind, Model
from drafter.nouns import Kept, Prompt, Reply, Usage, now


class Store(Protocol):
    """Where answers are kept."""

    def find(self, key: str) -> Kept | None:
        """The answer with that address, if there is one."""

    def keep(self, answer: Kept) -> None:
        """Keep an answer, in the place of one with the same address."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of earlier runs.

    ``spent`` is told of answers that cost nothing. ``fresh`` asks everything anew; answers are
    kept all the same.
    """

    store: Store
    spent: Callable[[str, Usage], None]
    fresh: bool = False


class Remembered(Behind):
    """A model with a memory. Safe to use from many threads.

    Whoever asks the same thing twice in one run could not use the answer, and gets another one.
    """

    def __init__(self, model: Model, memory: Memory) -> None:
        super().__init__(model)
        self._memory = memory
        self._given: set[str] = set()

    def complete(self, prompt: Prompt) -> Reply:
        """The answer that was given before; where there is none, a new one, which is kept.

        Raises:
            LengthError: the prompt, or its answer, is too long, or was so before.
            ModelError: the model cannot answer.
            OutputError: the answer cannot be kept.
        """
        address = address_of(self.name, prompt)
        return self._recalled(address, prompt) or self._asked(address, prompt)

    def _recalled(self, address: Address, prompt: Prompt) -> Reply | None:
        given = address.key in self._given
        self._given.add(address.key)
        kept = None if given or self._memory.fresh else self._memory.store.find(address.key)
        if kept is None or len(kept.lines) != len(address.lines):
            return None  # what tells of other lines than were asked about has been tampered with
        self._memory.spent(prompt.about, Usage(kept=1))
        if kept.reply is None:
            raise LengthError(f"Underlaget är för långt för {self.name}.")
        return replace(kept.reply, text=told_in(kept.reply.text, kept.lines, address.lines))

    def _asked(self, address: Address, prompt: Prompt) -> Reply:
        about = Kept(address.key, self.name, self.host, now(), prompt.about, address.lines)
        try:
            reply = self._model.complete(prompt)
        except LengthError:
            # What cannot be divided is asked again another day: the server may have been mended.
            if prompt.divisible:
                self._memory.store.keep(about)
            raise
        self._memory.store.keep(replace(about, time=now(), reply=reply))
        return reply
