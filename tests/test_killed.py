"""A process that is killed while it changes a folder: nothing is damaged, nothing said is lost."""

import random
import shutil
import time
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.library.folder import ReportFolder
from tests.folders import HEADER, TYPE, report_folder
from tests.processes import (
    command,
    decide,
    decide_and_tell,
    decide_on_and_on,
    dying,
    finish,
    posix,
    start,
    steps_of,
)

pytestmark = posix

NOTES = "# Klimatmötet 2026\n\n## bakgrund\n- staden var inbjuden\n- 12 städer deltog\n"
SETTINGS = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')
KILLED = -9
LONG = pytest.mark.long


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = report_folder(tmp_path, NOTES, settings=SETTINGS)
    assert main(["draft", str(path)]) == 0
    return path


def decisions(folder: Path) -> list[str]:
    return [one.after for one in ReportFolder.of(folder).load().decisions]


def said(told: Path) -> list[str]:
    return told.read_text(encoding="utf-8").split() if told.exists() else []


def assert_sound(folder: Path) -> None:
    """The next change is made as if nothing had happened, and clears away what was left."""
    before = decisions(folder)
    decide(folder, "efteråt")
    assert decisions(folder) == [*before, "efteråt"]
    assert list(folder.rglob("*.tmp")) == []
    assert list(folder.rglob("*.lock.json")) == []


@pytest.mark.parametrize("torn", [False, True], ids=["whole", "torn"])
def test_a_change_that_is_killed_at_any_step_is_made_or_not_made(
    folder: Path, torn: bool, tmp_path: Path
) -> None:
    told = tmp_path / "sagt"
    steps = steps_of(folder, tmp_path / "steg", decide, folder, "först")
    assert steps > 8
    for step in range(1, steps + 1):
        before = decisions(folder)
        change = (decide_and_tell, folder, f"s{step}", told)
        assert finish(start(dying, folder, step, torn, *change)) == [KILLED]
        assert decisions(folder) in (before, [*before, f"s{step}"])
        assert set(said(told)) <= set(decisions(folder))
    assert_sound(folder)


def killed_at_moments(folder: Path, told: Path, moments: list[float]) -> None:
    for at, moment in enumerate(moments):
        process = start(decide_on_and_on, folder, f"n{at}", told)
        time.sleep(moment)
        process.kill()
        assert finish(process) == [KILLED]
        found = decisions(folder)
        assert set(said(told)) <= set(found)
        assert len(found) == len(set(found))


@pytest.mark.parametrize("count", [5, pytest.param(100, marks=LONG)])
def test_what_was_said_to_be_done_is_there_whenever_the_process_is_killed(
    count: int, folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(7)
    for lap in range(0, count, 5):
        told = tmp_path / f"sagt-{lap}"
        killed_at_moments(folder, told, [chance.uniform(0.02, 0.25) for _ in range(5)])
        assert said(told)
        assert_sound(folder)
        main(["draft", str(folder)])
        assert decisions(folder) == []


COMMANDS = {
    "edit": ["edit", "{}", "bakgrund-1", "Staden var inbjuden till mötet."],
    "lock": ["lock", "{}", "bakgrund"],
    "draft": ["draft", "{}"],
    "export": ["export", "{}"],
}


@LONG
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("torn", [False, True], ids=["whole", "torn"])
def test_a_command_that_is_killed_at_any_step_can_be_run_again(
    words: list[str], torn: bool, folder: Path, tmp_path: Path
) -> None:
    main(["edit", str(folder), "bakgrund-2", "Tolv städer deltog."])
    before = decisions(folder)
    codes: list[int | None] = []
    while 0 not in codes:
        copy = Path(shutil.copytree(folder, tmp_path / f"resa-{len(codes)}"))
        filled = [one.format(copy) for one in words]
        codes += finish(start(dying, copy, len(codes) + 1, torn, command, *filled))
        assert decisions(copy)[:1] == before
        assert main(filled) == 0
        assert len(decisions(copy)) == (2 if "edit" in words else 1)
        assert_sound(copy)
    assert codes[:-1] == [KILLED] * (len(codes) - 1)
    assert len(codes) > 8
