"""The README says what is so."""

import re
import shutil
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.cli.app import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = "samples/nordisk-huvudstadskonferens"


def test_the_demo_prints_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / SAMPLE, tmp_path / SAMPLE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    main(["draft", SAMPLE, "--modell", "ingen", "--skriv-over"])
    shown = re.search(r"<!-- demo -->\n```\n(.*?)```", README, re.DOTALL)
    assert shown
    printed = capsys.readouterr().out.splitlines()
    assert [line.rstrip() for line in printed] == shown[1].splitlines()


def test_every_command_is_in_the_readme() -> None:
    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    named = set(re.findall(r"`(?:drafter )?(\w+)[^`]*`", README))
    assert names <= named


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_readmes_two_commands_are_there(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
