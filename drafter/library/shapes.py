"""Data from outside brought into our own shapes, strictly: the only door for pydantic."""

import difflib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from drafter.errors import DrafterError, SettingsError
from drafter.library import toml

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Data is read as it is written: no plugin has a say, and none is looked for in all packages."""

T = TypeVar("T")

STRICT = {"extra": "forbid"}
"""The configuration of a shape whose unknown keys are errors: ``__pydantic_config__ = STRICT``."""


_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
"""How pydantic names an unknown key, in dataclasses and elsewhere."""


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
"""What brings data into each shape; making it takes longer than using it."""


def _adapter(shape: type[T]) -> TypeAdapter[T]:
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def read_toml(path: Path, shape: type[T]) -> T:
    """A TOML file as an instance of a strict dataclass.

    Raises:
        SettingsError: not TOML, an unknown or missing key, or a value of the wrong kind, with
            the file, the line and, for an unknown key, the nearest known one.
    """
    raw = toml.load(path)
    try:
        return _adapter(shape).validate_python(raw)
    except ValidationError as error:
        # A misspelt key is both unknown and missing; the first says more.
        details = sorted(error.errors(), key=lambda one: one["type"] not in _UNKNOWN)
        raise _settings_error(path, details[0], shape) from error


def read_json(text: str | bytes, shape: type[T], failure: Callable[[str], DrafterError]) -> T:
    """JSON as an instance of a shape; ``failure`` makes the error from a short description."""
    try:
        return _adapter(shape).validate_json(text)
    except ValidationError as error:
        raise failure(_describe(error.errors()[0])) from error


def version_of(text: bytes) -> int:
    """The ``version`` of a saved file; 0 where it has none or cannot be read."""
    try:
        found = json.loads(text)
    except ValueError:
        return 0
    version = found.get("version", 0) if isinstance(found, dict) else 0
    return version if isinstance(version, int) else 0


def write_json(value: object) -> bytes:
    """A frozen noun as indented UTF-8 JSON; ``read_json`` with its type is the way back."""
    return _adapter(type(value)).dump_json(value, indent=2) + b"\n"


def _settings_error(path: Path, detail: ErrorDetails, shape: type[Any]) -> SettingsError:
    location = [part for part in detail["loc"] if part not in _KINDS]
    line = toml.line_of(path, location)
    hint = ""
    if detail["type"] in _UNKNOWN:
        hint = _nearest(str(location[-1]), location[:-1], shape)
    return SettingsError(f"{path.name}, rad {line}: {_describe(detail)}.", hint, path, line)


def _nearest(key: str, table: list[str | int], shape: type[Any]) -> str:
    """``Menade du »titel«?`` among the keys that the key's own table knows."""
    schema: dict[str, Any] = _adapter(shape).json_schema()
    definitions = schema.get("$defs", {})
    for part in table:
        inner = schema.get("properties", {}).get(part, schema.get("additionalProperties"))
        schema = schema.get("items", {}) if isinstance(part, int) else inner or {}
        schema = definitions.get(schema.get("$ref", "").removeprefix("#/$defs/"), schema)
    known = schema.get("properties", {})
    close = difflib.get_close_matches(key, known, n=1)
    if close:
        return f"Menade du »{close[0]}«?"
    return f"De nycklar som finns är: {', '.join(known)}." if known else ""


_KINDS = frozenset({"str", "date"})
"""How pydantic names the alternatives of a value that may be of several kinds."""

_DESCRIPTIONS = {
    "unexpected_keyword_argument": "nyckeln »{key}« är okänd",
    "extra_forbidden": "nyckeln »{key}« är okänd",
    "missing": "nyckeln »{key}« saknas",
    "missing_argument": "nyckeln »{key}« saknas",
    "string_type": "»{key}« ska vara en text inom citattecken",
    "bool_type": "»{key}« ska vara true eller false",
    "bool_parsing": "»{key}« ska vara true eller false",
    "int_type": "»{key}« ska vara ett heltal",
    "int_parsing": "»{key}« ska vara ett heltal",
    "float_type": "»{key}« ska vara ett tal",
    "float_parsing": "»{key}« ska vara ett tal",
    "tuple_type": "»{key}« ska vara en lista inom [ ]",
    "enum": "»{key}« ska vara ett av {expected}",
    "json_invalid": "svaret är inte giltig JSON",
}


def _describe(detail: ErrorDetails) -> str:
    """What is wrong with one value, in Swedish."""
    parts = [part for part in detail["loc"] if isinstance(part, str) and part not in _KINDS]
    key = parts[-1] if parts else "filen"
    pattern = _DESCRIPTIONS.get(detail["type"], "»{key}« har ett värde som inte går att använda")
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", " eller ")
    return pattern.format(key=key, expected=expected)
