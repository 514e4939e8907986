"""Every kind of error that a model can make is found, and mended or shown to the person."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from tests.endpoint import Answer, Endpoint, Request, ok

ROOT = Path(__file__).parents[1]
CASES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "planted").glob("*.toml"))
}
FILES = {"anteckningar": "anteckningar.md", "deltagare": "deltagare.csv", "rapport": "rapport.toml"}


def make_folder(case: dict[str, Any], folder: Path) -> None:
    """A sample's own files, or those that the case brings."""
    for key, name in FILES.items():
        if "prov" in case:
            shutil.copy(ROOT / "samples" / case["prov"] / name, folder / name)
        else:
            (folder / name).write_text(case[key].lstrip(), encoding="utf-8")


def answer(*sentences: dict[str, Any]) -> Answer:
    return ok(json.dumps({"meningar": sentences, "utelamnade": []}, ensure_ascii=False))


def said(text: str, line: int, quote: str) -> dict[str, Any]:
    return {"citat": [{"rad": line, "text": quote}], "text": text, "typ": "fakta", "stycke": 1}


def wrong(planted: dict[str, Any]) -> dict[str, Any]:
    return said(planted["fel"], planted["rad"], planted["citat"])


def right(planted: dict[str, Any]) -> dict[str, Any]:
    line = planted.get("ratt_rad", planted["rad"])
    return said(planted["ratt"], line, planted.get("ratt_citat", planted["citat"]))


def played(case: dict[str, Any], request: Request) -> Answer:
    """The planted sentences of a section; the right one when one of them is sent back."""
    question, material = (one["content"] for one in request.json["messages"][1:])
    first = json.loads(material.split("\n")[0])
    if "mening" in first:
        return answer(*(right(one) for one in case["fel"] if one["fel"] == first["mening"]))
    planted = [wrong(one) for one in case["fel"] if f"”{one['rubrik']}”" in question]
    return answer(*planted) if planted else ok('{"meningar": [], "utelamnade": []}')


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The saved review of each case, its planted sentences and all."""
    done = {}
    for name, case in CASES.items():
        folder = tmp_path_factory.mktemp(name)
        make_folder(case, folder)
        with Endpoint(lambda request, case=case: played(case, request)) as server:
            profile = (
                f'standard = "prov"\n[modeller.prov]\nbas_url = "{server.url}"\nmodell = "m"\n'
            )
            (folder / "drafter.toml").write_text(profile, encoding="utf-8")
            main(["draft", str(folder)])
        saved = json.loads((folder / "utkast.json").read_text(encoding="utf-8"))
        done[name] = saved["granskning"]
    return done


def texts(review: dict[str, Any]) -> set[str]:
    sections = review["draft"]["sections"]
    return {one["text"] for part in sections for row in part["paragraphs"] for one in row}


PLANTED = [
    pytest.param(name, one, id=f"{name}: {one['slag']}")
    for name, case in CASES.items()
    for one in case["fel"]
]


@pytest.mark.parametrize(("name", "planted"), PLANTED)
def test_an_error_is_found_and_mended_or_shown(
    name: str, planted: dict[str, Any], reviews: dict[str, dict[str, Any]]
) -> None:
    review = reviews[name]
    taken = [
        one for one in review["repairs"] if one["before"]["text"] == planted["fel"] and one["taken"]
    ]
    if taken:
        assert taken[0]["findings"]
        assert taken[0]["after"]["text"] == planted["ratt"]
        assert planted["ratt"] in texts(review)
        assert planted["fel"] not in texts(review)
    else:
        assert planted["fel"] in texts(review)
        assert [one["rule"] for one in review["findings"] if one["text"] == planted["fel"]]


def test_both_cases_have_every_kind_of_error() -> None:
    kinds = [{one["slag"] for one in case["fel"]} for case in CASES.values()]
    assert len(kinds) == 2
    assert kinds[0] == kinds[1]
    assert len(kinds[0]) == 18


def test_what_is_right_is_left_alone(reviews: dict[str, dict[str, Any]]) -> None:
    for name, review in reviews.items():
        good = {one["ratt"] for one in CASES[name]["fel"]}
        open_errors = [one for one in review["findings"] if one["severity"] in ("stopp", "fel")]
        assert not [one for one in open_errors if one["text"] in good]


def test_a_section_in_another_language_falls_back_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES["konferens"]
    english = said(
        "The city was invited to the forum and it was held with the other cities in Kalmar.",
        5,
        "38 av 54 kommuner",
    )
    make_folder(case, tmp_path)
    with Endpoint(lambda _: answer(english)) as server:
        profile = f'standard = "prov"\n[modeller.prov]\nbas_url = "{server.url}"\nmodell = "m"\n'
        (tmp_path / "drafter.toml").write_text(profile, encoding="utf-8")
        assert main(["draft", str(tmp_path), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    spared = [one for one in record["anmarkningar"] if one["regel"] == "rubrik.reserv"]
    assert len(spared) == len({one["rubrik"] for one in case["fel"]})
    assert all("engelska" in one["meddelande"] for one in spared)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_notes_own_words_have_no_errors_and_every_line_is_accounted_for(
    case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_folder(case, tmp_path)
    assert main(["draft", str(tmp_path), "--modell", "ingen", "--json"]) == 0
    account = json.loads(capsys.readouterr().out)["tackning"]
    told = {*account["anvanda"], *account["oanvanda"]}
    told |= {one["rad"] for one in account["utelamnade"]}
    text = (tmp_path / "anteckningar.md").read_text(encoding="utf-8")
    assert told == {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
