"""Several slow calls at the same time, without holding a program that is told to stop."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

GRACE = 0.3
"""Seconds to wait before turning to something else: what comes sooner leaves no time for it."""


def in_parallel(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    limit: int,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[tuple[int, Result]]:
    """Do the work for every item, at most ``limit`` at once; yield results as they come.

    Each result comes with its item's position. An exception in the work is raised here. Where no
    result comes at once, ``meanwhile`` is called, in the caller's own thread. The other threads
    are daemons: Ctrl-C ends the program at once instead of after the slowest answer.
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
    for outcome in _taken(done, count, meanwhile):
        if isinstance(outcome, BaseException):
            raise outcome
        yield outcome


def _taken(
    done: "queue.SimpleQueue[Result]", count: int, meanwhile: Callable[[], None] | None
) -> Iterator[Result]:
    """So many results as they come; something else is done where the first is slow."""
    if meanwhile and count:
        try:
            first = done.get(timeout=GRACE)
        except queue.Empty:
            meanwhile()
        else:
            count -= 1
            yield first
    for _ in range(count):
        yield done.get()
