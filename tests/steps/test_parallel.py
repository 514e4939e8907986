import threading

import pytest

from drafter.steps.parallel import in_parallel


def test_every_item_is_done_once_and_keeps_its_position() -> None:
    results = dict(in_parallel(lambda item: item * 2, range(20), 4))
    assert results == {position: position * 2 for position in range(20)}


def test_no_more_than_the_limit_run_at_once() -> None:
    running, most, lock = 0, 0, threading.Lock()
    together = threading.Barrier(3, timeout=5)

    def work(_: int) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait()
        with lock:
            running -= 1

    list(in_parallel(work, range(9), 3))
    assert most == 3


def test_a_fault_in_the_work_is_raised_to_the_caller() -> None:
    def work(item: int) -> int:
        if item == 2:
            raise ValueError("två")
        return item

    with pytest.raises(ValueError, match="två"):
        list(in_parallel(work, range(4), 2))


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(in_parallel(str, [], 4)) == []


def test_what_can_be_done_meanwhile_is_done_while_the_work_is_slow() -> None:
    told = threading.Event()
    results = in_parallel(lambda item: told.wait(5) and item, [7], 1, told.set)
    assert list(results) == [(0, 7)]


def test_what_comes_at_once_leaves_no_time_for_anything_else() -> None:
    told = threading.Event()
    assert sorted(in_parallel(str, [1, 2], 2, told.set)) == [(0, "1"), (1, "2")]
    assert not told.is_set()
