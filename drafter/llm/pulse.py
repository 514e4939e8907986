"""Whether an endpoint is alive, told in Swedish."""

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.errors import ModelError
from drafter.llm.faults import address
from drafter.nouns import Profile

_REFUSED = (401, 403)
_LISTED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a probe learnt of an endpoint.

    ``answers`` tells whether a server is there and works, ``key`` whether it accepted the key
    and ``model`` whether it lists the model; the last two are nothing where it does not tell.
    """

    answers: bool
    key: bool | None
    model: bool | None
    message: str
    hint: str = ""


def unheard(error: ModelError, status: int) -> Pulse:
    """The pulse of an endpoint that failed. ``status`` is HTTP's; 0: there was no answer."""
    refused = status in _REFUSED
    return Pulse(refused, False if refused else None, None, error.message, error.hint)


def heard(profile: Profile, body: object) -> Pulse:
    """The pulse of an endpoint that answered ``GET …/models`` with ``body``."""
    host, names = address(profile), _names(body)
    key = True if profile.key else None
    alive = f"{host} svarar{' och godtar nyckeln' if key else ''}"
    if not names:
        hint = "Kontrollera att adressen slutar rätt (oftast /v1) om utkasten misslyckas."
        return Pulse(True, None, None, f"{host} svarar, men räknar inte upp sina modeller.", hint)
    if profile.api_version:  # Azure lists its models, but not the deployments that we name
        return Pulse(True, key, None, f"{alive}. Azure räknar inte upp sina distributioner.")
    if profile.model in names or f"{profile.model}:latest" in names:
        return Pulse(True, key, True, f"{alive}. Modellen {profile.model} finns.")
    missing = f"{alive}, men modellen {profile.model} finns inte i dess lista."
    return Pulse(True, key, False, missing, f"Modeller i listan: {_some(names)}.")


def _names(body: object) -> tuple[str, ...]:
    """The names in OpenAI's form of a list; empty for anything else."""
    entries = body.get("data") if isinstance(body, Mapping) else None
    if not isinstance(entries, list):
        return ()
    names = (entry.get("id") for entry in entries if isinstance(entry, Mapping))
    return tuple(name for name in names if isinstance(name, str))


def _some(names: tuple[str, ...]) -> str:
    more = " med flera" if len(names) > _LISTED_AT_MOST else ""
    return ", ".join(names[:_LISTED_AT_MOST]) + more
