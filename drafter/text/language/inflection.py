"""The forms of Swedish words, told from the form that a dictionary has."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


class WordClass(StrEnum):
    """How a word of a list is inflected; the values are those of the lists."""

    VERB = "verb"
    NOUN = "substantiv"
    ADJECTIVE = "adjektiv"
    NONE = ""


class Verb(NamedTuple):
    """The five forms that tell all others: *hålla, håller, höll, hållit, hållen*."""

    infinitive: str
    present: str
    past: str
    supine: str
    participle: str = ""

    def finite(self) -> tuple[str, ...]:
        """The forms that another verb has a match for: four active, and four passive."""
        active = (self.infinitive, self.present, self.past, self.supine)
        passive = (_passive(self.infinitive), self._passive_present(), *map(_passive, active[2:]))
        return (*active, *passive)

    def others(self) -> tuple[str, ...]:
        """The participles, and the longer passive: *hållande, hållen, hållet, hållna, hålles*."""
        ending = "nde" if self.infinitive.endswith("a") else "ende"
        longer = (f"{self.present[:-1]}s",) if self.present.endswith("er") else ()
        return (f"{self.infinitive}{ending}", *_participles(self.participle), *longer)

    def prefixed(self, prefix: str) -> "Verb":
        """The same verb behind a prefix: *till* and *hålla* make *tillhålla*."""
        forms = (self.infinitive, self.present, self.past, self.supine, self.participle)
        return Verb(*(prefix + one if one else "" for one in forms))

    def _passive_present(self) -> str:
        """*hålls, läses, talas, ges*: some verbs have the same form as in the infinitive."""
        if not self.infinitive.endswith("a") or not self.present.endswith("er"):
            return f"{self.present.removesuffix('r')}s"
        stem = self.present[:-2]
        return f"{stem}es" if stem.endswith("s") else f"{stem}s"


class Grammar(NamedTuple):
    """What cannot be told from a verb's infinitive: the verbs that are not like *tala*.

    ``verbs`` holds them by their infinitives, and ``prefixes`` what they may stand behind.
    """

    verbs: Mapping[str, Verb]
    prefixes: frozenset[str]

    def verb(self, infinitive: str) -> Verb:
        """All forms of a verb, known or made like *tala*."""
        for at in range(len(infinitive)):
            base = self.verbs.get(infinitive[at:])
            if base and (at == 0 or infinitive[:at] in self.prefixes):
                return base.prefixed(infinitive[:at])
        stem = infinitive.removesuffix("a")
        return Verb(infinitive, f"{stem}ar", f"{stem}ade", f"{stem}at", f"{stem}ad")


def decline(noun: str) -> Iterator[str]:
    """The forms that a noun may have, whatever its gender: *mål, målet, målen, måls* …"""
    stem = noun[:-1] if noun.endswith(("a", "e")) else noun
    endings = _ENDINGS.get(noun[-1:], _OTHER_ENDINGS)
    for form in (f"{stem}{ending}" for ending in endings.split()):
        yield form.replace("-", "")
        if not form.endswith("s"):
            yield f"{form.replace('-', '')}s"


def compare(adjective: str) -> Iterator[str]:
    """The forms of an adjective: *kass, kasst, kassa, kassare, kassast, kassaste*."""
    yield adjective
    if adjective.endswith("en"):
        yield from (f"{adjective[:-1]}t", f"{adjective[:-2]}na")
    elif adjective.endswith("el"):
        yield from (f"{adjective}t", f"{adjective[:-2]}la")
    elif adjective.endswith("ad"):
        yield from (f"{adjective[:-1]}t", f"{adjective}e")
    elif not adjective.endswith("e"):
        endings = ("t", "a", "are", "ast", "aste", "e")
        yield from (f"{adjective}{ending}" for ending in endings)


_ENDINGS = {"a": "a an or orna ar arna", "e": "e en et ar arna er erna ena"}
_OTHER_ENDINGS = "- en et n er erna ar arna na"


def _passive(form: str) -> str:
    return f"{form}s" if form else ""


def _participles(common: str) -> tuple[str, ...]:
    """*hållen, hållet, hållna*; *förd, fört, förda*; *talad, talat, talade*."""
    if not common:
        return ()
    if common.endswith("en"):
        return common, f"{common[:-1]}t", f"{common[:-2]}na"
    if common.endswith("ad"):
        return common, f"{common[:-1]}t", f"{common}e"
    if common.endswith("dd"):
        return common, f"{common[:-2]}tt", f"{common}a"
    if common.endswith("t"):
        return common, f"{common}a"
    return common, f"{common[:-1]}t", f"{common}a"
