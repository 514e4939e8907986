"""Which language model to use, where it runs, and under which law."""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from drafter.nouns.spending import Limits, Prices


class Hosting(StrEnum):
    """Where a model's host stands; a third country needs the authority's own decision."""

    LOCAL = "lokal"
    SWEDEN = "se"
    EU = "eu"
    THIRD_COUNTRY = "tredjeland"


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only mean this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to reach a model.

    ``api_version`` is set only for Azure's classic URL form, where ``model`` names the
    deployment and ``base_url`` the resource. ``key`` is never shown, logged or saved. ``timeout``
    is in seconds, ``parallel`` the number of sections asked for at the same time.
    """

    name: str
    base_url: str
    model: str
    hosting: Hosting
    key: str = ""
    api_version: str = ""
    timeout: float = 120.0
    parallel: int = 4
    limits: Limits = Limits()
    prices: Prices = Prices()

    @property
    def host(self) -> str:
        """The host that requests go to; empty when the address cannot be read."""
        try:
            return urlsplit(self.base_url).hostname or ""
        except ValueError:
            return ""

    def __repr__(self) -> str:
        return f"Profile({self.name!r}, {self.model!r} at {self.host!r}, {self.hosting.value})"
