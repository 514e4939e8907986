"""Two at work in one folder: no edit is lost, and who has to wait is told for whom."""

import getpass
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.errors import BusyError
from drafter.library import locks
from drafter.library.folder import ReportFolder
from drafter.nouns import Hold
from tests.endpoint import Answer, Endpoint, Request
from tests.folders import HEADER, TYPE, quoting, report_folder, use
from tests.processes import command, decide_often, die_holding, finish, posix, start

NOTES = "# Klimatmötet 2026\n\n## bakgrund\n" + "".join(
    f"- staden visade stånd {number}\n" for number in range(1, 7)
)
SETTINGS = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')

Printed = Callable[[], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = report_folder(tmp_path, NOTES, settings=SETTINGS)
    main(["draft", str(path)])
    return path


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    return lambda: " ".join(capsys.readouterr().err.split())


def test_edits_of_different_sentences_at_once_are_all_there(folder: Path) -> None:
    edits = {f"bakgrund-{number}": f"Staden hade stånd {number}." for number in range(1, 7)}
    running = [start(command, "edit", str(folder), *edit) for edit in edits.items()]
    assert set(finish(*running)) <= {0, 1}
    review = ReportFolder.of(folder).load()
    assert {one.id: one.text for one in review.draft.sentences()}.items() >= edits.items()
    assert sorted(one.sentence for one in review.decisions) == sorted(edits)


def test_the_same_draft_changed_over_and_over_by_several_loses_nothing(folder: Path) -> None:
    before = json.loads((folder / "utkast.json").read_bytes())["revision"]
    finish(*(start(decide_often, folder, name, 10) for name in "abcd"))
    made = [one.after for one in ReportFolder.of(folder).load().decisions]
    assert sorted(made) == sorted(f"{name}-{number}" for name in "abcd" for number in range(10))
    assert json.loads((folder / "utkast.json").read_bytes())["revision"] == before + 40


def test_a_second_draft_is_refused_at_once_and_told_who_writes_the_first(
    folder: Path, printed: Printed
) -> None:
    codes: list[int] = []

    def play(request: Request) -> Answer:
        if not codes:
            codes.append(2)
            codes.append(main(["draft", str(folder)]))
        return quoting(request)

    with Endpoint(play) as server:
        use(server, folder)
        printed()
        assert main(["draft", str(folder)]) in (0, 1)
    assert codes == [2, 2]
    assert len(server.requests) == 1
    told = rf"{getpass.getuser()} på \S+ skriver ett utkast i mappen sedan [\d-]+ kl. \d\d.\d\d"
    assert re.search(rf"Fel: .*{told} \(process {os.getpid()}\)\. .*Vänta", printed())


def test_an_edit_by_another_process_while_the_model_writes_is_kept(folder: Path) -> None:
    def play(request: Request) -> Answer:
        finish(start(command, "edit", str(folder), "bakgrund-2", "Staden hade ett stånd."))
        return quoting(request)

    with Endpoint(play) as server:
        use(server, folder)
        main(["draft", str(folder)])
    review = ReportFolder.of(folder).load()
    (held,) = review.draft.held
    assert held.hold is Hold.EDITED
    assert [one.text for one in held.sentences()][1] == "Staden hade ett stånd."
    assert len(review.decisions) == 1


@posix
def test_the_locks_of_a_killed_process_are_taken_over(folder: Path, printed: Printed) -> None:
    assert finish(start(die_holding, folder)) == [-9]
    assert len([*folder.rglob("*.lock.json")]) == 2
    printed()
    assert main(["edit", str(folder), "bakgrund-1", "Staden hade stånd 1."]) in (0, 1)
    assert main(["draft", str(folder)]) in (0, 1)
    assert printed() == ""
    assert [*folder.rglob("*.lock.json")] == []


def test_who_waits_in_vain_is_told_for_whom(tmp_path: Path) -> None:
    path = tmp_path / ".drafter" / "utkast.lock"
    with (
        locks.held(path, "ändrar utkastet"),
        pytest.raises(BusyError, match=rf"ändrar utkastet .*process {os.getpid()}"),
        locks.held(path, "ändrar utkastet", 0.05),
    ):
        pass


@pytest.mark.parametrize("note", [b"", b"{", b"{}", None])
def test_a_note_that_cannot_be_read_only_makes_the_message_shorter(
    note: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / ".drafter" / "utkast.lock"
    told = path.with_name("utkast.lock.json")
    with locks.held(path, "ändrar utkastet"):
        if note is None:
            told.unlink()
        else:
            told.write_bytes(note)
        with pytest.raises(BusyError, match="En annan drafter"), locks.held(path, "ändrar"):
            pass
