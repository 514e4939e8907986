"""Everything that can go wrong with a language model, in Swedish: what happened, what to do."""

import textwrap
from dataclasses import dataclass
from urllib.parse import urlsplit

from drafter.errors import AnswerError, EndpointError, FinalError, LengthError, ModelError
from drafter.nouns import Profile

_SOMEWHERE = "den angivna adressen"
_WITHOUT = " Utan språkmodell: kör med --modell ingen."
"""What can be done instead, where no section can be written."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail; ``{host}``, ``{model}``, ``{timeout}`` and ``{said}`` are filled in.

    ``again`` is how often the same request is sent once more before the fault is believed: some
    pass by themselves, and what costs a person's time or money is tried less.
    """

    kind: type[ModelError]
    message: str
    hint: str
    again: int = 0

    def error(self, profile: Profile, said: str = "") -> ModelError:
        """The fault as it befell one profile. ``said`` is the server's own words; no key shows."""
        message = self.message.format(
            host=address(profile),
            model=profile.model,
            timeout=f"{profile.timeout:g}".replace(".", ","),
            said=_short(said, profile.key),
        )
        without = _WITHOUT if issubclass(self.kind, EndpointError) else ""
        return self.kind(message, self.hint + without)


class AttemptError(Exception):
    """One attempt that failed: how, in the server's own words, and how long it asks us to wait.

    ``wait`` is in seconds, and nothing where the server did not say.
    """

    def __init__(self, fault: Fault, said: str = "", wait: float | None = None) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.said = said
        self.wait = wait


def told(error: ModelError) -> str:
    """A failure as a section tells of it: what happened, and what to do about that section."""
    return f"{error.message} {error.hint.removesuffix(_WITHOUT)}".strip()


def address(profile: Profile) -> str:
    """Host and port as written, without any user name or password."""
    try:
        return urlsplit(profile.base_url).netloc.rpartition("@")[2] or _SOMEWHERE
    except ValueError:
        return _SOMEWHERE


def _short(said: str, key: str) -> str:
    """A server's words on one short line; a server may echo the key it was given."""
    hidden = said.replace(key, "…") if key else said
    return textwrap.shorten(hidden, 160, placeholder=" …")


# No prompt can be answered.
BAD_SETUP = Fault(
    EndpointError,
    "Det går inte att ansluta till {model} på {host} med de inställningar som finns.",
    "Kontrollera adressen (som http://localhost:11434/v1) och proxyn (HTTPS_PROXY, ALL_PROXY).",
)
BAD_KEY = Fault(
    EndpointError,
    "Nyckeln till {host} innehåller tecken som inte kan stå i en nyckel.",
    "Kopiera nyckeln på nytt, utan mellanslag och radbrytning (DRAFTER_API_KEY).",
)
NO_HOST = Fault(
    EndpointError,
    "Hittar ingen dator med adressen {host}.",
    "Kontrollera stavningen, nätet och eventuell VPN.",
)
NO_SERVER = Fault(
    EndpointError,
    "Ingen modellserver svarar på {host}.",
    "Starta servern, eller rätta adressen eller proxyn (HTTPS_PROXY).",
    again=2,
)
UNTRUSTED = Fault(
    EndpointError,
    "Certifikatet hos {host} går inte att lita på.",
    "Rätta adressen, eller be it-enheten om rätt rotcertifikat (SSL_CERT_FILE).",
)
NO_TLS = Fault(
    EndpointError,
    "Det går inte att få en krypterad förbindelse med {host}.",
    "Kontrollera om adressen ska börja med http:// eller https://.",
)
PROXY = Fault(
    EndpointError,
    "Proxyn släpper inte fram frågor till {host}.",
    "Kontrollera HTTPS_PROXY och NO_PROXY eller fråga it-enheten.",
)
TIMEOUT = Fault(
    EndpointError,
    "{model} på {host} svarade inte inom {timeout} sekunder.",
    "Se efter om servern är upptagen, eller höj timeout i drafter.toml.",
    again=1,
)
NO_CONNECTION = Fault(
    EndpointError,
    "Det går inte att nå {host}.",
    "Kontrollera adressen och nätet.",
    again=2,
)
NOT_LET_IN = Fault(
    EndpointError,
    "Nyckeln till {host} saknas eller gäller inte.",
    "Kontrollera DRAFTER_API_KEY, eller den variabel som profilen namnger med nyckel_i.",
)
FORBIDDEN = Fault(
    EndpointError,
    "Nyckeln ger inte rätt att använda {model} på {host}.",
    "Be den som förvaltar tjänsten om behörighet, eller byt modell.",
)
NO_MODEL = Fault(
    EndpointError,
    "{host} känner inte till modellen {model}.",
    "Kontrollera modellens namn och att adressen slutar rätt (oftast /v1).",
)
BUSY = Fault(
    EndpointError,
    "{host} tar inte emot fler frågor just nu.",
    "Kör om senare, eller sänk samtidiga i drafter.toml.",
    again=4,
)
BUSY_FOR_LONG = Fault(
    EndpointError,
    "{host} tar inte emot fler frågor förrän om {said}.",
    "Kör om då; det som redan är besvarat är sparat.",
)
CONFLICT = Fault(
    EndpointError,
    "{host} kunde inte ta hand om frågan just nu ({said}).",
    "Kör om senare, eller se efter i serverns logg.",
    again=2,
)
QUOTA = Fault(
    EndpointError,
    "Kontots kvot hos {host} är slut.",
    "Be den som förvaltar kontot att fylla på det, och kör sedan om.",
)
DOWN = Fault(
    EndpointError,
    "{host} har ett internt fel ({said}).",
    "Kör om senare, eller se efter i serverns logg.",
    again=2,
)
UNEXPECTED = Fault(
    EndpointError,
    "{host} svarade med ett oväntat fel ({said}).",
    "Kontrollera adressen: http eller https, och hur den slutar (oftast /v1).",
)

# This prompt was not answered in a usable way; another may be.
REJECTED = Fault(
    FinalError,
    "{host} avvisade frågan till {model} ({said}).",
    "Se efter om underlaget är för långt för modellen, eller prova en annan modell.",
)
TOO_LONG = Fault(
    LengthError,
    "Underlaget är för långt för {model}.",
    "Dela upp långa rader i anteckningarna, eller använd en modell som läser längre texter.",
)
BROKEN_OFF = Fault(
    AnswerError,
    "Förbindelsen med {host} bröts innan svaret var framme.",
    "Kör om, eller se efter i serverns logg.",
)
CUT_OFF = Fault(
    LengthError,
    "Svaret från {model} klipptes av när det nådde sin längsta tillåtna längd.",
    "Höj serverns gräns för svarets längd, eller dela upp långa rader i anteckningarna.",
)
FILTERED = Fault(
    FinalError,
    "Innehållsfiltret hos {host} stoppade frågan eller svaret.",
    "Skriv avsnittet för hand, eller använd en annan modell.",
)
DECLINED = Fault(
    FinalError,
    "{model} avböjde att svara.",
    "Skriv avsnittet för hand, eller använd en annan modell.",
)
ENDLESS = Fault(
    FinalError,
    "Svaret från {model} tog aldrig slut ({said}).",
    "Skriv avsnittet för hand, eller använd en annan modell.",
)
NO_END = Fault(
    AnswerError,
    "Svaret från {model} saknar slutmarkering (finish_reason) och kan vara avklippt.",
    "Kör om, eller se efter i serverns logg.",
)
STRANGE_END = Fault(
    AnswerError,
    "Svaret från {model} slutade på ett oväntat sätt (finish_reason: {said}).",
    "Kör om, eller prova en annan modell.",
)
EMPTY = Fault(
    AnswerError,
    "Svaret från {model} är tomt.",
    "Kör om, eller prova en annan modell.",
)
NO_CHOICE = Fault(
    AnswerError,
    "{host} svarade utan något svar från modellen.",
    "Kör om, eller se efter i serverns logg.",
)
GARBLED = Fault(
    AnswerError,
    "Svaret från {host} är skadat: det är inte hel JSON.",
    "Kör om, eller se efter i serverns logg.",
)
NOT_AN_ANSWER = Fault(
    AnswerError,
    "{host} svarade med något annat än ett modellsvar.",
    "Kontrollera att adressen går till modellservern och slutar rätt (oftast /v1).",
)

# What OpenAI and Azure call them (error.code) and llama.cpp (error.type).
NAMED = {
    "insufficient_quota": QUOTA,
    "content_filter": FILTERED,
    "context_length_exceeded": TOO_LONG,
    "exceed_context_size_error": TOO_LONG,
    "model_not_found": NO_MODEL,
    "DeploymentNotFound": NO_MODEL,
}
