"""The kinds of secrets that neither a model nor a report should see."""

from enum import StrEnum


class SensitiveKind(StrEnum):
    """What kind of secret it is; the values are the tables of ``kansligt.toml``."""

    HEALTH = "halsa"
    RELIGION = "religion"
    UNION = "fackligt"
    POLITICS = "politisk"
    SEX_LIFE = "sexualliv"
    CRIME = "brott"
    CODE = "sakerhetskod"
    SITE = "skyddsobjekt"
    TENDER = "upphandlingssekretess"
    GIFT = "gava"
    INCIDENT = "incident"

    @property
    def told(self) -> str:
        """What it is, as an official calls it."""
        return _TOLD[self]


_TOLD = {
    SensitiveKind.HEALTH: "uppgift om någons hälsa",
    SensitiveKind.RELIGION: "uppgift om någons tro",
    SensitiveKind.UNION: "uppgift om facklig tillhörighet",
    SensitiveKind.POLITICS: "uppgift om någons politiska åsikt",
    SensitiveKind.SEX_LIFE: "uppgift om någons sexualliv",
    SensitiveKind.CRIME: "uppgift om brott",
    SensitiveKind.CODE: "kod eller inloggningsuppgift",
    SensitiveKind.SITE: "uppgift om skyddsobjekt eller säkerhetsskydd",
    SensitiveKind.TENDER: "uppgift ur en upphandling under sekretess",
    SensitiveKind.GIFT: "gåva eller förmån",
    SensitiveKind.INCIDENT: "incident",
}
