"""The words by which a role and a unit are told apart in participant lists."""

import re

ORGANS = frozenset(
    "AB AU BRB EU FN FS HR IB IT KF KS KSAU KSF LS MHN NN RF RS SBK SBN SBR SDF SDN SKL SKR SLK "
    "SSAB TK USA ÄN".split()
)
"""Abbreviations of organs, offices and countries that stand in lists."""

ROLES = frozenset("AC BR BRS DSO EC FB FC GD GS KC KDIR KFO KR KSO OBR RFO RR RSO TIB VD".split())
"""Abbreviations of roles, in upper case."""

PLACES = frozenset(
    "Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Helsingborg Norrköping Jönköping "
    "Umeå Lund Borås Sundsvall Gävle Eskilstuna Karlstad Växjö Halmstad Luleå Kalmar Kiruna "
    "Östersund Södertälje Visby Oslo Bergen Trondheim Köpenhamn Århus Helsingfors Esbo Åbo "
    "Tammerfors Reykjavik Reykjavík Tórshavn Mariehamn Nuuk Bryssel Sverige Norge Danmark Finland "
    "Island".split()
)
"""Places that often stand in parentheses after a role, or open the name of a unit."""

_ROLE = re.compile(
    r"(?:.*\b)?(?:ordf|sekr|led|ers|adj)\.?|"
    r".*(?:ordförande|sekreterare|ledamot|ersättare|fullmäktige|justerare|råd|läggare|ledare|chef|"
    r"direktör|strateg|samordnare|utvecklare|arkitekt|ekonom|jurist|controller|specialist|expert|"
    r"konsult|handlare|sakkunnig|registrator|arkivarie|utredare|föredragande|adjungerad|talare|"
    r"observatör|moderator|praktikant|assistent|tolk|ingenjör|lärare|rektor|borgmästare|inspektör|"
    r"planerare|tjänsteman|tjänsteperson|politiker|föreläsare|delegat)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,5}")
_UNIT = re.compile(
    r"(?:region|länsstyrelsen|stockholms?|göteborgs?|malmö)\b.*|"
    r".*(?:kontoret|kontor|förvaltning(?:en)?|avdelning(?:en)?|enhet(?:en)?|nämnd(?:en)?|"
    r"rotel|roteln|styrelse|styrelsen|kommun|region|regionen|\bstad(?:en)?|verket|myndighet(?:en)?|"
    r"bolag|bolaget|\bab|institut(?:et)?|universitet(?:et)?|högskola|högskolan|kansli(?:et)?|museet|"
    r"sektion(?:en)?|departementet|beredning(?:en)?|utskott(?:et)?|landsting(?:et)?|förbund(?:et)?)|"
    r"(?:.*\s)?(?:svenska?|svenskt|sveriges?|sweden|nordisk[at]|nordic|europeiska|europe|business|"
    r"visit|group|city|council|university|ministry|kommune|rådet|kyrkan|korset|barnen)(?:\s.*)?|"
    r".*(?:sjukhus|huset|skolan|fonden|banken|centrum|teatern|arkivet|biblioteket|föreningen|"
    r"stiftelsen)",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    """Whether a text looks like somebody's role."""
    return text.strip(" .").upper() in ROLES or bool(_ROLE.fullmatch(text.strip()))


def is_unit(text: str) -> bool:
    """Whether a text looks like an organisation, a part of one, or the abbreviation of either."""
    word = text.strip()
    known = _ABBREVIATION.fullmatch(word) or _UNIT.fullmatch(word) or _begins_with_place(word)
    return bool(known) and not is_role(word)


def _begins_with_place(text: str) -> bool:
    """Whether more follows a place, as in ``Oslo Havn``: no given name is one."""
    first, *rest = text.split() or [""]
    return bool(rest) and not PLACES.isdisjoint({first, first.removesuffix("s")})
