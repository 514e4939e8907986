"""The fault table, row by row, through the command line and a real HTTP server."""

from pathlib import Path

import pytest

from drafter.nouns import SectionState
from tests.endpoint import MODEL, Endpoint
from tests.faults.folder import (
    TITLE,
    WRITTEN,
    OneFails,
    answered_well,
    draft,
    fault_folder,
    lines_in,
    sections_of,
    texts_of,
)
from tests.faults.table import ALIKE, ROWS, Row
from tests.folders import use


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fault_folder(tmp_path)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the report says where nothing fails."""
    folder = fault_folder(tmp_path_factory.mktemp("ostort"))
    with Endpoint(answered_well) as server:
        use(server, folder)
        assert draft(folder) == 0
    return texts_of(folder)


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=[pytest.mark.long] * row.alike, id=row.fault) for row in ROWS],
)
def test_a_fault_of_one_section(
    row: Row,
    folder: Path,
    undisturbed: dict[str, list[str]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    failing, healthy = OneFails(row.deeds), OneFails([answered_well])
    with Endpoint(failing) as server:
        use(server, folder, more=f"timeout = {row.timeout}\n")
        code = draft(folder)
        host = server.url.split("/")[2]
    says, do = (text.format(host=host, model=MODEL) for text in (row.says, row.do))
    sections = sections_of(folder)

    # As many questions as the row says, and no other section is asked about twice.
    assert len(failing.asked[TITLE]) == row.asked
    assert {title: len(failing.asked[title]) for title in WRITTEN if title != TITLE} == {
        "Bakgrund": 1,
        "Samverkan": 1,
    }

    # Notes that are too long are divided, and every line is asked about.
    if failed_whole := [one for one in failing.asked[TITLE] if len(lines_in(one)) > 1][:1]:
        singly = [one for one in failing.asked[TITLE] if len(lines_in(one)) == 1]
        divided = set().union(*map(lines_in, singly))
        assert not singly or not row.written or divided == lines_in(failed_whole[0])

    # No section is missing or empty, and the others are whole.
    assert tuple(sections) == WRITTEN
    assert {title: text for title, text in texts_of(folder).items() if title != TITLE} == {
        title: text for title, text in undisturbed.items() if title != TITLE
    }
    failed = sections[TITLE]
    assert failed.state is (SectionState.WRITTEN if row.written else SectionState.FALLBACK)
    assert {line for one in failed.sentences() for line in one.lines} == {6, 7}

    # The person is told what happened and what to do, in the draft and in the terminal.
    assert code == int(not row.written)
    assert failed.reason == f"{says} {do}".strip()
    assert failed.reason in " ".join(capsys.readouterr().out.split())

    # When the server is well again, only what failed is asked for, and comes.
    with Endpoint(healthy) as server:
        use(server, folder, more=f"timeout = {row.timeout}\n")
        assert draft(folder) == 0
    assert {title: len(asked) for title, asked in healthy.asked.items()} == (
        {TITLE: row.again} if row.again else {}
    )
    assert texts_of(folder) == undisturbed


def test_every_row_has_its_own_name() -> None:
    assert len({row.fault for row in ROWS}) == len(ROWS)
    assert {row.fault for row in ROWS} >= ALIKE
