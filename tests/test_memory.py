"""The report folder as memory: what was answered once is not asked again."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.cli import main
from tests.endpoint import Answer, Endpoint, Request, ok, status
from tests.folders import HEADER, TYPE, quoting, report_folder, use

NOTES = """\
## Bakgrund
- Staden bjöds in av Bergens kommun i mars
- Freja Ek ledde delegationen

## Omvärldsbevakning
- Bergen har byggt spårväg i etapper

## Samverkan
- Anna Ek föreslog ett nytt möte i Malmö
"""
PEOPLE = "namn;roll\nAnna Ek;ordförande\nFreja Ek;ledamot\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path, NOTES, PEOPLE, TYPE + HEADER)


@pytest.fixture
def server(folder: Path) -> Iterator[Endpoint]:
    with Endpoint(quoting) as endpoint:
        use(endpoint, folder, "eu", 'nyckel_i = "NYCKEL"\n')
        yield endpoint


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NYCKEL", "hemligheten")


def draft(folder: Path, *options: str) -> int:
    return main(["draft", str(folder), "--skriv-over", *options])


def asked(server: Endpoint) -> list[str]:
    """Which sections have been asked for since last time."""
    told = "\n".join(request.json["messages"][1]["content"] for request in server.requests)
    server.requests.clear()
    return sorted(re.findall(r"avsnittet ”(.+)”", told))


def edit(folder: Path, old: str, new: str, name: str = "anteckningar.md") -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_rerun_asks_nothing_and_says_the_same(folder: Path, server: Endpoint) -> None:
    draft(folder)
    before = (folder / "rapport.docx").read_bytes()
    assert len(asked(server)) == 3
    draft(folder)
    assert asked(server) == []
    assert (folder / "rapport.docx").read_bytes() == before


UNTOUCHED = "ingenting behövde göras om"


@pytest.mark.parametrize(
    "name", ["anteckningar.md", "deltagare.csv", "rapport.toml", "drafter.toml", "rapport.docx"]
)
def test_nothing_is_done_again_until_a_file_is_touched(
    folder: Path, server: Endpoint, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(folder)
    draft(folder)
    assert UNTOUCHED in capsys.readouterr().out
    path = folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    draft(folder)
    assert UNTOUCHED not in capsys.readouterr().out
    draft(folder)
    assert UNTOUCHED in capsys.readouterr().out


@pytest.mark.parametrize("option", ["", "--deltagare"])
def test_other_notes_or_participants_are_no_rerun(
    folder: Path, server: Endpoint, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The notes beside the usual ones, and a list of participants that lies elsewhere."""
    other = folder / "andra.md" if not option else folder.parent / "lista.csv"
    name = "deltagare.csv" if option else "anteckningar.md"
    other.write_bytes((folder / name).read_bytes())
    source = [str(folder), option, str(other)] if option else [str(other)]
    main(["draft", *source])
    main(["draft", *source])
    assert UNTOUCHED in capsys.readouterr().out
    draft(folder)
    assert UNTOUCHED not in capsys.readouterr().out
    main(["draft", *source])
    capsys.readouterr()
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("Anna", "Anja"), encoding="utf-8")
    main(["draft", *source])
    assert UNTOUCHED not in capsys.readouterr().out


def test_a_word_list_that_lies_elsewhere_is_looked_at(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    words = folder.parent / "ord.csv"
    words.write_text("ord;krav;annat;anm\nstaden;känt;;\n", encoding="utf-8")
    with (folder / "rapport.toml").open("a", encoding="utf-8") as file:
        file.write('[sprak]\nordlista = "../ord.csv"\n')
    draft(folder)
    draft(folder)
    assert UNTOUCHED in capsys.readouterr().out
    words.write_text("ord;krav;annat;anm\nstaden;ska inte;;\n", encoding="utf-8")
    draft(folder)
    assert UNTOUCHED not in capsys.readouterr().out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_nobody_is_asked_where_no_answer_can_be_kept(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = folder / ".drafter" / "svar"
    answers.mkdir(parents=True)
    answers.chmod(0o500)
    assert main(["draft", str(folder)]) == 2
    answers.chmod(0o700)
    assert "svar kunde inte skrivas: platsen är skrivskyddad" in " ".join(
        capsys.readouterr().err.split()
    )
    assert not server.requests


def test_a_report_that_somebody_else_put_there_is_written_over_once(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "rapport.docx").write_bytes(b"")
    draft(folder)
    draft(folder)
    assert UNTOUCHED in capsys.readouterr().out


def test_an_edit_or_another_model_is_no_rerun(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(folder)
    main(["edit", str(folder), "bakgrund-1", "Staden bjöds in av Bergens kommun."])
    draft(folder)
    assert UNTOUCHED not in capsys.readouterr().out
    draft(folder, "--modell", "ingen")
    assert UNTOUCHED not in capsys.readouterr().out


def test_an_answer_that_tells_of_other_lines_is_asked_for_again(
    folder: Path, server: Endpoint
) -> None:
    draft(folder)
    asked(server)
    for path in (folder / ".drafter" / "svar").iterdir():
        kept = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(kept | {"lines": [*kept["lines"], 99]}), encoding="utf-8")
    edit(folder, "Anna Ek;ordförande", "Anna Ek;ledamot", "deltagare.csv")
    assert draft(folder) == 1
    assert len(asked(server)) == 3


def test_a_failed_section_is_not_said_to_be_answered(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(folder)
    edit(folder, "i Malmö", "i Malmö i höst")
    with Endpoint(lambda _: status(503)) as broken:
        use(broken, folder)
        capsys.readouterr()
        draft(folder)
    told = capsys.readouterr().out
    assert "modellen misslyckades" in told
    assert "alla svar fanns sparade" not in told


def test_an_edited_line_is_asked_about_in_its_section(folder: Path, server: Endpoint) -> None:
    draft(folder)
    asked(server)
    edit(folder, "i Malmö", "i Malmö i höst")
    draft(folder)
    assert asked(server) == ["Samverkan"]


def test_a_line_that_is_put_in_asks_nothing_of_the_lines_below_it(
    folder: Path, server: Endpoint
) -> None:
    draft(folder)
    asked(server)
    edit(folder, "- Freja", "- Inbjudan kom från Kari Dahl i Bergen\n- Freja")
    draft(folder, "-o", str(folder / "rapport.md"))
    assert asked(server) == ["Bakgrund"]
    report = (folder / "rapport.md").read_text(encoding="utf-8")
    assert "Anna Ek föreslog ett nytt möte i Malmö. [10]" in report
    assert "Bergen har byggt spårväg i etapper. [7]" in report


def test_a_new_person_on_the_list_asks_nothing(folder: Path, server: Endpoint) -> None:
    draft(folder)
    asked(server)
    edit(folder, "Anna Ek;", "Alva Dahl;ledamot\nAnna Ek;", "deltagare.csv")
    draft(folder)
    assert asked(server) == []


def test_an_edited_prompt_is_asked_anew_where_it_is_used(
    folder: Path, server: Endpoint, tmp_path: Path
) -> None:
    own = tmp_path / "egna" / "gemensamt"
    own.mkdir(parents=True)
    (own / "skriv.md").write_text("Skriv avsnittet ”{rubrik}” kort.\n", encoding="utf-8")
    draft(folder)
    asked(server)
    draft(folder, "--prompts", str(own.parent))
    assert len(asked(server)) == 3
    (own / "laga.md").write_text("Laga avsnittet ”{rubrik}”.\n", encoding="utf-8")
    draft(folder, "--prompts", str(own.parent))
    assert asked(server) == []


def test_another_model_is_asked_everything(folder: Path, server: Endpoint) -> None:
    draft(folder)
    asked(server)
    edit(folder, '"provmodell"', '"annan"', "drafter.toml")
    draft(folder)
    assert len(asked(server)) == 3


def test_everything_can_be_asked_anew(folder: Path, server: Endpoint) -> None:
    draft(folder)
    asked(server)
    draft(folder, "--pa-nytt")
    assert len(asked(server)) == 3


def test_a_kept_answer_has_no_name_and_no_key(folder: Path, server: Endpoint) -> None:
    draft(folder)
    kept = sorted((folder / ".drafter" / "svar").iterdir())
    assert len(kept) == 3
    for path in kept:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in ("Freja", "Anna", "Ek", "070", "hemlig") if word in text]
        assert path.stat().st_mode & 0o077 == 0


def test_a_mended_sentence_is_mended_once(folder: Path) -> None:
    def careless(request: Request) -> Answer:
        first, material = (one["content"] for one in request.json["messages"][1:])
        if "Skriv avsnittet" in first:
            return Answer(quoting(request).body.replace(b"mars", b"maj"))
        lines = (json.loads(line) for line in material.split("\n"))
        (one,) = (line for line in lines if "rad" in line)
        quote = {"rad": one["rad"], "text": one["text"]}
        mended = {"citat": [quote], "text": f"{one['text']}.", "typ": "fakta", "stycke": 1}
        return ok(json.dumps({"meningar": [mended], "utelamnade": []}))

    with Endpoint(careless) as server:
        use(server, folder)
        draft(folder, "-o", str(folder / "rapport.md"))
        assert len(asked(server)) == 4
        edit(folder, "# Bakgrund", "\n\n## Bakgrund")
        draft(folder, "-o", str(folder / "rapport.md"))
        assert asked(server) == []
    report = (folder / "rapport.md").read_text(encoding="utf-8")
    assert "i mars. [4]" in report


def test_a_damaged_answer_is_asked_for_again(folder: Path, server: Endpoint) -> None:
    draft(folder)
    asked(server)
    damaged = min((folder / ".drafter" / "svar").iterdir())
    damaged.write_text('{"key": ', encoding="utf-8")
    (folder / "rapport.docx").unlink()
    draft(folder)
    assert len(asked(server)) == 1
    json.loads(damaged.read_text(encoding="utf-8"))


class Learning:
    """A model whose answers about one section cannot be used, until it has learnt."""

    def __init__(self) -> None:
        self.learnt = False

    def __call__(self, request: Request) -> Answer:
        about_meeting = "Samverkan" in request.json["messages"][1]["content"]
        return ok("Nja.") if about_meeting and not self.learnt else quoting(request)


def test_what_could_not_be_used_is_asked_for_once_more_by_a_rerun(folder: Path) -> None:
    model = Learning()
    with Endpoint(model) as server:
        use(server, folder)
        draft(folder)
        assert len(asked(server)) == 4
        model.learnt = True
        draft(folder)
        assert asked(server) == ["Samverkan"]
        draft(folder)
        assert asked(server) == []


def test_what_failed_is_all_that_a_rerun_asks_for(folder: Path) -> None:
    def failing(request: Request) -> Answer:
        about_trams = "Omvärld" in request.json["messages"][1]["content"]
        return status(403) if about_trams else quoting(request)

    with Endpoint(failing) as server:
        use(server, folder)
        draft(folder)
        asked(server)
    with Endpoint(quoting) as server:
        use(server, folder)
        draft(folder)
        assert asked(server) == ["Omvärldsbevakning"]


def test_notes_that_are_too_long_are_divided_once(folder: Path) -> None:
    def small(request: Request) -> Answer:
        material = request.json["messages"][2]["content"]
        too_long = status(400, code="context_length_exceeded")
        return too_long if material.count("\n") else quoting(request)

    with Endpoint(small) as server:
        use(server, folder)
        draft(folder, "-o", str(folder / "rapport.md"))
        assert len(asked(server)) == 5
        draft(folder, "-o", str(folder / "rapport.md"))
        assert asked(server) == []
    report = (folder / "rapport.md").read_text(encoding="utf-8")
    assert "[2]" in report
    assert "[3]" in report


def test_all_questions_begin_alike_so_that_a_server_can_keep_the_beginning(
    folder: Path, server: Endpoint
) -> None:
    draft(folder)
    requests = [request.json for request in server.requests]
    (rules,) = {request["messages"][0]["content"] for request in requests}
    (shape,) = {json.dumps(request["response_format"]) for request in requests}
    (_,) = {request["messages"][1]["content"][:200] for request in requests}
    assert len(rules) > 2500
    assert '"svar"' in shape
