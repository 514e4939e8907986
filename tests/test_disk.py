"""A disk without room, or without leave to write: told in Swedish, and nothing is damaged."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.library.folder import ReportFolder
from tests.folders import HEADER, TYPE, report_folder
from tests.processes import cramped, finish, posix, start

NOTES = "# Klimatmötet 2026\n\n## bakgrund\n- staden var inbjuden\n"
SETTINGS = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')
EDIT = ("edit", "{}", "bakgrund-1", "Staden var inbjuden till mötet.")
WRITING = {
    "edit": EDIT,
    "lock": ("lock", "{}", "bakgrund"),
    "draft": ("draft", "{}", "--skriv-over", "--pa-nytt"),
    "export": ("export", "{}", "--skriv-over"),
}

Printed = Callable[[], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = report_folder(tmp_path, NOTES, settings=SETTINGS)
    assert main(["draft", str(path)]) == 0
    return path


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    capsys.readouterr()
    return lambda: " ".join(capsys.readouterr().err.split())


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """The folder, in which nobody may write.

    Permissions do not stop root, but an immutable folder does, where the file system has that.
    """
    places = [folder / ".drafter" / "versioner", folder / ".drafter", folder]
    if os.name == "posix" and os.geteuid() != 0:
        for place in places:
            place.chmod(0o500)
        yield folder
        for place in reversed(places):
            place.chmod(0o700)
        return
    tool = shutil.which("chattr")
    if (
        not tool
        or subprocess.run([tool, "+i", *places], check=False, capture_output=True).returncode
    ):
        pytest.skip("root is stopped by nothing here: the file system has no immutable folders")
    yield folder
    subprocess.run([tool, "-i", *places], check=True)


def everything(folder: Path) -> dict[Path, bytes]:
    """What is in a folder, but for the locks."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".lock" not in path.name)
    return {path: path.read_bytes() for path in files}


@posix
@pytest.mark.parametrize("size", [0, pytest.param(100, marks=pytest.mark.long), 2000])
@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING.keys())
def test_a_full_disk_is_told_and_nothing_is_changed(
    words: tuple[str, ...], size: int, folder: Path, tmp_path: Path
) -> None:
    before, told = everything(folder), tmp_path / "sagt"
    assert finish(start(cramped, size, told, *(one.format(folder) for one in words))) == [2]
    said = " ".join(told.read_text(encoding="utf-8").split())
    assert "kunde inte skrivas: filen blir större än vad som är tillåtet" in said
    assert "Frigör utrymme" in said
    assert everything(folder) == before
    assert main([one.format(folder) for one in EDIT]) == 0


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING.keys())
def test_a_folder_that_must_not_be_written_in_is_told(
    words: tuple[str, ...], read_only: Path, printed: Printed
) -> None:
    before = everything(read_only)
    assert main([one.format(read_only) for one in words]) == 2
    assert "kunde inte skrivas: platsen är skrivskyddad" in printed()
    assert everything(read_only) == before


def test_a_folder_that_must_not_be_written_in_can_be_read(
    read_only: Path, printed: Printed, tmp_path: Path
) -> None:
    assert main(["check", str(read_only / "rapport.docx")]) == 0
    assert main(["show", str(read_only)]) == 0
    assert ReportFolder.of(read_only).load().draft.title
    assert main(["export", str(read_only), "-o", str(tmp_path / "kopia.docx")]) == 0
    assert (tmp_path / "kopia.docx").stat().st_size
    assert printed() == ""


def test_a_file_where_drafters_own_folder_should_be_is_told(folder: Path, printed: Printed) -> None:
    shutil.rmtree(folder / ".drafter")
    (folder / ".drafter").write_bytes(b"")
    before = everything(folder)
    assert main([one.format(folder) for one in EDIT]) == 2
    assert ".drafter kunde inte skrivas" in printed()
    assert everything(folder) == before
