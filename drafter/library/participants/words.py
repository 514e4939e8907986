"""The words by which a role and a unit are told apart in participant lists."""

import re

ORGANS = frozenset(
    "AB AU BRB EU FN FS HR IB IT KF KS KSAU KSF LS MHN NN RF RS SBK SBN SBR SDF SDN SKL SKR SLK "
    "SSAB TK USA ÄN".split()
)
"""Abbreviations of organs, offices and countries that stand in lists."""

ROLES = frozenset("AC BR BRS DSO EC FB FC GD GS KC KDIR KFO KR KSO OBR RFO RR RSO TIB VD".split())
"""Abbreviations of roles, in upper case."""

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
    r"rotel|roteln|styrelse|styrelsen|kommun|region|regionen|stad|staden|verket|myndighet(?:en)?|"
    r"bolag|bolaget|\bab|institut(?:et)?|universitet(?:et)?|högskola|högskolan|kansli(?:et)?|museet|"
    r"sektion(?:en)?|departementet|beredning(?:en)?|utskott(?:et)?|landsting(?:et)?|förbund(?:et)?)",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    """Whether a text looks like somebody's role."""
    return text.strip(" .").upper() in ROLES or bool(_ROLE.fullmatch(text.strip()))


def is_unit(text: str) -> bool:
    """Whether a text looks like an organisation, a part of one, or the abbreviation of either."""
    word = text.strip()
    return not is_role(word) and bool(_ABBREVIATION.fullmatch(word) or _UNIT.fullmatch(word))
