"""Several slow calls at the same time, without holding a program that is told to stop."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_parallel(
    work: Callable[[Item], Result], items: Iterable[Item], limit: int
) -> Iterator[tuple[int, Result]]:
    """Do the work for every item, at most ``limit`` at once; yield results as they come.

    Each result comes with its item's position. An exception in the work is raised here. The
    threads are daemons: Ctrl-C ends the program at once instead of after the slowest answer.
    """
    waiting: queue.SimpleQueue[tuple[int, Item]] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[int, Result] | BaseException] = queue.SimpleQueue()
    count = 0
    for count, item in enumerate(items, 1):
        waiting.put((count - 1, item))

    def worker() -> None:
        while True:
            try:
                position, item = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((position, work(item)))
            except BaseException as error:
                done.put(error)

    for _ in range(min(limit, count)):
        threading.Thread(target=worker, daemon=True).start()
    for _ in range(count):
        outcome = done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        yield outcome
