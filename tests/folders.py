"""Report folders for tests, and models that answer from what they are sent."""

import json
from pathlib import Path

from tests.endpoint import Answer, Endpoint, Request, ok

TYPE = 'typ = "reserapport"\n'
HEADER = """\
[huvud]
handlaggare = "Anna Ek"
datum = "2026-05-20"
ib_nr = "3/2026 den 22 maj"
dagordningspunkt = "7.1"
[titel]
evenemang = "Klimatmötet 2026"
period = "den 3–4 maj 2026"
ort = "Bergen"
land = "Norge"
"""
"""What a travel report says above its text, but for the registration number."""
PEOPLE = "namn;roll\nAnna Ek;ordförande\n"


def report_folder(
    parent: Path, notes: str = "", people: str = PEOPLE, settings: str = TYPE
) -> Path:
    """A folder with notes (none where there is no text), participants and settings."""
    path = parent / "resa"
    path.mkdir()
    texts = {"anteckningar.md": notes, "deltagare.csv": people, "rapport.toml": settings}
    for name, text in texts.items():
        if text:
            (path / name).write_text(text, encoding="utf-8")
    return path


def use(server: Endpoint, folder: Path, klass: str = "eu", more: str = "") -> None:
    """Let the folder's drafts ask the server, and call it what it is not."""
    profile = f'bas_url = "{server.url}"\nmodell = "provmodell"\nklass = "{klass}"\n'
    text = f'standard = "prov"\n[modeller.prov]\n{profile}{more}'
    (folder / "drafter.toml").write_text(text, encoding="utf-8")


def quoting(request: Request) -> Answer:
    """A model that makes a sentence of each line that it was sent."""
    material = request.json["messages"][2]["content"].partition("\n\n")[0]
    lines = [json.loads(one) for one in material.split("\n")]
    sentences = [
        {
            "citat": [{"rad": one["rad"], "text": one["text"]}],
            "text": f"{one['text']}.",
            "typ": "fakta",
            "stycke": 1,
        }
        for one in lines
    ]
    answer = {"meningar": sentences, "utelamnade": []}
    return ok(json.dumps(answer), usage={"prompt_tokens": 31, "completion_tokens": 7})
