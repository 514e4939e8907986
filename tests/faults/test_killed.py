"""Drafting that is killed: what was answered and kept is not asked again, and nothing is damaged.

An answer that was on its way between the server and the disk may be asked for once more; the
tests count how many there are.
"""

import json
import random
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.library.folder import ReportFolder
from drafter.nouns import Review
from tests.endpoint import Answer, Endpoint, Request
from tests.faults.folder import NOTES, answered_well, draft, fault_folder
from tests.folders import use
from tests.processes import draft_quietly, dying, finish, posix, start, steps_of

pytestmark = posix

KILLED = -9
LONG = pytest.mark.long
ALL = 7
"""Questions in an undisturbed run: five sections, and two sentences that are sent back."""

MORE = """
## Profilering
- Staden visade sin klimatbudget för Bergen

## Påverkan
- Bergen tar intryck av stadens klimatbudget
"""
WRONG = ("mars", "etapper")
"""The last words of the sentences that the model gets wrong at first."""


class Server:
    """A model that gets some sentences wrong at first, and knows what it has answered in full."""

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause
        self.asked: list[bytes] = []
        self._begun = threading.Event()

    def __call__(self, request: Request) -> Answer:
        self.asked.append(request.raw)
        self._begun.set()
        time.sleep(self.pause)
        answer = answered_well(request)
        if "Skriv avsnittet" not in request.json["messages"][1]["content"]:
            return answer
        body = answer.body.decode()
        for word in WRONG:
            body = body.replace(word, "maj")
        return Answer(body.encode())

    def begun(self) -> None:
        """Wait until the first question has come."""
        self._begun.wait(60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fault_folder(tmp_path, NOTES + MORE)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """The draft where nothing is killed."""
    folder = fault_folder(tmp_path_factory.mktemp("ostort"), NOTES + MORE)
    model = Server()
    with Endpoint(model) as server:
        use(server, folder)
        draft(folder)
    assert len(model.asked) == ALL
    review = ReportFolder.of(folder).load()
    assert [one.taken for one in review.repairs] == [True] * len(WRONG)
    return review


def kept(folder: Path) -> Counter[str]:
    """The answers on the disk, by what they are about. All of them can be read."""
    files = (folder / ".drafter" / "svar").glob("*.json")
    return Counter(json.loads(path.read_text(encoding="utf-8"))["about"] for path in files)


def assert_nothing_damaged(folder: Path) -> None:
    for path in folder.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    if (folder / "utkast.json").exists():
        ReportFolder.of(folder).load()
    for path in folder.glob("*.docx"):
        assert zipfile.ZipFile(path).testzip() is None


def finished(folder: Path, undisturbed: Review, asked: list[bytes]) -> int:
    """Draft to the end; how many answers that had been sent were asked for again."""
    before = sum(kept(folder).values())
    assert_nothing_damaged(folder)
    model = Server()
    with Endpoint(model) as server:
        use(server, folder)
        assert draft(folder) == 0
    # Whatever is on the disk is not asked for, and only that much.
    assert len(model.asked) == ALL - before
    assert ReportFolder.of(folder).load() == undisturbed
    assert_nothing_damaged(folder)
    return len({*asked} & {*model.asked})


def emptied(folder: Path) -> Path:
    """The folder as it was before any draft."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.name in ("anteckningar.md", "deltagare.csv", "rapport.toml"):
            continue
        path.rmdir() if path.is_dir() else path.unlink()
    return folder


@pytest.fixture
def lost() -> Iterator[list[int]]:
    """How many answers each kill cost."""
    found: list[int] = []
    yield found
    print(
        f"{len(found)} kills, {sum(found)} answers asked for again, at most {max(found, default=0)}"
    )


@pytest.mark.parametrize("torn", [False, pytest.param(True, marks=LONG)], ids=["whole", "torn"])
@pytest.mark.parametrize("every", [15, pytest.param(1, marks=LONG)])
def test_a_draft_that_is_killed_at_a_write(
    every: int, torn: bool, folder: Path, undisturbed: Review, tmp_path: Path, lost: list[int]
) -> None:
    with Endpoint(Server()) as server:
        use(server, folder, more="samtidiga = 1\n")
        steps = steps_of(folder, tmp_path / "steg", draft_quietly, folder)
    assert steps > 60
    for step in range(1, steps + 1, every):
        model = Server()
        with Endpoint(model) as server:
            use(server, emptied(folder), more="samtidiga = 1\n")
            assert finish(start(dying, folder, step, torn, draft_quietly, folder)) == [KILLED]
        lost.append(finished(folder, undisturbed, model.asked))
    assert max(lost) <= 1


@pytest.mark.parametrize("count", [4, pytest.param(100, marks=LONG)])
def test_a_draft_that_is_killed_at_any_moment(
    count: int, folder: Path, undisturbed: Review, lost: list[int]
) -> None:
    chance = random.Random(11)
    for _ in range(count):
        model = Server(pause=0.08)
        with Endpoint(model) as server:
            use(server, emptied(folder))
            process = start(draft_quietly, folder)
            model.begun()
            time.sleep(chance.uniform(0.0, 0.3))
            process.kill()
            assert finish(process) in ([KILLED], [0])
        lost.append(finished(folder, undisturbed, model.asked))
    assert max(lost) <= 4
