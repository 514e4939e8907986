"""The commands as a person meets them: what goes right, and what a mistake leads to."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main
from tests.endpoint import (
    Answer,
    Endpoint,
    close_connection,
    delay,
    empty_choices,
    html,
    ok,
    stall,
    status,
)
from tests.folders import report_folder

NOTES = "# Klimatmötet 2026, Bergen, Norge 3-4 maj 2026\n\n## bakgrund\n- staden inbjuden\n"
PEOPLE = "namn;roll;parti\nAnna Ek;ordförande;s\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path, NOTES, PEOPLE)


def write(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(data) and None


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


WORD = b"PK\x03\x04" + bytes(200)
MISTAKES = {
    "no notes": (remove("anteckningar.md"), "inga anteckningar"),
    "empty notes": (write("anteckningar.md", b"\n  \n"), "anteckningar.md"),
    "a picture as notes": (write("anteckningar.md", b"\x89PNG\r\n\x1a\n" + bytes(50)), "bild"),
    "a Word file as notes": (write("anteckningar.md", WORD), "anteckningar.md"),
    "no names": (write("deltagare.csv", b"namn;roll\n"), "deltagare.csv"),
    "figures as participants": (write("deltagare.csv", b"12;13\n14;15\n"), "deltagare.csv"),
    "one person twice": (
        write("deltagare.csv", b"Anna Ek;ordf\nBo Alm;jurist\nAnna Ek;ordf\n"),
        "Anna Ek",
    ),
    "an unknown type": (write("rapport.toml", b'typ = "resarapport"\n'), "»resarapport«"),
    "no type": (write("rapport.toml", b""), "typ av rapport"),
    "malformed settings": (write("rapport.toml", b'typ = "reserapport\n'), "rad 1"),
    "an unknown key": (write("rapport.toml", b'typ = "reserapport"\ntypp = 1\n'), "rad 2"),
    "an unknown field": (
        write("rapport.toml", b'typ = "reserapport"\n\n[huvud]\ndrn = "1"\n'),
        "rad 4",
    ),
    "an unknown table": (write("drafter.toml", b"[modell]\n"), "drafter.toml"),
    "a misspelt profile": (
        write("drafter.toml", b'[modeller.x]\nbas_url = "http://a"\nmodell = "m"\nklas = "eu"\n'),
        "»klas« är okänd",
    ),
    "a profile without patience": (
        write(
            "drafter.toml",
            b'standard = "x"\n[modeller.x]\nbas_url = "http://localhost"\nmodell = "m"\n'
            b"samtidiga = 0\n",
        ),
        "samtidiga",
    ),
    "a rule that there is not": (
        write("rapport.toml", b'typ = "reserapport"\n[regler]\nav = ["rubrikk"]\n'),
        "»rubrikk«",
    ),
    "two notes files": (write("anteckningar.txt", b"annat\n"), "oklart vilken fil"),
    "two lists": (write("deltagare.txt", b"Bo Alm, jurist\n"), "oklart vilken fil"),
    "a draft from the future": (write("utkast.json", b'{"version": 99}'), "nyare drafter"),
    "a number as text": (
        write("rapport.toml", b'typ = "reserapport"\n[huvud]\ndagordningspunkt = 7.1\n'),
        "»dagordningspunkt«",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_in_swedish_and_nothing_is_written(
    spoil: Callable[[Path], None], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder)
    before = sorted(folder.iterdir())
    assert main(["draft", str(folder)]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("Fel: ") or "\nFel: " in printed.err
    assert told in " ".join(printed.err.split())
    assert "Traceback" not in printed.err
    assert sorted(folder.iterdir()) == before


MISUSES = {
    "no source": (["draft"], "KALLA saknas"),
    "a source that is not there": (["draft", "finns/inte"], "Hittar inte"),
    "an unknown command": (["drfat"], "drfat finns inte"),
    "an unknown option": (["draft", "x", "--typp", "y"], "--typp finns inte"),
    "an option without its value": (["draft", "x", "--typ"], "--typ ska följas av ett värde"),
    "too many words": (["types", "x"], "för mycket"),
    "an unknown format": (["export", "x", "--format", "odt"], "docx"),
    "an unknown type": (["new", "resrapport", "x"], "Menade du »reserapport«?"),
    "an unknown model": (["doctor", "--modell", "x"], "»x«"),
    "nothing to export": (["export", "."], "utkast"),
    "a folder to check": (["check", "."], "ingen fil"),
    "a text that is not there": (["check", "x.md"], "x.md"),
    "a PDF to check": (["check", "x.pdf"], "x.pdf"),
    "prompts that are not there": (["types", "--prompts", "x"], "x"),
}


@pytest.mark.parametrize(("argv", "told"), MISUSES.values(), ids=MISUSES.keys())
def test_misuse_is_told_in_swedish(
    argv: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(argv) == 2
    printed = capsys.readouterr()
    assert told in " ".join((printed.err + printed.out).split())


def test_a_report_that_was_edited_is_never_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = folder / "rapport.docx"
    main(["draft", str(folder)])
    draft = (folder / "utkast.json").read_bytes()
    report.write_bytes(b"en persons arbete")
    assert main(["draft", str(folder)]) == 2
    assert report.read_bytes() == b"en persons arbete"
    assert (folder / "utkast.json").read_bytes() == draft
    assert "--skriv-over" in capsys.readouterr().err
    main(["draft", str(folder), "--skriv-over"])
    assert report.read_bytes() != b"en persons arbete"


@pytest.mark.parametrize("name", ["anteckningar.md", "deltagare.csv", "rapport.toml"])
def test_what_a_report_is_made_from_is_never_overwritten(name: str, folder: Path) -> None:
    before = (folder / name).read_bytes()
    target = str(folder / name)
    assert main(["draft", str(folder), "-o", target, "--skriv-over"]) == 2
    assert (folder / name).read_bytes() == before


def test_a_damaged_memory_of_what_was_written_only_makes_drafter_careful(folder: Path) -> None:
    main(["draft", str(folder)])
    (folder / ".drafter" / "skrivet.json").write_text('{"a', encoding="utf-8")
    assert main(["draft", str(folder)]) == 2
    assert main(["draft", str(folder), "--skriv-over"]) == 1
    assert main(["draft", str(folder)]) == 1


def test_those_who_did_not_come_are_kept_but_not_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = "namn;roll;närvaro\nAnna Ek;ordförande;ja\nBo Alm;jurist;nej\n"
    (folder / "deltagare.csv").write_text(people, encoding="utf-8")
    main(["draft", str(folder), "-o", str(folder / "rapport.md")])
    assert "1 person från deltagarlistan, 1 frånvarande" in capsys.readouterr().out
    assert "Bo Alm" in (folder / "utkast.json").read_text(encoding="utf-8")
    assert "Bo Alm" not in (folder / "rapport.md").read_text(encoding="utf-8")


def test_a_text_is_held_to_the_settings_beside_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = 'typ = "reserapport"\n[huvud]\ndnr = "803-1966/2026"\n'
    (folder / "rapport.toml").write_text(toml, encoding="utf-8")
    report = folder / "rapport.md"
    main(["draft", str(folder), "-o", str(report)])
    text = report.read_text(encoding="utf-8").replace("803-1966/2026", "803-9999/2026")
    report.write_text(text, encoding="utf-8")
    capsys.readouterr()
    main(["check", str(report), "--json"])
    found = json.loads(capsys.readouterr().out)["anmarkningar"]
    assert "803-1966/2026 enligt rapport.toml" in next(
        one["meddelande"] for one in found if one["regel"] == "huvud.avviker"
    )


def test_the_lines_of_a_text_without_citations_are_looked_up(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["draft", str(folder)])
    capsys.readouterr()
    main(["check", str(folder / "rapport.docx"), "--json"])
    record = json.loads(capsys.readouterr().out)
    assert record["tackning"]["anvanda"] == [4]
    assert not [one for one in record["anmarkningar"] if one["regel"].startswith("kalla.")]
    main(["check", str(folder / "rapport.docx")])
    assert "framsökta" in capsys.readouterr().out


def test_participants_alone_are_held_to_the_list_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["draft", str(folder), "-o", str(folder / "rapport.md")])
    for name in ("anteckningar.md", "utkast.json"):
        (folder / name).unlink()
    capsys.readouterr()
    main(["check", str(folder / "rapport.md"), "--json"])
    found = {one["regel"] for one in json.loads(capsys.readouterr().out)["anmarkningar"]}
    assert found == {"huvud.saknas"}


def test_a_text_of_no_known_type_has_its_language_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brev.md").write_text("# Hej\n\nVi skall ses den 5-6 maj.\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "brev.md")]) == 0
    told = capsys.readouterr().out
    assert "liknar ingen rapporttyp" in told
    assert "sprak.ord.skall" in told


def test_notes_need_a_type_to_be_held_against(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brev.md").write_text("# Hej\n\nTack för senast.\n", encoding="utf-8")
    (tmp_path / "anteckningar.md").write_text("tack för senast\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "brev.md")]) == 2
    assert "vilken typ" in capsys.readouterr().err


def test_a_format_and_a_file_that_disagree_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["draft", str(folder)])
    assert main(["export", str(folder), "--format", "md", "-o", str(folder / "x.docx")]) == 2
    assert "inte av formatet md" in capsys.readouterr().err


def test_json_is_utf_8_whatever_the_terminal_speaks(folder: Path) -> None:
    command = [sys.executable, "-m", "drafter", "draft", str(folder), "--json"]
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    run = subprocess.run(command, capture_output=True, check=False, env=latin)
    assert "ä" in json.loads(run.stdout.decode("utf-8"))["anmarkningar"][0]["meddelande"]


def test_a_report_that_is_only_newer_is_not_overwritten_either(folder: Path) -> None:
    main(["draft", str(folder)])
    later = (folder / "utkast.json").stat().st_mtime + 100
    os.utime(folder / "rapport.docx", (later, later))
    assert main(["draft", str(folder)]) == 2


@pytest.mark.parametrize("target", ["finns/inte/rapport.docx", "rapport.odt", "."])
def test_a_place_that_cannot_be_written_is_told_before_any_work(
    target: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", str(folder), "-o", str(folder / target)]) == 2
    assert not (folder / "utkast.json").exists()
    assert "Fel: " in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_must_not_be_written_in_is_told(folder: Path) -> None:
    folder.chmod(0o500)
    assert main(["draft", str(folder)]) == 2
    folder.chmod(0o700)


def test_the_report_can_be_written_elsewhere_and_as_markdown(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "annan.md"
    main(["draft", str(folder), "-o", str(target)])
    assert "## Bakgrund" in target.read_text(encoding="utf-8")
    assert not (folder / "rapport.docx").exists()


UNREACHABLE = {
    "a key that is refused": status(401, "no"),
    "a model that is not there": status(404, "no", code="model_not_found"),
    "no quota": status(429, "no", headers={"Retry-After": "300"}),
    "silence": stall(),
}
NONSENSE = {
    "a web page": html(),
    "no choices": empty_choices(),
    "an empty answer": ok(""),
    "a cut answer": ok('{"meningar": [', finish_reason="length"),
    "prose": ok("Här kommer avsnittet."),
    "a line that goes dead": close_connection(),
}


def assert_nothing_but_the_log(folder: Path, before: list[Path]) -> None:
    """What was sent is written down even where nothing came of it; locks are left to be used."""
    kept = folder / ".drafter"
    assert sorted(folder.iterdir()) == sorted({*before, kept})
    assert [one.name for one in kept.iterdir() if one.suffix != ".lock"] == ["sant.jsonl"]


@pytest.mark.parametrize("answer", UNREACHABLE.values(), ids=UNREACHABLE.keys())
def test_an_endpoint_that_does_not_work_stops_the_run(
    answer: Answer, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Endpoint(lambda _: answer) as server:
        use(server, folder)
        before = sorted(folder.iterdir())
        assert main(["draft", str(folder)]) == 2
    assert "Fel: " in capsys.readouterr().err
    assert_nothing_but_the_log(folder, before)


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE.keys())
def test_an_answer_that_is_nonsense_leaves_the_notes_own_words(
    answer: Answer, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Endpoint(lambda _: answer) as server:
        use(server, folder)
        assert main(["draft", str(folder), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    failed = [one for one in record["anmarkningar"] if one["regel"] == "rubrik.reserv"]
    assert [one["avsnitt"] for one in failed] == ["Bakgrund"]
    assert record["tackning"]["oanvanda"] == []


def test_a_server_that_is_not_running_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Endpoint([]) as server:
        use(server, folder)
    assert main(["draft", str(folder)]) == 2
    assert "127.0.0.1" in capsys.readouterr().err


def use(server: Endpoint, folder: Path) -> None:
    """Let a report folder use a test server, with little patience."""
    (folder / "drafter.toml").write_text(
        f'standard = "prov"\n[modeller.prov]\nbas_url = "{server.url}"\n'
        'modell = "provmodell"\ntimeout = 0.5\n',
        encoding="utf-8",
    )


@pytest.mark.skipif(os.name != "posix", reason="the shell is POSIX's")
def test_a_command_whose_streams_are_closed_does_its_work(folder: Path) -> None:
    command = f'"{sys.executable}" -m drafter draft "{folder}" --modell ingen <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 1
    assert (folder / "rapport.docx").is_file()


def test_ctrl_c_stops_at_once_and_touches_nothing(folder: Path) -> None:
    reached = threading.Event()

    def slow(_: object) -> Answer:
        reached.set()
        return delay(30, ok("{}"))

    with Endpoint(slow) as server:
        use(server, folder)
        toml = (folder / "drafter.toml").read_text(encoding="utf-8")
        (folder / "drafter.toml").write_text(toml.replace("0.5", "60"), encoding="utf-8")
        before = sorted(folder.iterdir())
        command = [sys.executable, "-m", "drafter", "draft", str(folder)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
            assert reached.wait(20)
            run.send_signal(signal.SIGINT)
            _, told = run.communicate(timeout=10)
    assert run.returncode == 2
    assert "Avbrutet" in told
    assert "Traceback" not in told
    assert_nothing_but_the_log(folder, before)


def test_a_new_folder_drafts_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "min resa"
    assert main(["new", "reserapport", str(target)]) == 0
    assert f'drafter draft "{target}"' in capsys.readouterr().out.replace("\n", " ")
    with (target / "anteckningar.md").open("a", encoding="utf-8") as notes:
        notes.write("- nästa möte i Oslo 2027\n")
    with (target / "deltagare.csv").open("a", encoding="utf-8") as people:
        people.write("Anna Ek;ordförande;SLK;s;\r\n")
    capsys.readouterr()
    assert main(["draft", str(target), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert {one["regel"] for one in record["anmarkningar"]} == {"huvud.saknas"}


def test_a_new_folder_never_touches_what_is_there(folder: Path) -> None:
    assert main(["new", "reserapport", str(folder)]) == 2
    assert (folder / "anteckningar.md").read_text(encoding="utf-8") == NOTES


def test_rules_can_be_switched_off(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rapport.toml").write_text(
        'typ = "reserapport"\n[regler]\nav = ["huvud"]\n', encoding="utf-8"
    )
    assert main(["draft", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["anmarkningar"] == []


@pytest.mark.parametrize("command", ["types", "rules", "doctor"])
def test_what_there_is_can_be_shown(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command]) == 0
    assert "reserapport" in capsys.readouterr().out


def test_the_doctor_asks_the_model(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    with Endpoint([]) as server:
        use(server, folder)
        assert main(["doctor"]) == 0
        assert "Modellen provmodell finns" in " ".join(capsys.readouterr().out.split())
    assert main(["doctor"]) == 2


def test_help_is_in_swedish_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from drafter.cli import main; main(['--help']); "
        "heavy = {'openai', 'langchain_core', 'langchain_openai', 'docx', 'pydantic', 'rich'}; "
        "sys.exit(','.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Användning: drafter" in run.stdout
    assert not {"Usage", "Options", "Commands"} & set(run.stdout.replace(":", " ").split())


@pytest.mark.parametrize(
    "command", ["draft", "check", "export", "show", "new", "types", "rules", "doctor"]
)
def test_every_command_helps_in_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    words = set(capsys.readouterr().out.replace(":", " ").split())
    assert "Användning" in words
    assert not {"Usage", "Options", "Arguments", "Show", "message"} & words
