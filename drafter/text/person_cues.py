"""What stands around a word and tells that it is a person, whatever the word is."""

import re
from collections.abc import Sequence

from drafter.text.tokens import Token

TITLE = re.compile(
    r"[\w-]*(?:direktör|direktören|dir|chef|chefen|ordf|ordförande|ordföranden|sekreterare"
    r"|sekreteraren|sekr|råd|rådet|borgmästare|borgmästaren|minister|ministern|ledare|ledaren"
    r"|strateg|strategen|samordnare|samordnaren|utredare|utredaren|jurist|juristen|rådgivare"
    r"|ambassadör|ambassadören|hövding|hövdingen|talman|talmannen|ledamot|ledamoten|ersättare"
    r"|handläggare|handläggaren|konsult|konsulten|arkitekt|arkitekten|ingenjör|professor|prof"
    r"|docent|doktor|rektor|rektorn|forskare|forskaren|expert|experten|moderator|moderatorn"
    r"|talare|talaren|föreläsare|föreläsaren|kollegan|kontaktperson|läkare|läkaren|biskop|biskopen"
    r"|lektor|lektorn|adjunkt|koordinator|koordinatorn|inspektör|inspektören|planerare|planeraren"
    r"|kurator|kuratorn|pedagog|pedagogen|advokat|advokaten|assistent|assistenten)"
    r"|dr|gd|vd|kd|herr|fru|fröken|hr|mr|mrs|ms|mayor|familjen|makarna|bröderna"
)
"""A word before a surname that tells what somebody is."""

_LABELS = frozenset(
    "närvarande frånvarande deltagare deltog justerare justeras justerat ordförande ordf"
    " sekreterare sekr protokoll protokollet föredragande inledare moderator talare panel"
    " handläggare handl kontakt kontaktperson ansvarig ansv värd värdar från from till to cc kopia"
    " mvh hälsningar".split()
)
"""What opens a line of people: ``Närvarande: Järpe, Qviberg``."""

_BEFORE = frozenset(
    "träffade träffat mötte mött ring ringde fråga frågade bad be tacka kontakta mejla mejlade"
    " maila mailade hälsa enl enligt mvh hälsningar".split()
)
_WITH = frozenset(
    "prata pratade pratat talade samtal samtalade möte lunch middag fika kolla kollade stäm stämde"
    " diskuterade kontakt avstämning mötet lunchen träff".split()
)
_DOES = frozenset(
    "fixar fixade tar tog kollar kollade skickar skickade återkommer återkom ansvarar håller höll"
    " bokar bokade ringer ringde mejlar mejlade skriver skrev antecknar antecknade kommer kom var"
    " åkte gick följer undersöker".split()
)
"""What people do in notes that offices seldom do."""


def is_cued(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a word tells of a person: ``träffade Järpe``, ``@Järpe``."""
    token = tokens[at]
    signs = ("@", "//") if at else ("@", "/")
    if token.before.endswith(signs) or _opens_people(tokens, at):
        return True
    before = tokens[at - 1] if at else None
    if before is None or before.after not in (" ", ". ", ": ", ", "):
        return False
    if before.text in ("med", "m"):
        return at > 1 and tokens[at - 2].text in _WITH
    return before.text in _BEFORE


def _opens_people(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[0].text in _LABELS and tokens[0].after.startswith(":")


def acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word after one tells what somebody does: ``JW fixar``."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].after == " " and following in _DOES


def is_joined(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether only a comma or an ``och`` parts a word from a name that ends before ``end``."""
    if at == end > 0:
        return tokens[at].before in (", ", "/", " & ", " + ", "; ")
    return at == end + 1 > 1 and tokens[end].text in ("och", "samt") and tokens[at].before == " "
