import json
import os
from pathlib import Path

import pytest

from drafter.errors import FolderError, NotesError, OutputError
from drafter.library.folder import ReportFolder
from drafter.nouns import Finding, Quote, Review, Severity
from tests.build import draft_of, section_of, sentence_of


@pytest.fixture
def folder(tmp_path: Path) -> ReportFolder:
    (tmp_path / "anteckningar.txt").write_text("staden inbjuden\n", encoding="utf-8")
    (tmp_path / "deltagare.txt").write_text("Anna Ek, ordförande (S)\n", encoding="utf-8")
    return ReportFolder.of(tmp_path)


@pytest.fixture
def review() -> Review:
    section = section_of("bakgrund", "Bakgrund", sentence_of("Staden bjöds in.", {1: "inbjuden"}))
    return Review(draft_of(section), (Finding("x.y", Severity.ERROR, "Fel."),))


def test_a_folder_finds_its_notes_and_participants(folder: ReportFolder) -> None:
    notes = folder.read_notes()
    assert [line.text for line in notes.lines] == ["staden inbjuden"]
    assert [person.name for person in notes.participants] == ["Anna Ek"]


def test_a_notes_file_stands_for_its_folder(folder: ReportFolder) -> None:
    assert ReportFolder.of(folder.path / "anteckningar.txt") == folder


def test_nothing_at_the_source_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="Hittar inte"):
        ReportFolder.of(tmp_path / "saknas")


def test_a_folder_without_notes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="inga anteckningar"):
        ReportFolder.of(tmp_path).read_notes()


def test_a_draft_is_read_as_it_was_saved(folder: ReportFolder, review: Review) -> None:
    folder.save(review)
    assert folder.load() == review
    assert next(folder.load().draft.sentences()).quotes == (Quote(1, "inbjuden"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "går inte att läsa"),
        ('{"version": 1}', "»granskning« saknas"),
        ("null", "går inte att läsa"),
    ],
)
def test_a_damaged_draft_is_an_error(folder: ReportFolder, text: str, message: str) -> None:
    folder.draft_file.write_text(text, encoding="utf-8")
    with pytest.raises(FolderError, match=message):
        folder.load()


def test_a_draft_of_a_newer_drafter_is_not_read(folder: ReportFolder, review: Review) -> None:
    folder.save(review)
    saved = json.loads(folder.draft_file.read_text(encoding="utf-8"))
    folder.draft_file.write_text(json.dumps(saved | {"version": 99}), encoding="utf-8")
    with pytest.raises(FolderError, match="nyare drafter"):
        folder.load()


def test_a_folder_without_a_draft_says_how_to_make_one(folder: ReportFolder) -> None:
    with pytest.raises(FolderError) as caught:
        folder.load()
    assert "drafter draft" in caught.value.hint


def test_what_drafter_wrote_may_be_written_again(folder: ReportFolder, review: Review) -> None:
    path = folder.path / "rapport.docx"
    folder.save(review)
    folder.outputs.write(path, b"ett")
    folder.check_output(path, overwrite=False)


def test_an_edited_report_is_not_overwritten(folder: ReportFolder, review: Review) -> None:
    path = folder.path / "rapport.docx"
    folder.save(review)
    folder.outputs.write(path, b"ett")
    path.write_bytes(b"en persons arbete")
    os.utime(path, (0, 0))
    folder.save(review)
    with pytest.raises(OutputError, match="skrivs inte över"):
        folder.check_output(path, overwrite=False)
    folder.check_output(path, overwrite=True)


def test_a_report_newer_than_the_draft_is_not_overwritten(
    folder: ReportFolder, review: Review
) -> None:
    path = folder.path / "rapport.docx"
    folder.save(review)
    folder.outputs.write(path, b"ett")
    later = folder.draft_file.stat().st_mtime + 60
    os.utime(path, (later, later))
    with pytest.raises(OutputError):
        folder.check_output(path, overwrite=False)


def test_somebody_elses_file_is_not_overwritten(folder: ReportFolder) -> None:
    path = folder.path / "rapport.docx"
    path.write_bytes(b"fanns redan")
    with pytest.raises(OutputError):
        folder.check_output(path, overwrite=False)


def test_a_moved_folder_still_knows_its_report(
    folder: ReportFolder, review: Review, tmp_path: Path
) -> None:
    folder.save(review)
    folder.outputs.write(folder.path / "rapport.docx", b"ett")
    moved = folder.path.rename(tmp_path.parent / f"{tmp_path.name}-flyttad")
    ReportFolder.of(moved).check_output(moved / "rapport.docx", overwrite=False)


@pytest.mark.parametrize("place", ["", "finns/inte/rapport.docx"])
def test_a_place_that_cannot_be_written_is_an_error(folder: ReportFolder, place: str) -> None:
    with pytest.raises(OutputError):
        folder.check_output(folder.path / place, overwrite=True)
