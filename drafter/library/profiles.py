"""Which model to use: the profiles of ``drafter.toml``, or the environment."""

import difflib
import os
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from math import inf
from pathlib import Path
from typing import Any, ClassVar

from platformdirs import user_config_path

from drafter.errors import SettingsError
from drafter.library import shapes, toml
from drafter.library.settings import Rules, Wording
from drafter.nouns import Hosting, Limits, Prices, Profile, is_loopback

NO_MODEL = "ingen"


@dataclass(frozen=True, slots=True)
class _ProfileShape:
    """``[modeller.NAMN]`` in ``drafter.toml``. ``nyckel_i`` names an environment variable.

    ``pris_in`` and ``pris_ut`` are for a million tokens, in ``valuta``; ``max_tokens_totalt`` and
    ``max_kostnad`` are for one run of a command.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    bas_url: str
    modell: str
    klass: Hosting | None = None
    nyckel_i: str = ""
    api_version: str = ""
    timeout: float = 120.0
    samtidiga: int = 4
    tillat_tredjeland: bool = False
    anrop_per_minut: int = 0
    tokens_per_minut: int = 0
    max_tokens_totalt: int = 0
    max_kostnad: float = 0.0
    pris_in: float = 0.0
    pris_ut: float = 0.0
    valuta: str = "kr"

    @property
    def limits(self) -> Limits:
        """What the endpoint and the purse allow."""
        per_minute = self.anrop_per_minut, self.tokens_per_minut
        return Limits(*per_minute, self.max_tokens_totalt, self.max_kostnad)


@dataclass(frozen=True, slots=True)
class _LogShape:
    """``[logg]``: whether the log keeps the text of what is sent, and not only its SHA-256."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    fulltext: bool = False


@dataclass(frozen=True, slots=True)
class _DrafterShape:
    """The whole of ``drafter.toml``. ``standard`` names the profile that is used unasked."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    standard: str = ""
    modeller: dict[str, _ProfileShape] = field(default_factory=dict)
    regler: Rules = field(default_factory=Rules)
    sprak: Wording = field(default_factory=Wording)
    logg: _LogShape = field(default_factory=_LogShape)


def config_files(folder: Path) -> tuple[Path, ...]:
    """Where ``drafter.toml`` may lie: the report folder, then the user's configuration folder."""
    places = (folder, user_config_path("drafter", appauthor=False))
    return tuple(place / "drafter.toml" for place in places)


def rules_off(folder: Path) -> tuple[str, ...]:
    """The beginnings of the rule ids that ``drafter.toml`` switches off."""
    return tuple(one for _, shape in _read(folder) for one in shape.regler.av)


def wordings(folder: Path) -> tuple[tuple[Path, Wording], ...]:
    """What each ``drafter.toml`` says of how the house writes, the report folder's first."""
    return tuple((path, shape.sprak) for path, shape in _read(folder))


def logs_full_text(folder: Path) -> bool:
    """Whether any ``drafter.toml`` asks for the text of what is sent to be kept."""
    return any(shape.logg.fulltext for _, shape in _read(folder))


def choose_profile(folder: Path, name: str) -> Profile | None:
    """The model to use, or nothing for ``ingen``.

    ``name`` is what the user asked for; when it is empty, ``drafter.toml``'s ``standard`` and
    then the environment (``DRAFTER_BASE_URL``, ``DRAFTER_MODEL``, ``DRAFTER_API_KEY``,
    ``DRAFTER_KLASS``) decide.

    Raises:
        SettingsError: no such profile, or one that must not be used.
    """
    if name == NO_MODEL:
        return None
    files = list(_read(folder))
    wanted = name or next((shape.standard for _, shape in files if shape.standard), "")
    if wanted == NO_MODEL:
        return None
    for path, shape in files:
        if wanted in shape.modeller:
            return _profile(wanted, shape.modeller[wanted], path)
    if wanted:
        raise _unknown(wanted, [known for _, shape in files for known in shape.modeller])
    return _from_environment()


def _read(folder: Path) -> Iterator[tuple[Path, _DrafterShape]]:
    for path in config_files(folder):
        if path.is_file():
            yield path, shapes.read_toml(path, _DrafterShape)


def _from_environment() -> Profile | None:
    base_url = os.environ.get("DRAFTER_BASE_URL", "").strip()
    if not base_url:
        return None
    model = os.environ.get("DRAFTER_MODEL", "").strip()
    if not model:
        raise SettingsError(
            "DRAFTER_BASE_URL är satt men inte DRAFTER_MODEL.",
            "Sätt DRAFTER_MODEL till modellens namn, eller kör med --modell ingen.",
        )
    hosting = os.environ.get("DRAFTER_KLASS", "").strip()
    if hosting and hosting not in tuple(Hosting):
        raise SettingsError(f"DRAFTER_KLASS är »{hosting}«.", _CLASS_HINT)
    klass = Hosting(hosting) if hosting else None
    key = "DRAFTER_API_KEY" if "DRAFTER_API_KEY" in os.environ else ""
    shape = _ProfileShape(base_url, model, klass, nyckel_i=key)
    return _profile("miljö", shape, None)


_CLASS_HINT = "Klassen ska vara lokal, se, eu eller tredjeland."


def _profile(name: str, shape: _ProfileShape, path: Path | None) -> Profile:
    """A profile that may be used.

    Raises:
        SettingsError: something speaks against it, with its line.
    """
    profile = Profile(
        name=name,
        base_url=shape.bas_url,
        model=shape.modell,
        hosting=shape.klass or Hosting.LOCAL,
        key=os.environ.get(shape.nyckel_i, "") if shape.nyckel_i else "",
        api_version=shape.api_version,
        timeout=shape.timeout,
        parallel=shape.samtidiga,
        limits=shape.limits,
        prices=Prices(shape.pris_in, shape.pris_ut, shape.valuta),
    )
    for message, hint in _objections(
        profile, shape, "klass i profilen" if path else "DRAFTER_KLASS"
    ):
        line = toml.line_of(path, ("modeller", name)) if path else 0
        raise SettingsError(message, hint, path, line)
    return profile


def _objections(profile: Profile, shape: _ProfileShape, where: str) -> Iterator[tuple[str, str]]:
    """What speaks against a profile, and what to do about it. ``where`` names its class."""
    host = profile.host
    if shape.samtidiga < 1 or not 0 < shape.timeout < 86_400:
        yield (
            f"Profilen »{profile.name}« har ett orimligt värde på timeout eller samtidiga.",
            "timeout är sekunder över noll, samtidiga minst 1.",
        )
    yield from _bad_sums(profile, shape)
    if shape.nyckel_i and not profile.key:
        yield (
            f"Miljövariabeln {shape.nyckel_i}, som profilen »{profile.name}« nämner, är inte satt.",
            "Sätt den till nyckeln, eller ta bort nyckel_i om ingen nyckel behövs.",
        )
    if not shape.bas_url.startswith(("http://", "https://")) or not host:
        yield (
            f"Adressen »{shape.bas_url}« i profilen »{profile.name}« är ingen webbadress.",
            "Skriv den som http://localhost:11434/v1.",
        )
    if shape.klass is None and not is_loopback(host):
        yield (
            f"Det framgår inte var {host} finns, så inget skickas dit.",
            f"Ange {where}. {_CLASS_HINT}",
        )
    if profile.hosting is Hosting.THIRD_COUNTRY and not shape.tillat_tredjeland:
        yield (
            f"{host} finns i tredjeland, så inget skickas dit.",
            "Om myndigheten har beslutat om det: skriv tillat_tredjeland = true i profilen.",
        )


def _bad_sums(profile: Profile, shape: _ProfileShape) -> Iterator[tuple[str, str]]:
    """What speaks against the limits and the prices of a profile."""
    sums = (*astuple(profile.limits), shape.pris_in, shape.pris_ut)
    if not all(0 <= one < inf for one in sums):
        yield (
            f"Profilen »{profile.name}« har en gräns eller ett pris som inte går att använda.",
            "Priser och gränser är tal från noll; utelämna dem som inte gäller.",
        )
    if profile.limits.cost and not profile.prices.known:
        yield (
            f"Profilen »{profile.name}« har en högsta kostnad men inga priser.",
            "Ange pris_in och pris_ut för en miljon tokens, eller max_tokens_totalt i stället.",
        )


def _unknown(name: str, known: list[str]) -> SettingsError:
    close = difflib.get_close_matches(name, [*known, NO_MODEL], n=1)
    nearest = f"Menade du »{close[0]}«? " if close else ""
    listed = ", ".join([*known, NO_MODEL])
    return SettingsError(
        f"Modellen »{name}« finns inte i någon drafter.toml.", f"{nearest}Att välja på: {listed}."
    )
