"""What is kept, and what is forgotten."""

from drafter.text.memory import Memory


def test_the_oldest_of_too_many_is_forgotten() -> None:
    memory: Memory[str, int] = Memory(2)
    assert memory.get("a") is None
    assert [memory.keep(key, at) for at, key in enumerate("abc")] == [0, 1, 2]
    assert [memory.get(key) for key in "abc"] == [None, 1, 2]
