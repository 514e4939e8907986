"""What a report folder's ``rapport.toml`` says: type, header, model, rules, names and choices."""

import datetime
import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from drafter.errors import SettingsError
from drafter.library import shapes, toml
from drafter.nouns import Choice, HouseStyle, Privacy, Verdict


@dataclass(frozen=True, slots=True)
class Rules:
    """``[regler]``: rule ids, or the beginnings of ids, that are switched off."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    av: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """``[sprak]``: the house style, and a list of the authority's own words beside the file."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    stil: HouseStyle | None = None
    ordlista: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """``[namn]``: words to hide from the model as names, and words to leave in clear text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    dolj: tuple[str, ...] = ()
    visa: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SensitiveLine:
    """``[[kansligt]]``: what is to become of the notes with the fingerprint ``kontroll``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    kontroll: str
    val: Verdict
    skal: str


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """A report folder's ``rapport.toml``: all of it may be left out.

    ``huvud`` and ``titel`` hold values by field id; a TOML date is read as its ISO form.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    typ: str = ""
    modell: str = ""
    huvud: dict[str, str | datetime.date] = field(default_factory=dict)
    titel: dict[str, str | datetime.date] = field(default_factory=dict)
    regler: Rules = Rules()
    namn: Names = Names()
    sprak: Wording = Wording()
    kansligt: tuple[SensitiveLine, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """All given header and title values; an empty one counts as not given."""
        given = {**self.huvud, **self.titel}
        return {key: str(value).strip() for key, value in given.items() if str(value).strip()}

    @property
    def privacy(self) -> Privacy:
        """What the official has decided about names and sensitive lines."""
        choices = (Choice(one.kontroll, one.val, one.skal) for one in self.kansligt)
        return Privacy(self.namn.dolj, self.namn.visa, tuple(choices))


def read_report_settings(path: Path) -> ReportSettings:
    """A report folder's ``rapport.toml``; the defaults when there is none."""
    return shapes.read_toml(path, ReportSettings) if path.is_file() else ReportSettings()


def check_fields(path: Path, settings: ReportSettings, known: Mapping[str, str]) -> None:
    """See that ``[huvud]`` and ``[titel]`` only name fields of the type.

    ``known`` maps each field id to the table that it belongs in.

    Raises:
        SettingsError: an unknown field, with its line and the nearest known one.
    """
    for table, values in (("huvud", settings.huvud), ("titel", settings.titel)):
        names = [name for name, place in known.items() if place == table]
        for name in values:
            if name in names:
                continue
            close = difflib.get_close_matches(name, names, n=1)
            hint = f"Menade du »{close[0]}«?" if close else f"Fälten är: {', '.join(names)}."
            line = toml.line_of(path, (table, name))
            message = f"{path.name}, rad {line}: rapporttypen har inget fält »{name}« i [{table}]."
            raise SettingsError(message, hint, path, line)


def check_choices(path: Path, settings: ReportSettings, known: Collection[str]) -> None:
    """See that every choice has a reason and concerns notes that are still there.

    ``known`` holds the fingerprints of the notes.

    Raises:
        SettingsError: a choice without a reason, or about a text that has changed since.
    """
    for at, choice in enumerate(settings.kansligt):
        line = toml.line_of(path, ("kansligt", at))
        if not choice.skal.strip():
            message = f"{path.name}, rad {line}: valet i [[kansligt]] saknar skäl."
            raise SettingsError(message, 'Skriv varför: skal = "…"', path, line)
        if choice.kontroll not in known:
            message = (
                f"{path.name}, rad {line}: ingen rad i anteckningarna har kontrolltalet "
                f"»{choice.kontroll}«. Raden kan ha ändrats sedan valet gjordes."
            )
            hint = (
                "Ta bort valet. Gäller det en ändrad rad: gör ett nytt med hjälp av drafter show."
            )
            raise SettingsError(message, hint, path, line)
