"""The values of a report's header, read from its lines: ``Dnr. 803-1966/2016``."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from drafter.library.manuscript.blocks import is_missing
from drafter.nouns import Field, HeaderValue

_LONGEST = 200
"""How long a line of a header may be, in characters."""


def is_header_line(line: str, fields: tuple[Field, ...]) -> bool:
    """Whether a line begins with the label of a field."""
    return bool(_labelled(line, fields))


def read_header(lines: Sequence[str], fields: tuple[Field, ...]) -> tuple[HeaderValue, ...]:
    """Every field with its value; empty where the lines have none or say that it is missing.

    A label that stands alone has its value on the next line. A field that no label gives is
    looked for by its cues. The first value counts.
    """
    values: dict[str, str] = {}
    for line, following in pairwise((*lines, "")):
        for field, value in _labelled(line, fields):
            alone = not value and not is_header_line(following, fields)
            values.setdefault(field.id, following if alone else value)
    unlabelled = [line for line in lines if not is_header_line(line, fields)]
    for field in fields:
        if field.id not in values:
            values[field.id] = _cued(field, unlabelled)
    return tuple(HeaderValue(field.id, _known(values[field.id])) for field in fields)


def _known(value: str) -> str:
    """The value, unless it is what stands in a document for a missing one."""
    return "" if is_missing(value) else value


def _cued(field: Field, lines: Sequence[str]) -> str:
    found = (re.search(cue, line) for line in lines for cue in field.cues)
    return next((match["varde"].strip() for match in found if match), "")


def _labelled(line: str, fields: tuple[Field, ...]) -> list[tuple[Field, str]]:
    """The fields on a line with their values: one at its beginning, others with a colon."""
    if not fields or len(line) > _LONGEST:
        return []
    pattern, names = _labels(fields)
    labels = [label for label in pattern.finditer(line) if _has_value(label)]
    if not labels or labels[0].start():
        return []
    ends = (*(label.start() for label in labels[1:]), len(line))
    return [
        (names[_folded(label["name"])], line[label.end() : end].strip(" *,;|"))
        for label, end in zip(labels, ends, strict=True)
    ]


def _has_value(label: re.Match[str]) -> bool:
    """Whether a value follows a label: ``Datum för resan`` is no date."""
    if label.start():
        return ":" in label["mark"]
    following = label.string[label.end() :]
    return bool(label["mark"]) or not following[:1].islower()


@lru_cache(maxsize=16)
def _labels(fields: tuple[Field, ...]) -> tuple[re.Pattern[str], Mapping[str, Field]]:
    """What finds the labels of fields in a line, and the field of each.

    A field is known by its label, by the first part of it, and by how it is printed.
    """
    names: dict[str, Field] = {}
    for field in fields:
        printed = field.display.partition("{varde}")[0]
        for name in (field.label, printed, field.label.partition("/")[0]):
            if folded := _folded(name):
                names.setdefault(folded, field)
    longest_first = sorted(names, key=len, reverse=True)
    any_name = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in longest_first)
    label = rf"(?<!\S)(?P<name>{any_name})(?![\w/-])\s*(?P<mark>[.:]*)\s*"
    return re.compile(label, re.IGNORECASE), names


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").split()).strip(" .:*").casefold()
