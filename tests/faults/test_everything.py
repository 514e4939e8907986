"""What befalls every section at once: the run ends with code 2, and nothing is overwritten."""

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from drafter.nouns import SectionState
from tests.endpoint import MODEL, Answer, Endpoint, Request, ok, stall, status
from tests.faults.folder import answered_well, draft, fault_folder, sections_of
from tests.faults.table import IMPATIENT, SOON
from tests.folders import use

MANY = "\n".join(
    f"## {title}\n- Staden fick veta något om {number} spår\n"
    for number, title in enumerate(
        ("Bakgrund", "Profilering", "Omvärldsbevakning", "Samverkan", "Påverkan"), 2
    )
)
"""Five sections: more than the failures after which an endpoint is left alone."""


@dataclass(frozen=True)
class Row:
    """A fault of the whole endpoint: what it does, how many questions it gets at most, and what
    the person reads."""

    fault: str
    server: Callable[[], Endpoint]
    asked: int
    says: str
    do: str
    address: str = ""


def playing(answer: Answer) -> Callable[[], Endpoint]:
    return lambda: Endpoint(lambda _: answer)


def self_signed() -> Endpoint:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return Endpoint(answered_well, tls=context)


ROWS = (
    Row(
        "Ingen server lyssnar",
        Endpoint,
        0,
        "Ingen modellserver svarar på {host}.",
        "Starta servern, eller rätta adressen eller proxyn (HTTPS_PROXY).",
        "http://127.0.0.1:1/v1",
    ),
    Row(
        "Adressen finns inte (DNS)",
        Endpoint,
        0,
        "Hittar ingen dator med adressen {host}.",
        "Kontrollera stavningen, nätet och eventuell VPN.",
        "http://finns.invalid/v1",
    ),
    Row(
        "Certifikatet är självsignerat",
        self_signed,
        0,
        "Certifikatet hos {host} går inte att lita på.",
        "Rätta adressen, eller be it-enheten om rätt rotcertifikat (SSL_CERT_FILE).",
    ),
    Row(
        "Servern talar http bakom https",
        lambda: Endpoint(answered_well),
        0,
        "Det går inte att få en krypterad förbindelse med {host}.",
        "Kontrollera om adressen ska börja med http:// eller https://.",
        "https://{host}/v1",
    ),
    Row(
        "Fel nyckel (401)",
        playing(status(401)),
        3,
        "Nyckeln till {host} saknas eller gäller inte.",
        "Kontrollera DRAFTER_API_KEY, eller den variabel som profilen namnger med nyckel_i.",
    ),
    Row(
        "Okänd modell (404)",
        playing(status(404, code="model_not_found")),
        3,
        "{host} känner inte till modellen {model}.",
        "Kontrollera modellens namn och att adressen slutar rätt (oftast /v1).",
    ),
    Row(
        "Kvoten är slut (insufficient_quota)",
        playing(status(429, code="insufficient_quota")),
        3,
        "Kontots kvot hos {host} är slut.",
        "Be den som förvaltar kontot att fylla på det, och kör sedan om.",
    ),
    Row(
        "Servern är nere (503)",
        playing(status(503, headers=SOON)),
        9,
        "{host} har ett internt fel (HTTP 503).",
        "Kör om senare, eller se efter i serverns logg.",
    ),
    Row(
        "Servern svarar inte",
        playing(stall()),
        6,
        "{model} på {host} svarade inte inom 0,8 sekunder.",
        "Se efter om servern är upptagen, eller höj timeout i drafter.toml.",
    ),
)

RECEIVED = 60
"""Tokens in an answer, as the server counts them."""

WITHOUT = "Utan språkmodell: kör med --modell ingen."


@contextmanager
def asking(row: Row, folder: Path) -> Iterator[tuple[Endpoint, str]]:
    """The folder asks a server that does what the row says; and the host, as it is told."""
    with row.server() as server:
        host = server.url.split("/")[2]
        url = (row.address or server.url).format(host=host)
        use(server, folder, more=f"timeout = {IMPATIENT}\nsamtidiga = 1\n")
        settings = (folder / "drafter.toml").read_text(encoding="utf-8")
        (folder / "drafter.toml").write_text(settings.replace(server.url, url), encoding="utf-8")
        yield server, url.split("/")[2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault)
def test_a_fault_of_every_section(
    row: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    folder = fault_folder(tmp_path, MANY)
    draft(folder, "--modell", "ingen")
    kept = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    capsys.readouterr()
    with asking(row, folder) as (server, host):
        kept[folder / "drafter.toml"] = (folder / "drafter.toml").read_bytes()
        assert draft(folder) == 2
    assert len(server.requests) <= row.asked
    says = f"{row.says} {row.do} {WITHOUT}".format(host=host, model=MODEL)
    assert says in " ".join(capsys.readouterr().err.split())
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == kept


def counted(request: Request) -> Answer:
    """A good answer whose tokens are counted as a server would count them."""
    said = json.loads(answered_well(request).body)["choices"][0]["message"]["content"]
    return ok(said, usage={"prompt_tokens": sent(request), "completion_tokens": RECEIVED})


def sent(request: Request) -> int:
    return len(request.text) // 3


def spent(server: Endpoint) -> int:
    return sum(sent(one) + RECEIVED for one in server.requests)


@pytest.mark.parametrize("key", ["max_tokens_totalt", "max_kostnad"])
def test_a_budget_stops_the_rest_before_it_is_passed(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "provat").mkdir()
    with Endpoint(counted) as server:
        whole = fault_folder(tmp_path / "provat", MANY)
        use(server, whole)
        draft(whole)
        total = spent(server)
    folder = fault_folder(tmp_path, MANY)
    prices = "pris_in = 1000000\npris_ut = 1000000\n"
    with Endpoint(counted) as server:
        use(server, folder, more=f"{prices}{key} = {total}\n")
        capsys.readouterr()
        assert draft(folder) == 1
        assert spent(server) <= total
        first = len(server.requests)
        assert all("max_tokens" in one.json for one in server.requests)
    sections = sections_of(folder).values()
    stopped = [one for one in sections if one.state is SectionState.FALLBACK]
    assert stopped
    assert first >= 1
    assert all(one.reason.startswith("Budgeten räcker inte säkert") for one in stopped)
    assert f"Höj {key} i drafter.toml och kör om." in capsys.readouterr().out
    with Endpoint(counted) as server:
        use(server, folder, more=f"{prices}{key} = {10 * total}\n")
        assert draft(folder) == 0
    assert len(server.requests) == 5 - first


def test_a_budget_that_is_too_small_for_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fault_folder(tmp_path)
    with Endpoint(counted) as server:
        use(server, folder, more="max_tokens_totalt = 10\n")
        assert draft(folder) == 2
    assert not server.requests
    assert "0 av högst 10 tokens är använda" in " ".join(capsys.readouterr().err.split())
