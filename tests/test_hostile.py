"""Notes and reports that nobody had in mind: everything is accounted for, and in good time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from tests.folders import report_folder

OPENING = "# Möte\n\n## bakgrund\n"
NOTES = {
    "a block of code": "```python\ndef f(x):\n    return x[12]  # [4]\n```\n- staden deltog\n",
    "a block that never ends": "- staden deltog\n```\nint main() { return 0; }\n",
    "emoji": "- 👩‍👩‍👧‍👦 staden deltog 😀😀\n- 🔥🔥🔥\n- ✅ klart\n",
    "a table": "| stad | antal |\n|------|------:|\n| Oslo | 12 |\n| Åbo | 7 |\n",
    "English": "- the city was invited to the conference and it was held in Oslo\n- 12 took part\n",
    "Finnish": "- kaupunki kutsuttiin kokoukseen ja se oli hyvä\n",
    "Arabic": "- دعيت المدينة ٣ مرات\n",
    "HTML": '<div onclick="x">staden <b>deltog</b></div>\n<!-- dold -->\n<script>x(1)</script>\n',
    "citations": "- se [4] och [[12]] och [D3] och [egen]\n- [0] staden deltog\n",
    "brackets and quotation marks": f"- {'[' * 3000}\n- {'(' * 3000}\n- {'»' * 3000}\n",
    "figures": f"- {'9' * 6000} kr\n- {'1 000 ' * 400}\n- {'den 3-' * 400}\n- {'1/' * 400}\n",
    "one long line": f"- {'staden deltog i mötet och ' * 400}slut\n",
    "one long word": f"- {'a' * 9000}\n",
    "points": f"- {'. ' * 1000}\n- {'X. ' * 600}\n",
    "loose accents": f"- sta{chr(0x301) * 2000}den deltog\n",
}

Check = Callable[[str], dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path)


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """A draft of the folder, or a check of a file there, as its JSON."""

    def go(name: str) -> dict[str, Any]:
        capsys.readouterr()
        main(["check" if name else "draft", str(folder / name), "--json"])
        record: dict[str, Any] = json.loads(capsys.readouterr().out)
        return record

    return go


def said(notes: str) -> set[int]:
    """The lines that hold any word or figure and are no fence around code."""
    lines = enumerate(notes.split("\n"), 1)
    return {at for at, line in lines if any(map(str.isalnum, line)) and not line.startswith("```")}


def told_of(record: dict[str, Any]) -> set[int]:
    account = record["tackning"]
    kept_out = {one["rad"] for one in account["utelamnade"]}
    return {*account["anvanda"], *account["oanvanda"], *kept_out}


@pytest.mark.parametrize("rest", NOTES.values(), ids=NOTES.keys())
def test_strange_notes_give_a_draft_that_stands_on_them(
    rest: str, folder: Path, run: Check
) -> None:
    (folder / "anteckningar.md").write_text(OPENING + rest, encoding="utf-8")
    drafted = run("")
    assert told_of(drafted) >= said(OPENING + rest)
    assert not [one for one in drafted["anmarkningar"] if one["regel"].startswith("kalla.")]
    assert main(["export", str(folder), "--format", "md"]) == 1
    again = run("rapport.md")
    assert not [one for one in again["anmarkningar"] if one["regel"].startswith("kalla.")]


LINES = 400


def long_line(at: int, proposals: int) -> str:
    day = at % 28 + 1
    return f"grupp {at} i Malmö redovisade {proposals} förslag om skolmat den {day} maj"


def long_report(spoilt: set[int]) -> str:
    """A sentence on each line, some of them with a wrong number."""
    sentences = [
        f"{long_line(at, 9999 if at in spoilt else at + 20).replace('grupp', 'Grupp')}. [{at + 4}]"
        for at in range(LINES)
    ]
    paragraphs = (" ".join(sentences[at : at + 8]) for at in range(0, LINES, 8))
    return "# Reserapport\n\n## Bakgrund\n\n" + "\n\n".join(paragraphs) + "\n"


def long_notes() -> str:
    return OPENING + "".join(f"- {long_line(at, at + 20)}\n" for at in range(LINES))


def test_a_long_report_is_held_to_long_notes_line_by_line(folder: Path, run: Check) -> None:
    (folder / "anteckningar.md").write_text(long_notes(), encoding="utf-8")
    spoilt = set(range(0, LINES, 50))
    (folder / "rapport.md").write_text(long_report(spoilt), encoding="utf-8")
    record = run("rapport.md")
    wrong = [one for one in record["anmarkningar"] if one["regel"] == "tal.avviker"]
    assert {one["rader"][0] - 4 for one in wrong} == spoilt
    assert told_of(record) == said(long_notes())
    assert record["tackning"]["oanvanda"] == []


def test_a_sentence_may_cite_a_hundred_lines(folder: Path, run: Check) -> None:
    (folder / "anteckningar.md").write_text(long_notes(), encoding="utf-8")
    text = (
        "# Reserapport\n\n## Bakgrund\n\nGrupp 7 redovisade 27 förslag, inte 9999. [4–104]\n" * 20
    )
    (folder / "rapport.md").write_text(text, encoding="utf-8")
    wrong = [one for one in run("rapport.md")["anmarkningar"] if one["regel"] == "tal.avviker"]
    assert len(wrong) == 20
