"""A folder under ``prompts/`` as a ReportType, read strictly."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from drafter.errors import SettingsError
from drafter.library import shapes, toml
from drafter.library.prompt_files import SHARED, PromptFiles, read_once
from drafter.library.word_lists import read_entries
from drafter.nouns import Field, FieldKind, FieldPlace, Heading, HeadingKind, ReportType
from drafter.text.sentences import split

_NAME = r"[A-ZÅÄÖ][\w’-]+(?: (?:af|von|de|al|[A-ZÅÄÖ][\w’-]*\.?))* [A-ZÅÄÖ][\w’-]+"
"""What ``<NAMN>`` stands for in a cue: a first name and a surname, with what may stand between."""


@dataclass(frozen=True, slots=True)
class _FieldShape:
    """``[[falt]]``: one header or title field."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    id: str
    etikett: str
    plats: FieldPlace = FieldPlace.HEADER
    slag: FieldKind = FieldKind.TEXT
    obligatorisk: bool = True
    visas: str = "{varde}"
    fet: bool = False
    monster: str = ""
    exempel: str = ""
    ledtradar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _HeadingShape:
    """``[[rubriker]]``: one heading."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    id: str
    titel: str
    niva: int = 2
    slag: HeadingKind = HeadingKind.TEXT
    obligatorisk: bool = True
    alias: tuple[str, ...] = ()
    ledord: tuple[str, ...] = ()
    anvisning: str = ""
    ord: tuple[int, int] = (0, 0)
    tomt: str = ""


@dataclass(frozen=True, slots=True)
class _TypeShape:
    """The whole ``rapport.toml`` of a report type."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    namn: str
    titel: str
    falt: tuple[_FieldShape, ...]
    rubriker: tuple[_HeadingShape, ...]
    register: str = ""
    alias: tuple[str, ...] = ()


def load_report_type(name: str, prompts: PromptFiles) -> ReportType:
    """The report type with that id or alias.

    Raises:
        SettingsError: no such type (with the nearest name), or its file is wrong (with the line).
    """
    if name in prompts.types():
        return _load(prompts, name)
    for report_type in all_report_types(prompts):
        if name in report_type.aliases:
            return report_type
    raise _unknown(name, prompts)


def all_report_types(prompts: PromptFiles) -> tuple[ReportType, ...]:
    """Every report type that the folders hold."""
    return tuple(_load(prompts, name) for name in prompts.types())


def _unknown(name: str, prompts: PromptFiles) -> SettingsError:
    close = difflib.get_close_matches(name.lower(), prompts.types(), n=1, cutoff=0.5)
    nearest = f"Menade du »{close[0]}«? " if close else ""
    known = ", ".join(prompts.types())
    return SettingsError(
        f"Rapporttypen »{name}« finns inte.", f"{nearest}De typer som finns är: {known}."
    )


@read_once
def _load(prompts: PromptFiles, name: str) -> ReportType:
    path = prompts.find(f"{name}/rapport.toml")
    shape = shapes.read_toml(path, _TypeShape)
    _check_unique(path, "falt", [one.id for one in shape.falt])
    _check_unique(path, "rubriker", [one.id for one in shape.rubriker])
    _check_unique(path, "rubriker", [one.titel.casefold() for one in shape.rubriker], "titel")
    _check_title(path, shape)
    stand_ins = {"<LAND>": _countries(prompts), "<NAMN>": _NAME}
    return ReportType(
        id=name,
        name=shape.namn,
        title=shape.titel,
        fields=tuple(_field(path, at, one, stand_ins) for at, one in enumerate(shape.falt)),
        headings=tuple(_heading(path, at, one) for at, one in enumerate(shape.rubriker)),
        register=shape.register.strip(),
        aliases=shape.alias,
    )


def _countries(prompts: PromptFiles) -> str:
    """What ``<LAND>`` stands for: one of the listed countries."""
    countries = read_entries(prompts.find(f"{SHARED}/lander.txt"))
    return f"(?:{'|'.join(map(re.escape, countries))})"


def _field(path: Path, at: int, shape: _FieldShape, stand_ins: dict[str, str]) -> Field:
    cues = shape.ledtradar
    for name, pattern in stand_ins.items():
        cues = tuple(cue.replace(name, pattern) for cue in cues)
    for key, patterns in (("monster", (shape.monster,)), ("ledtradar", cues)):
        _check_patterns(path, ("falt", at, key), patterns)
    if any("(?P<varde>" not in cue for cue in cues):
        raise _wrong(path, ("falt", at, "ledtradar"), "varje ledtråd ska ha gruppen (?P<varde>…)")
    if shape.visas.count("{varde}") != 1:
        raise _wrong(path, ("falt", at, "visas"), "»visas« ska innehålla {varde} en gång")
    return Field(
        id=shape.id,
        label=shape.etikett,
        place=shape.plats,
        kind=shape.slag,
        required=shape.obligatorisk,
        display=shape.visas,
        bold=shape.fet,
        pattern=shape.monster,
        example=shape.exempel,
        cues=cues,
    )


def _heading(path: Path, at: int, shape: _HeadingShape) -> Heading:
    if shape.niva not in (2, 3):
        raise _wrong(path, ("rubriker", at, "niva"), "»niva« ska vara 2 eller 3")
    if not shape.titel.strip():
        raise _wrong(path, ("rubriker", at, "titel"), "»titel« är tom")
    if shape.slag is HeadingKind.TEXT and (len(split(shape.tomt)) != 1 or "[" in shape.tomt):
        what = f"»tomt« i rubriken »{shape.id}« ska vara en enda mening"
        raise _wrong(path, ("rubriker", at, "tomt"), what)
    return Heading(
        id=shape.id,
        title=shape.titel,
        level=shape.niva,
        kind=shape.slag,
        required=shape.obligatorisk,
        aliases=shape.alias,
        cues=tuple(_cue(word) for word in shape.ledord),
        guide=shape.anvisning.strip(),
        band=shape.ord,
        empty=shape.tomt,
    )


def _cue(word: str) -> str:
    """A cue word as a pattern: ``inbjud*`` is the start of a word, ``tema`` a whole one."""
    pattern = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return rf"(?<!\w){pattern}(?!\w)"


def _check_unique(path: Path, table: str, values: Iterable[str], key: str = "id") -> None:
    seen = list(values)
    for double in (one for one, count in Counter(seen).items() if count > 1):
        second = [at for at, one in enumerate(seen) if one == double][1]
        raise _wrong(path, (table, second, key), f"{key} »{double}« finns två gånger")


def _check_title(path: Path, shape: _TypeShape) -> None:
    named = re.findall(r"{(\w*)}", shape.titel)
    known = {one.id for one in shape.falt}
    if "{" in re.sub(r"{\w*}", "", shape.titel) or "}" in re.sub(r"{\w*}", "", shape.titel):
        raise _wrong(path, ("titel",), "titeln har en klammer som inte hör till något fält")
    for unknown in (name for name in named if name not in known):
        raise _wrong(path, ("titel",), f"titeln nämner fältet »{unknown}« som inte finns")


def _check_patterns(path: Path, place: tuple[str | int, ...], patterns: Iterable[str]) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise _wrong(path, place, f"mönstret »{pattern}« går inte att tolka") from error


def _wrong(path: Path, place: tuple[str | int, ...], what: str) -> SettingsError:
    line = toml.line_of(path, place)
    hint = "Rätta raden i rapporttypens fil."
    return SettingsError(f"{path.parent.name}/{path.name}, rad {line}: {what}.", hint, path, line)
