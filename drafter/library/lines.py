"""The physical lines of a text, and which of them stand between fences."""

import re
from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"\s*(?:```|~~~)")


def split_lines(text: str) -> list[str]:
    r"""The physical lines of a text: it breaks at ``\n``, ``\r\n`` and ``\r``, nowhere else."""
    return _LINE_END.split(text)


def is_fence(line: str) -> bool:
    """Whether a line opens or closes a block that is to be read as it stands."""
    return bool(_FENCE.match(line))


def fences(lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The numbers, from 1, of the lines that open and close such blocks.

    One that nothing closes opens no block.
    """
    numbers = [number for number, line in enumerate(lines, 1) if is_fence(line)]
    return tuple(zip(numbers[0::2], numbers[1::2], strict=False))
