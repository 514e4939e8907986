"""Sentences with errors go back to the model, and only what gets better is taken."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from tests.endpoint import Answer, Endpoint, Request, ok, status
from tests.folders import HEADER, TYPE, report_folder

NOTES = """# Klimatmötet 2026, Bergen, Norge 3-4 maj 2026

## bakgrund
- staden inbjuden, 12 städer var med
- kostnad 85 tkr

## samverkan
- nytt möte i Malmö i höst
"""
SETTINGS = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')
WRONG = "Staden bjöds in och 14 städer var med."
RIGHT = "Staden bjöds in och 12 städer var med."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path, NOTES, settings=SETTINGS)


def said(text: str, line: int, quote: str, paragraph: int = 1) -> dict[str, Any]:
    cited = [{"rad": line, "text": quote}]
    return {"citat": cited, "text": text, "typ": "fakta", "stycke": paragraph}


def answer(*sentences: dict[str, Any]) -> Answer:
    return ok(json.dumps({"meningar": sentences, "utelamnade": []}, ensure_ascii=False))


INVITED = said(WRONG, 4, "staden inbjuden, 12 städer var med")
COST = said("Kostnaden var 85 000 kronor.", 5, "kostnad 85 tkr")
MEETING = said("Ett nytt möte hålls i Malmö i höst.", 8, "nytt möte i Malmö i höst")
MENDED = answer({**INVITED, "text": RIGHT})

Mend = Callable[[Request], Answer]


def is_repair(request: Request) -> bool:
    return "har fel enligt kontrollen" in request.json["messages"][1]["content"]


def scripted(mend: Mend, first: dict[str, Any]) -> Mend:
    """The sections as written, one of them with a wrong number, and then the repairs."""

    def play(request: Request) -> Answer:
        if is_repair(request):
            return mend(request)
        samverkan = "”Samverkan”" in request.json["messages"][1]["content"]
        return answer(MEETING) if samverkan else answer(first, COST)

    return play


class Run:
    """A finished run: its exit code, the saved review, what was sent back, and what was said."""

    def __init__(self, folder: Path, play: Mend, printed: Callable[[], str]) -> None:
        with Endpoint(play) as server:
            (folder / "drafter.toml").write_text(
                f'standard = "prov"\n[modeller.prov]\nbas_url = "{server.url}"\nmodell = "m"\n',
                encoding="utf-8",
            )
            self.code = main(["draft", str(folder)])
        saved = json.loads((folder / "utkast.json").read_text(encoding="utf-8"))["granskning"]
        self.sent = [one for one in server.requests if is_repair(one)]
        self.repairs = saved["repairs"]
        self.sentences = [
            sentence
            for section in saved["draft"]["sections"]
            for paragraph in section["paragraphs"]
            for sentence in paragraph
        ]
        self.texts = [sentence["text"] for sentence in self.sentences]
        self.printed = " ".join(printed().split())

    @property
    def outcome(self) -> list[tuple[int, bool]]:
        return [(one["round"], one["taken"]) for one in self.repairs]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    def go(mend: Mend, first: dict[str, Any] = INVITED) -> Run:
        return Run(folder, scripted(mend, first), lambda: capsys.readouterr().out)

    return go


def material(request: Request) -> list[dict[str, Any]]:
    return [json.loads(line) for line in request.json["messages"][2]["content"].split("\n")]


def test_a_wrong_number_is_mended_and_the_sentence_keeps_its_id(run: Callable[..., Run]) -> None:
    done = run(lambda _: MENDED)
    assert done.code == 0
    assert RIGHT in done.texts
    assert WRONG not in done.texts
    assert done.outcome == [(1, True)]
    (repair,) = done.repairs
    assert repair["before"]["id"] == repair["after"]["id"] == "bakgrund-1"
    assert (repair["before"]["text"], repair["after"]["text"]) == (WRONG, RIGHT)
    assert [one["rule"] for one in repair["findings"]] == ["tal.avviker"]
    assert "1 mening med fel gick tillbaka till modellen. 1 är utan fel nu" in done.printed


def test_only_the_sentence_its_errors_and_its_lines_are_sent(run: Callable[..., Run]) -> None:
    (sent,) = run(lambda _: MENDED).sent
    assert material(sent) == [
        {"mening": WRONG, "typ": "fakta", "citat": INVITED["citat"]},
        {"fel": "Talet 14 finns inte på raderna."},
        {"rad": 4, "text": "staden inbjuden, 12 städer var med"},
    ]
    assert "85 tkr" not in sent.text
    assert "Malmö" not in sent.text
    assert "Anna Ek" not in sent.text


def test_a_sentence_that_cites_no_line_gets_its_sections_lines_and_no_others(
    run: Callable[..., Run],
) -> None:
    astray = said(RIGHT, 99, "staden inbjuden")
    done = run(lambda _: MENDED, first=astray)
    assert done.outcome == [(1, True)]
    assert [one.get("rad") for one in material(done.sent[0])] == [None, None, None, 4, 5]
    assert done.sentences[0]["quotes"] == [{"line": 4, "text": INVITED["citat"][0]["text"]}]


def test_what_the_model_cannot_mend_is_left_for_the_person_beside_its_line(
    run: Callable[..., Run],
) -> None:
    done = run(lambda _: answer({**INVITED, "text": "Staden och 15 städer bjöds in."}))
    assert done.code == 1
    assert done.outcome == [(1, False), (2, False)]
    assert WRONG in done.texts
    assert "0 är utan fel nu, 1 har fel kvar" in done.printed
    assert "rad 4 ”staden inbjuden, 12 städer var med”" in done.printed
    assert "lagning Förslaget har inte färre fel. Talet 15 finns inte på raderna." in done.printed


def test_the_second_time_the_model_is_told_what_was_wrong_with_the_first(
    run: Callable[..., Run],
) -> None:
    worse = answer({**INVITED, "text": "Staden och 15 städer bjöds in."})
    tried = {
        "forslag": "Staden och 15 städer bjöds in.",
        "skal": "Förslaget har inte färre fel. Talet 15 finns inte på raderna.",
    }
    done = run(lambda request: MENDED if tried in material(request) else worse)
    assert done.code == 0
    assert done.outcome == [(1, False), (2, True)]


REFUSED = {
    "struck": (answer(), "tomt"),
    "an empty text": (answer({**INVITED, "text": " "}), "tom mening"),
    "two sentences": (answer({**INVITED, "text": "Staden bjöds in. Den kom."}), "flera meningar"),
    "no source": (answer({**INVITED, "citat": [], "text": "Staden bjöds in."}), "vilka rader"),
    "the standard sentence": (
        answer({**INVITED, "text": "Uppgift saknas i underlaget."}),
        "stryker det som meningen säger",
    ),
    "another's line": (answer(COST), "rad 5, som inte skickades med"),
    "the same again": (answer(INVITED), "detsamma"),
    "prose": (ok("Tyvärr, det kan jag inte."), "inte giltig JSON"),
    "a person's own word": (answer({**INVITED, "typ": "egen"}), "egen"),
    "English": (
        answer({**INVITED, "text": "The city was invited to the meeting with 12 of the cities."}),
        "engelska",
    ),
}


@pytest.mark.parametrize(("reply", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_repair_is_refused_and_the_sentence_stays(
    reply: Answer, reason: str, run: Callable[..., Run]
) -> None:
    done = run(lambda _: reply)
    assert done.code == 1
    assert WRONG in done.texts
    assert done.outcome == [(1, False), (2, False)][: len(done.sent)]
    assert all(reason in one["reason"] for one in done.repairs)


def test_of_several_repairs_only_the_good_ones_are_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"cost": said("Kostnaden var 86 000 kronor.", 5, "kostnad 85 tkr"), "first": INVITED}
    worse = {**INVITED, "text": "Staden och 15 städer bjöds in."}

    def play(request: Request) -> Answer:
        told = request.json["messages"][2]["content"]
        if is_repair(request):
            return answer(COST) if "86 000" in told else answer(worse)
        meeting = "”Samverkan”" in request.json["messages"][1]["content"]
        return answer(MEETING) if meeting else answer(wrong["first"], wrong["cost"])

    done = Run(folder, play, lambda: capsys.readouterr().out)
    assert done.outcome == [(1, False), (1, True), (2, False)]
    assert done.texts[:2] == [WRONG, COST["text"]]
    assert done.repairs[0]["reason"].startswith("Förslaget har inte färre fel.")


HOPELESS = {
    "the same again": answer(INVITED),
    "declined": ok(None, refusal="Nej."),
    "filtered": ok("", finish_reason="content_filter"),
    "too long": ok("", finish_reason="length"),
}


@pytest.mark.parametrize("reply", HOPELESS.values(), ids=HOPELESS.keys())
def test_what_would_be_no_better_the_second_time_is_asked_once(
    reply: Answer, run: Callable[..., Run]
) -> None:
    done = run(lambda _: reply)
    assert done.code == 1
    assert done.outcome == [(1, False)]


def test_language_alone_goes_to_the_model_once(run: Callable[..., Run]) -> None:
    invited = {**INVITED, "text": "Vi bjöds in och 12 städer var med."}
    done = run(
        lambda _: answer({**invited, "text": "Vi blev bjudna och 12 städer var med."}), invited
    )
    assert done.code == 0
    assert done.outcome == [(1, False)]
    assert [one["rule"] for one in done.repairs[0]["findings"]] == ["sprak.ton.forstaperson"]


def test_a_safe_suggestion_is_carried_out_by_code_and_no_model_is_asked(
    run: Callable[..., Run],
) -> None:
    done = run(
        lambda _: MENDED, {**INVITED, "text": "Staden bjöds in, och bl a 12 städer var med."}
    )
    assert done.sent == []
    assert done.texts[0] == "Staden bjöds in, och bland annat 12 städer var med."


def test_an_endpoint_that_fails_leaves_the_draft_and_is_not_asked_again(
    run: Callable[..., Run],
) -> None:
    done = run(lambda _: status(401, "no"))
    assert done.code == 1
    assert len(done.sent) == 1
    assert done.outcome == [(1, False)]
    assert done.repairs[0]["after"] is None
    assert done.repairs[0]["reason"] in done.printed
    assert [WRONG, COST["text"]] == done.texts[:2]


def test_a_faulty_prompt_is_told_before_anything_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "prompts" / "gemensamt").mkdir(parents=True)
    (folder / "prompts" / "gemensamt" / "laga.md").write_text("Laga {mening}.", encoding="utf-8")
    with Endpoint() as server:
        monkeypatch.setenv("DRAFTER_BASE_URL", server.url)
        monkeypatch.setenv("DRAFTER_MODEL", "provmodell")
        assert main(["draft", str(folder)]) == 2
    assert "variabeln {mening} finns inte" in capsys.readouterr().err
    assert server.requests == []
