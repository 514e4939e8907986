"""Everything that can go wrong with a language model, in Swedish: what happened, what to do."""

import textwrap
from dataclasses import dataclass
from urllib.parse import urlsplit

from drafter.errors import AnswerError, EndpointError, ModelError
from drafter.nouns import Profile

_SOMEWHERE = "den angivna adressen"
_WITHOUT = " Utan språkmodell: kör med --modell ingen."


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail; ``{host}``, ``{model}``, ``{timeout}`` and ``{said}`` are filled in."""

    kind: type[EndpointError] | type[AnswerError]
    message: str
    hint: str

    def error(self, profile: Profile, said: str = "") -> ModelError:
        """The fault as it befell one profile. ``said`` is the server's own words; no key shows."""
        message = self.message.format(
            host=address(profile),
            model=profile.model,
            timeout=f"{profile.timeout:g}",
            said=_short(said, profile.key),
        )
        return self.kind(message, self.hint + (_WITHOUT if self.kind is EndpointError else ""))


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
)
NO_CONNECTION = Fault(
    EndpointError,
    "Det går inte att nå {host}.",
    "Kontrollera adressen och nätet.",
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
    "Vänta en stund, eller sänk samtidiga i drafter.toml.",
)
QUOTA = Fault(
    EndpointError,
    "Kontots kvot hos {host} är slut.",
    "Be den som förvaltar kontot att fylla på det.",
)
DOWN = Fault(
    EndpointError,
    "{host} har ett internt fel ({said}).",
    "Försök igen senare, eller se efter i serverns logg.",
)
UNEXPECTED = Fault(
    EndpointError,
    "{host} svarade med ett oväntat fel ({said}).",
    "Kontrollera adressen: http eller https, och hur den slutar (oftast /v1).",
)

# This prompt was not answered in a usable way; another may be.
REJECTED = Fault(
    AnswerError,
    "{host} avvisade frågan till {model} ({said}).",
    "Se efter om underlaget är för långt för modellen, eller prova en annan modell.",
)
TOO_LONG = Fault(
    AnswerError,
    "Underlaget är för långt för {model}.",
    "Dela upp anteckningarna, eller använd en modell som läser längre texter.",
)
BROKEN_OFF = Fault(
    AnswerError,
    "Förbindelsen med {host} bröts innan svaret var framme.",
    "Försök igen, eller se efter i serverns logg.",
)
CUT_OFF = Fault(
    AnswerError,
    "Svaret från {model} klipptes av när det nådde sin längsta tillåtna längd.",
    "Höj serverns gräns för svarets längd, eller dela upp anteckningarna.",
)
FILTERED = Fault(
    AnswerError,
    "Innehållsfiltret hos {host} stoppade frågan eller svaret.",
    "Skriv avsnittet för hand, eller använd en annan modell.",
)
DECLINED = Fault(
    AnswerError,
    "{model} avböjde att svara.",
    "Skriv avsnittet för hand, eller använd en annan modell.",
)
NO_END = Fault(
    AnswerError,
    "Svaret från {model} saknar slutmarkering (finish_reason) och kan vara avklippt.",
    "Försök igen, eller se efter i serverns logg.",
)
STRANGE_END = Fault(
    AnswerError,
    "Svaret från {model} slutade på ett oväntat sätt (finish_reason: {said}).",
    "Försök igen, eller prova en annan modell.",
)
EMPTY = Fault(
    AnswerError,
    "Svaret från {model} är tomt.",
    "Försök igen, eller prova en annan modell.",
)
NO_CHOICE = Fault(
    AnswerError,
    "{host} svarade utan något svar från modellen.",
    "Försök igen, eller se efter i serverns logg.",
)
GARBLED = Fault(
    AnswerError,
    "Svaret från {host} är skadat: det är inte hel JSON.",
    "Försök igen, eller se efter i serverns logg.",
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
