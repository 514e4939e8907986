"""Every fault of a model or a network, one row each: what the server does, and what comes of it.

The rows are the documentation too: ``tests/faults/test_document.py`` holds docs/driftsakerhet.md
to them. ``{host}`` and ``{model}`` are filled in.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.endpoint import (
    Answer,
    Request,
    close_connection,
    cut_body,
    cut_json,
    empty_choices,
    html,
    ok,
    reset,
    stall,
    stall_in_body,
    status,
)

LINE, QUOTE = 6, "Bergen har byggt spårväg i etapper"
"""The first of the two note lines that the section stands on."""

IMPATIENT = 0.8
"""Seconds that a server is waited for, where that is what a row is about."""

SOON = {"Retry-After-Ms": "1"}

Deed = Answer | Callable[[Request], Answer | None]
"""What the server does with one question; nothing: it answers well."""


@dataclass(frozen=True)
class Row:
    """One fault, as it befalls one section while the others are answered well.

    ``deeds`` are what the server does with the questions about that section, in order; the last
    goes on for ever. ``asked`` is how many it gets. ``says`` and ``do`` are what the person reads
    in the section; empty where it is written in the end. ``again`` is how many questions a rerun
    asks when the server is well. Rows that are ``alike`` others are run by ``make faults`` only.
    """

    fault: str
    deeds: tuple[Deed, ...]
    asked: int
    says: str = ""
    do: str = ""
    again: int = 1
    timeout: float = 10.0
    outcome: str = ""

    @property
    def alike(self) -> bool:
        """Whether the row beside it says enough for every day."""
        return self.fault in ALIKE

    @property
    def written(self) -> bool:
        """Whether the model's own text stands in the section in the end."""
        return not self.says


def always(fault: str, deed: Deed, asked: int, says: str, do: str) -> Row:
    """A fault that does not pass while the run lasts."""
    return Row(fault, (deed,), asked, says, do)


def passing(fault: str, deed: Deed, outcome: str) -> Row:
    """A fault that passes: the second question is answered."""
    return Row(fault, (deed, well), 2, again=0, outcome=outcome)


def well(_: Request) -> None:
    """The question is answered as it should be."""


ALIKE = {
    *("409", "422", "502", "503", "413", "exceed_context_size_error (llama.cpp)"),
    *("429, Retry-After negativ", "429, Retry-After: obegripligt"),
    *("429, Retry-After: ett datum som har passerat", "Svar på danska"),
    *("Förbindelsen stängs utan svar", "Tom lista med svar (choices)", "content_filter"),
}
"""Rows that pass through the same code as a row beside them."""


def too_many(wait: str) -> Answer:
    return status(429, "Too many requests", headers={"Retry-After": wait})


def until_soon(_: Request) -> Answer:
    """Come back at a date, as HTTP writes them."""
    return too_many(format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True))


def too_long(answer: Answer) -> Deed:
    """A model that reads one line and no more."""

    def deed(request: Request) -> Answer | None:
        lines = request.json["messages"][2]["content"].partition("\n\n")[0]
        return answer if "\n" in lines else None

    return deed


def divided(fault: str, answer: Answer) -> Row:
    outcome = "Anteckningarna delas och frågas om i delar; ingen rad faller bort."
    return Row(fault, (too_long(answer),), 3, again=0, outcome=outcome)


def sentence(text: str, line: int = LINE, quote: str = QUOTE) -> dict[str, object]:
    return {
        "citat": [{"rad": line, "text": quote}],
        "text": text,
        "typ": "fakta",
        "stycke": 1,
    }


def saying(*sentences: dict[str, object]) -> str:
    return json.dumps({"meningar": sentences, "utelamnade": []}, ensure_ascii=False)


GOOD = saying(
    sentence(f"{QUOTE}."),
    sentence("⟦P1⟧ besökte verkstaden i Bergen.", LINE + 1, "⟦P1⟧ besökte verkstaden i Bergen"),
)
ENGLISH = saying(
    sentence("The tramway was built in stages and it is one of the largest in the country.")
)
DANISH = saying(
    sentence("Letbanen er bygget i etaper, og det er blevet til en af de største på vestkysten.")
)
INVENTED_LINE = saying(
    sentence(f"{QUOTE}.", 99),
    sentence("⟦P1⟧ besökte verkstaden i Bergen.", LINE + 1, "⟦P1⟧ besökte verkstaden i Bergen"),
)


_BAD_ADDRESS = "Kontrollera modellens namn och att adressen slutar rätt (oftast /v1)."
_ANOTHER = "Skriv avsnittet för hand, eller använd en annan modell."
_LOG = "Kör om, eller se efter i serverns logg."
_LATER = "Kör om senare, eller se efter i serverns logg."
_BROKEN = "Förbindelsen med {host} bröts innan svaret var framme."
_REJECTED = "Se efter om underlaget är för långt för modellen, eller prova en annan modell."
_FORM = "Kör om, eller välj en modell som är bättre på att följa ett svarsformat."
_SHAPE = "Svaret har inte den form som drafter bad om: "
_WAITED = "Väntar så länge som servern ber om och frågar igen."
_IGNORED = "Väntetiden saknar mening. Väntar en halv sekund och frågar igen."
_SLOW = "{model} på {host} svarade inte inom 0,8 sekunder."
_RAISE = "Se efter om servern är upptagen, eller höj timeout i drafter.toml."

ROWS = (
    # The server says no.
    always(
        "400",
        status(400, "bad request"),
        3,
        "{host} avvisade frågan till {model} (HTTP 400: bad request).",
        _REJECTED,
    ),
    always(
        "401",
        status(401),
        1,
        "Nyckeln till {host} saknas eller gäller inte.",
        "Kontrollera DRAFTER_API_KEY, eller den variabel som profilen namnger med nyckel_i.",
    ),
    always(
        "403",
        status(403),
        1,
        "Nyckeln ger inte rätt att använda {model} på {host}.",
        "Be den som förvaltar tjänsten om behörighet, eller byt modell.",
    ),
    always("404", status(404), 3, "{host} känner inte till modellen {model}.", _BAD_ADDRESS),
    always(
        "408",
        status(408, headers=SOON),
        3,
        "{host} kunde inte ta hand om frågan just nu (HTTP 408).",
        _LATER,
    ),
    always(
        "409",
        status(409, headers=SOON),
        3,
        "{host} kunde inte ta hand om frågan just nu (HTTP 409).",
        _LATER,
    ),
    always(
        "422",
        status(422, "unprocessable"),
        3,
        "{host} avvisade frågan till {model} (HTTP 422: unprocessable).",
        _REJECTED,
    ),
    always(
        "429 hela tiden",
        status(429, headers=SOON),
        5,
        "{host} tar inte emot fler frågor just nu.",
        "Kör om senare, eller sänk samtidiga i drafter.toml.",
    ),
    passing("429, Retry-After i sekunder", too_many("1"), _WAITED),
    passing("429, Retry-After som datum", until_soon, _WAITED),
    passing("429, Retry-After negativ", too_many("-5"), _IGNORED),
    passing("429, Retry-After: NaN", too_many("NaN"), _IGNORED),
    passing(
        "429, Retry-After: ett datum som har passerat",
        too_many("Wed, 21 Oct 2015 07:28:00 GMT"),
        _IGNORED,
    ),
    passing("429, Retry-After: obegripligt", too_many("snart"), _IGNORED),
    always(
        "429, Retry-After: 10 000 000 sekunder",
        too_many("10000000"),
        1,
        "{host} tar inte emot fler frågor förrän om 116 dygn.",
        "Kör om då; det som redan är besvarat är sparat.",
    ),
    always(
        "429, insufficient_quota",
        status(429, code="insufficient_quota"),
        1,
        "Kontots kvot hos {host} är slut.",
        "Be den som förvaltar kontot att fylla på det, och kör sedan om.",
    ),
    *(
        always(
            str(code),
            status(code, "boom", headers=SOON),
            3,
            f"{{host}} har ett internt fel (HTTP {code}: boom).",
            _LATER,
        )
        for code in (500, 502, 503)
    ),
    passing("503 en gång", status(503), "Väntar en halv sekund och frågar igen."),
    # The line breaks.
    replace(always("Inget svar", stall(), 2, _SLOW, _RAISE), timeout=IMPATIENT),
    replace(
        always("Svaret stannar efter huvudena", stall_in_body(), 2, _SLOW, _RAISE),
        timeout=IMPATIENT,
    ),
    always("Förbindelsen återställs (RST)", reset(), 2, _BROKEN, _LOG),
    always("Förbindelsen stängs utan svar", close_connection(), 2, _BROKEN, _LOG),
    always("Svaret är kortare än utlovat", cut_body(), 2, _BROKEN, _LOG),
    # The answer is not an answer.
    always(
        "HTML med 200",
        html(),
        2,
        "{host} svarade med något annat än ett modellsvar.",
        "Kontrollera att adressen går till modellservern och slutar rätt (oftast /v1).",
    ),
    always(
        "JSON som slutar mitt i",
        cut_json(),
        2,
        "Svaret från {host} är skadat: det är inte hel JSON.",
        _LOG,
    ),
    always(
        "Tom lista med svar (choices)",
        empty_choices(),
        2,
        "{host} svarade utan något svar från modellen.",
        _LOG,
    ),
    always(
        "Tomt svar",
        ok(""),
        2,
        "Svaret från {model} är tomt.",
        "Kör om, eller prova en annan modell.",
    ),
    always(
        "Svar utan finish_reason",
        ok(GOOD, None),
        2,
        "Svaret från {model} saknar slutmarkering (finish_reason) och kan vara avklippt.",
        _LOG,
    ),
    always(
        "content_filter",
        ok(GOOD, "content_filter"),
        1,
        "Innehållsfiltret hos {host} stoppade frågan eller svaret.",
        _ANOTHER,
    ),
    always(
        "Modellen vägrar (refusal)",
        ok(None, refusal="I cannot help with that."),
        1,
        "{model} avböjde att svara.",
        _ANOTHER,
    ),
    always(
        "Ett svar på 5 MB",
        ok("x" * 5_000_000),
        1,
        "Svaret från {model} tog aldrig slut (mer än 4 MB).",
        _ANOTHER,
    ),
    # The answer is one, but not of the kind that was asked for.
    always("Modellens JSON är trasig", ok(GOOD[:-9]), 2, "Svaret är inte giltig JSON.", _FORM),
    always(
        "Samma nyckel två gånger",
        ok('{"meningar": [], "meningar": [], "utelamnade": []}'),
        2,
        "Svaret har nyckeln »meningar« två gånger.",
        _FORM,
    ),
    always(
        "JSON av annan form", ok('{"svar": []}'), 2, f"{_SHAPE}nyckeln »meningar« saknas.", _FORM
    ),
    Row("JSON i kodstaket", (ok(f"```json\n{GOOD}\n```"),), 1, again=0, outcome="Används."),
    Row(
        "Ord omkring JSON",
        (ok(f"Här är avsnittet:\n\n{GOOD}\n\nSäg till om något ska ändras!"),),
        1,
        again=0,
        outcome="Orden omkring kastas, svaret används.",
    ),
    always("Svar på engelska", ok(ENGLISH), 2, "Svaret är på engelska.", _FORM),
    always("Svar på danska", ok(DANISH), 2, "Svaret är på danska.", _FORM),
    Row(
        "En rad som inte skickades",
        (ok(INVENTED_LINE), well),
        2,
        again=0,
        outcome="Meningen är ett fel (kalla.okand) och går tillbaka till modellen, högst två "
        "gånger. De andra meningarna står kvar.",
    ),
    always(
        "Ett märke som inte skickades",
        ok(saying(sentence("⟦P7⟧ visade spårvägen."))),
        2,
        "Svaret nämner någon som inte finns i underlaget (⟦P7⟧).",
        "Kör om, eller välj en modell som är bättre på att hålla sig till anteckningarna.",
    ),
    # It is too much.
    divided("413", status(413, "Payload too large")),
    divided("context_length_exceeded (OpenAI)", status(400, code="context_length_exceeded")),
    divided("exceed_context_size_error (llama.cpp)", status(400, type="exceed_context_size_error")),
    divided(
        "För långt, sagt bara i ord (vLLM)",
        status(400, "This model's maximum context length is 4096 tokens. You requested 5120."),
    ),
    divided("length", ok(GOOD[:40], "length")),
    Row(
        "En enda punkt som är för lång",
        (status(400, code="context_length_exceeded"),),
        2,
        "Underlaget är för långt för {model}.",
        "Dela upp långa rader i anteckningarna, eller använd en modell som läser längre texter.",
        again=2,
    ),
)
