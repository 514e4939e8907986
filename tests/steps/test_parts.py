"""A long section is written in parts side by side, and is one section all the same."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.library.folder import ReportFolder
from drafter.nouns import Section, SectionState
from tests.endpoint import Answer, Endpoint, Request, ok, status
from tests.folders import HEADER, TYPE, quoting, report_folder, use

TRAMS = "Bergen har byggt spårväg i etapp {} och bussarna har fått egna körfält på fjorton gator"
BOATS = "Färjorna i hamn {} drivs med el sedan förra året och laddas om natten vid kajen"
FIRST = [TRAMS.format(n) for n in range(3, 10)]
SECOND = [BOATS.format(n) for n in range(3, 9)]
NOTES = """\
## Bakgrund
- Staden bjöds in av Bergens kommun i mars

## Omvärldsbevakning
{}

{}

## Samverkan
- Ett nytt möte hålls i Malmö
"""


def points(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notes = NOTES.format(points(FIRST), points(SECOND))
    settings = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')
    return report_folder(tmp_path, notes, settings=settings)


def question(request: Request) -> str:
    return str(request.json["messages"][1]["content"])


def numbers(request: Request) -> list[int]:
    return [json.loads(row)["rad"] for row in request.json["messages"][2]["content"].split("\n")]


def parts_asked(server: Endpoint) -> list[Request]:
    return sorted((one for one in server.requests if ", del " in question(one)), key=numbers)


def drafted(folder: Path, play: Callable[[Request], Answer], more: str = "") -> Endpoint:
    with Endpoint(play) as server:
        use(server, folder, more=more)
        main(["draft", str(folder), "--skriv-over"])
    return server


def section(folder: Path) -> Section:
    sections = ReportFolder.of(folder).load().draft.sections
    return next(one for one in sections if one.heading == "omvarldsbevakning")


def test_a_long_section_is_asked_about_in_parts_and_stands_as_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = parts_asked(drafted(folder, quoting))
    assert (numbers(first), numbers(second)) == ([*range(5, 12)], [*range(13, 19)])
    assert "avsnittet ”Omvärldsbevakning”, del 1 av 2: " in question(first)
    assert "avsnittet ”Omvärldsbevakning”, del 2 av 2: " in question(second)
    made = section(folder)
    assert (made.state, made.parts) == (SectionState.WRITTEN, 2)
    assert [one.text[:6] for paragraph in made.paragraphs for one in paragraph[:1]] == [
        "Bergen",
        "Färjor",
    ]
    assert [one.id for one in made.sentences()] == [f"omvarldsbevakning-{n}" for n in range(1, 14)]
    assert [one.lines for one in made.sentences()] == [
        (n,) for n in (*range(5, 12), *range(13, 19))
    ]
    assert "13 meningar, skrivet av modellen i 2 delar som skrevs var för sig" in " ".join(
        capsys.readouterr().out.split()
    )


def test_the_length_that_is_asked_for_is_shared_out(folder: Path) -> None:
    asked = parts_asked(drafted(folder, quoting))
    bands = [re.findall(r"Längd: (\d+)–(\d+) ord", question(one))[0] for one in asked]
    assert sum(int(high) for _, high in bands) == 100
    assert all(int(low) < int(high) for low, high in bands)


def test_a_text_that_runs_on_is_written_together(tmp_path: Path) -> None:
    notes = NOTES.format("\n".join(FIRST), "\n".join(SECOND)).replace("\n\nFärj", "\nFärj")
    folder = report_folder(tmp_path, notes)
    assert parts_asked(drafted(folder, quoting)) == []
    assert section(folder).parts == 1


def test_a_short_section_of_two_pieces_is_written_whole(tmp_path: Path) -> None:
    folder = report_folder(tmp_path, NOTES.format(points(FIRST[:2]), points(SECOND[:2])))
    assert parts_asked(drafted(folder, quoting)) == []


def test_an_edited_line_asks_for_its_part_alone(folder: Path) -> None:
    drafted(folder, quoting)
    notes = folder / "anteckningar.md"
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace("hamn 5 drivs", "hamn 5 körs"), encoding="utf-8")
    (asked,) = drafted(folder, quoting).requests
    assert "del 2 av 2" in question(asked)


def failing(answer: Answer) -> Callable[[Request], Answer]:
    return lambda request: answer if "del 2 av 2" in question(request) else quoting(request)


@pytest.mark.parametrize("answer", [ok("Nja."), status(403, "no")], ids=["unusable", "refused"])
def test_a_part_that_fails_stands_in_the_notes_own_words_and_the_other_is_kept(
    folder: Path, answer: Answer
) -> None:
    drafted(folder, failing(answer))
    made = section(folder)
    assert made.state is SectionState.FALLBACK
    assert made.reason.startswith("Del 2 av 2 står i anteckningarnas egna ord. ")
    assert [one.id for one in made.sentences()] == [f"omvarldsbevakning-{n}" for n in range(1, 14)]
    assert [one.text for one in made.sentences()][:7] == [f"{line}." for line in FIRST]
    (again,) = drafted(folder, quoting).requests
    assert "del 2 av 2" in question(again)
    assert section(folder).state is SectionState.WRITTEN


def test_a_section_all_of_whose_parts_fail_says_why_once(folder: Path) -> None:
    def play(request: Request) -> Answer:
        return ok("Nja.") if ", del " in question(request) else quoting(request)

    drafted(folder, play)
    made = section(folder)
    assert (made.state, made.parts) == (SectionState.FALLBACK, 2)
    assert made.reason.count("Svaret är inte giltig JSON.") == 1


def test_a_part_leaves_out_none_of_the_others_lines(folder: Path) -> None:
    def play(request: Request) -> Answer:
        answer = quoting(request)
        if "del 1 av 2" not in question(request):
            return answer
        told: dict[str, Any] = json.loads(
            json.loads(answer.body)["choices"][0]["message"]["content"]
        )
        left = [{"rad": n, "skal": "dubblett"} for n in (5, 13)]
        return ok(json.dumps({"meningar": told["meningar"][1:], "utelamnade": left}))

    drafted(folder, play)
    coverage = ReportFolder.of(folder).load().coverage
    assert [one.line for one in coverage.asides if one.reason == "dubblett"] == [5]


def test_a_sentence_of_a_part_is_mended_as_any_other(folder: Path) -> None:
    def play(request: Request) -> Answer:
        if "har fel enligt kontrollen" not in question(request):
            return Answer(quoting(request).body.replace(b"hamn 5 ", b"hamn 55 "))
        quote = {"rad": 15, "text": SECOND[2]}
        mended = {"citat": [quote], "text": f"{SECOND[2]}.", "typ": "fakta", "stycke": 1}
        return ok(json.dumps({"meningar": [mended], "utelamnade": []}))

    drafted(folder, play)
    assert [(one.taken, one.before.id) for one in ReportFolder.of(folder).load().repairs] == [
        (True, "omvarldsbevakning-10")
    ]
    assert [one.text for one in section(folder).sentences()][9] == f"{SECOND[2]}."


def test_an_own_question_that_does_not_speak_of_parts_is_asked_of_each(folder: Path) -> None:
    own = folder / "prompts" / "gemensamt"
    own.mkdir(parents=True)
    (own / "skriv.md").write_text("Skriv ”{rubrik}”, {langd}.\n", encoding="utf-8")
    server = drafted(folder, quoting)
    assert len([one for one in server.requests if "Omvärld" in question(one)]) == 2
    assert section(folder).parts == 2


def test_the_longest_is_begun_first_and_the_report_keeps_its_order(folder: Path) -> None:
    server = drafted(folder, quoting, "samtidiga = 1\n")
    assert [numbers(one)[0] for one in server.requests] == [5, 13, 2, 21]
    sections = ReportFolder.of(folder).load().draft.sections
    written = [one.heading for one in sections if one.state is SectionState.WRITTEN]
    assert written == ["bakgrund", "omvarldsbevakning", "samverkan"]


def test_a_part_that_is_too_long_for_the_model_is_halved(folder: Path) -> None:
    def play(request: Request) -> Answer:
        long = len(numbers(request)) > 4
        return status(400, code="context_length_exceeded") if long else quoting(request)

    drafted(folder, play)
    made = section(folder)
    assert (made.state, made.parts) == (SectionState.WRITTEN, 4)
    assert len(list(made.sentences())) == 13
