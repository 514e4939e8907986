"""The versions of ``utkast.json``: numbered, kept, and read whoever wrote them."""

import json
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.errors import FolderError
from drafter.library.draft_file import VERSION
from drafter.library.folder import ReportFolder
from drafter.library.versions import KEPT
from drafter.nouns import Hold, Review
from tests.build import draft_of, section_of, sentence_of

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "samples" / "nordisk-huvudstadskonferens"
FIRST_VERSION = HERE / "data" / "utkast-version-1.json"


def review_saying(text: str) -> Review:
    return Review(draft_of(section_of("bakgrund", "Bakgrund", sentence_of(text, {1: "x"}))))


@pytest.fixture
def folder(tmp_path: Path) -> ReportFolder:
    return ReportFolder.of(tmp_path)


def data_of(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def kept(folder: ReportFolder) -> list[Path]:
    return sorted((folder.path / ".drafter" / "versioner").iterdir())


def test_the_revision_grows_by_one_each_time_that_a_draft_is_saved(folder: ReportFolder) -> None:
    for number in (1, 2, 3):
        folder.save(review_saying(f"Mening {number}."))
        saved = data_of(folder.draft_file)
        assert (saved["version"], saved["revision"]) == (VERSION, number)


def test_the_last_ten_are_kept_in_order_and_only_for_their_owner(folder: ReportFolder) -> None:
    for number in range(1, KEPT + 4):
        folder.save(review_saying(f"Mening {number}."))
    paths = kept(folder)
    revisions = [data_of(path)["revision"] for path in paths]
    assert revisions == list(range(4, KEPT + 4))
    assert [int(path.name.split("-")[0]) for path in paths] == revisions
    assert paths[-1].read_bytes() == folder.draft_file.read_bytes()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (paths[0], paths[0].parent)}
    assert modes == {0o600, 0o700}


def test_what_was_changed_or_put_back_by_hand_is_kept_too(folder: ReportFolder) -> None:
    folder.save(review_saying("Ett."))
    folder.save(review_saying("Två."))
    first, _ = kept(folder)
    by_hand = first.read_text(encoding="utf-8").replace("Ett.", "För hand.")
    folder.draft_file.write_text(by_hand, encoding="utf-8")
    folder.save(review_saying("Tre."))
    texts = [path.read_text(encoding="utf-8") for path in kept(folder)]
    assert [sum(word in text for text in texts) for word in ("Ett.", "Två.", "För hand.")] == [
        1
    ] * 3
    assert data_of(folder.draft_file)["revision"] == 3


def test_a_draft_that_is_taken_away_does_not_start_the_numbers_anew(folder: ReportFolder) -> None:
    folder.save(review_saying("Ett."))
    folder.draft_file.unlink()
    folder.save(review_saying("Två."))
    assert data_of(folder.draft_file)["revision"] == 2


def test_a_change_that_makes_no_difference_is_not_saved(folder: ReportFolder) -> None:
    folder.save(review_saying("Ett."))
    folder.revise(lambda review: review)
    folder.revise(replace)
    assert data_of(folder.draft_file)["revision"] == 1


def test_a_draft_of_the_first_version_is_read_edited_and_kept(tmp_path: Path) -> None:
    path = Path(shutil.copytree(SAMPLE, tmp_path / "resa"))
    shutil.copy(FIRST_VERSION, path / "utkast.json")
    assert main(["export", str(path), "--skriv-over"]) == 0
    assert main(["lock", str(path), "Bakgrund"]) == 0
    assert main(["draft", str(path), "--modell", "ingen", "--skriv-over"]) == 0
    (held,) = ReportFolder.of(path).load().draft.held
    assert (held.hold, held.stale) == (Hold.LOCKED, "")
    assert kept(ReportFolder.of(path))[0].read_bytes() == FIRST_VERSION.read_bytes()


def test_a_first_versions_held_section_is_stale_when_a_line_that_it_quotes_has_changed(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copytree(SAMPLE, tmp_path / "resa"))
    shutil.copy(FIRST_VERSION, path / "utkast.json")
    notes = path / "anteckningar.md"
    notes.write_text(
        notes.read_text(encoding="utf-8").replace("Reykjavik 2003", "Reykjavik 2004"),
        encoding="utf-8",
    )
    main(["lock", str(path), "Bakgrund"])
    for _ in range(2):
        main(["draft", str(path), "--modell", "ingen", "--skriv-over"])
        (held,) = ReportFolder.of(path).load().draft.held
        assert held.stale == "det som var rad 8 har ändrats eller fallit bort"


@pytest.mark.parametrize("size", [0, 1, 1000])
def test_a_damaged_draft_names_the_newest_whole_version_and_is_not_written_over(
    size: int, folder: ReportFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.path / "anteckningar.md").write_text("## bakgrund\nstaden\n", encoding="utf-8")
    (folder.path / "rapport.toml").write_text('typ = "reserapport"\n', encoding="utf-8")
    main(["draft", str(folder.path)])
    main(["edit", str(folder.path), "bakgrund-1", "Staden bjöds in."])
    *_, whole, newest = kept(folder)
    for path in (newest, folder.draft_file):
        path.write_bytes(path.read_bytes()[:size])
    damaged = folder.draft_file.read_bytes()
    capsys.readouterr()
    for command in (["edit", "bakgrund-1", "x"], ["lock", "bakgrund"], ["draft"], ["export"]):
        assert main([command[0], str(folder.path), *command[1:]]) == 2
        told = " ".join(capsys.readouterr().err.split())
        assert "utkast.json är skadad" in told
        assert f"Den senaste hela versionen är {whole}. Kopiera den till" in told
        assert folder.draft_file.read_bytes() == damaged
    shutil.copy(whole, folder.draft_file)
    assert main(["export", str(folder.path), "--skriv-over"]) in (0, 1)


def test_without_a_whole_version_the_way_on_is_a_new_draft(folder: ReportFolder) -> None:
    folder.draft_file.write_text("{", encoding="utf-8")
    with pytest.raises(FolderError) as caught:
        folder.load()
    assert "Det finns ingen tidigare version" in caught.value.hint


def test_a_draft_of_a_newer_drafter_is_not_changed(folder: ReportFolder) -> None:
    folder.save(review_saying("Ett."))
    newer = json.dumps(data_of(folder.draft_file) | {"version": VERSION + 1})
    folder.draft_file.write_text(newer, encoding="utf-8")
    with pytest.raises(FolderError, match="nyare drafter"):
        folder.revise(lambda _: review_saying("Två."))
    assert folder.draft_file.read_text(encoding="utf-8") == newer


def test_half_written_files_of_dead_processes_are_cleared_away(folder: ReportFolder) -> None:
    folder.save(review_saying("Ett."))
    places = (
        folder.path / ".utkast.json.abcd1234.tmp",
        kept(folder)[0].parent / ".000-x.a_cd1234.tmp",
    )
    for place in places:
        place.write_bytes(b"{")
    mine = folder.path / ".annat.tmp"
    mine.write_bytes(b"")
    folder.save(review_saying("Två."))
    assert not any(place.exists() for place in places)
    assert mine.exists()
