"""Sections that a person has locked or edited: no draft writes them again, and stale ones tell."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.library.folder import ReportFolder
from drafter.library.prompt_files import PromptFiles
from drafter.library.report_types import load_report_type
from drafter.nouns import Hold, Review, Section
from tests.endpoint import Answer, Endpoint, Request, ok
from tests.folders import HEADER, TYPE, quoting, report_folder, use

NOTES = """# Klimatmötet 2026, Bergen, Norge 3-4 maj 2026

## bakgrund
- staden var inbjuden
- 12 städer deltog

## samverkan
- ett nytt möte hålls i Malmö
"""
SETTINGS = TYPE + HEADER.replace("[titel]", 'dnr = "803-1966/2026"\n[titel]')
EDIT = "Staden var inbjuden till mötet."

Printed = Callable[[], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path, NOTES, settings=SETTINGS)


@pytest.fixture
def server(folder: Path) -> Iterator[Endpoint]:
    """A model that makes a sentence of each line; the folder's drafts ask it."""
    with Endpoint(quoting) as endpoint:
        use(endpoint, folder)
        yield endpoint


@pytest.fixture
def drafted(folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]) -> Path:
    main(["draft", str(folder)])
    server.requests.clear()
    capsys.readouterr()
    return folder


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    def read() -> str:
        streams = capsys.readouterr()
        return " ".join(f"{streams.out} {streams.err}".split())

    return read


def saved(folder: Path) -> Review:
    return ReportFolder.of(folder).load()


def section(folder: Path, heading: str) -> Section:
    return next(one for one in saved(folder).draft.sections if one.heading == heading)


def texts(folder: Path, heading: str) -> list[str]:
    return [one.text for one in section(folder, heading).sentences()]


def change(folder: Path, old: str, new: str, name: str = "anteckningar.md") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def asked(server: Endpoint) -> list[str]:
    """The headings that the model was asked for, or asked to mend."""
    told = [one.json["messages"][1]["content"] for one in server.requests]
    return [title for title in ("Bakgrund", "Samverkan") for one in told if f"”{title}”" in one]


def rules(folder: Path) -> list[str]:
    return [one.rule for one in saved(folder).findings]


def test_a_locked_section_is_not_asked_for_and_its_lines_are_not_sent(
    drafted: Path, server: Endpoint, printed: Printed
) -> None:
    before = section(drafted, "bakgrund")
    assert main(["lock", str(drafted), "Bakgrund"]) == 0
    assert "Bakgrund är låst" in printed()
    main(["draft", str(drafted), "--pa-nytt"])
    assert asked(server) == ["Samverkan"]
    assert not any("12 städer" in one.text for one in server.requests)
    after = section(drafted, "bakgrund")
    assert (after.paragraphs, after.state) == (before.paragraphs, before.state)
    assert (after.hold, after.stale) == (Hold.LOCKED, "")
    assert "Behållna avsnitt, som inte skrevs om: Bakgrund (låst)" in printed()


def test_an_unlocked_section_is_written_again(drafted: Path, server: Endpoint) -> None:
    main(["lock", str(drafted), "bakgrund", "samverkan"])
    main(["draft", str(drafted), "--pa-nytt"])
    assert asked(server) == []
    main(["lock", str(drafted), "SAMVERKAN", "--upp"])
    main(["draft", str(drafted), "--pa-nytt"])
    assert asked(server) == ["Samverkan"]


def test_an_edited_sentence_keeps_its_sources_and_its_section(
    drafted: Path, server: Endpoint, printed: Printed
) -> None:
    (first, second) = section(drafted, "bakgrund").sentences()
    main(["edit", str(drafted), "bakgrund-1", f"  {EDIT}\n"])
    said = printed()
    assert f"förut: ”{first.text}” nu: ”{EDIT}”" in said
    main(["draft", str(drafted), "--pa-nytt"])
    assert asked(server) == ["Samverkan"]
    edited, other = section(drafted, "bakgrund").sentences()
    assert (edited.text, edited.quotes, edited.id) == (EDIT, first.quotes, first.id)
    assert other == second
    assert section(drafted, "bakgrund").hold is Hold.EDITED
    (decision,) = saved(drafted).decisions
    assert (decision.before, decision.after) == (first.text, EDIT)
    assert decision.who
    assert "T" in decision.when


def test_an_edit_is_held_to_the_notes_at_once(drafted: Path, printed: Printed) -> None:
    assert main(["edit", str(drafted), "bakgrund-2", "Fjorton städer deltog."]) == 1
    assert "1 fel" in printed()
    assert "tal.avviker" in rules(drafted)
    assert main(["edit", str(drafted), "bakgrund-2", "Tolv städer deltog."]) == 0
    assert "tal.avviker" not in rules(drafted)
    assert [one.after for one in saved(drafted).decisions] == [
        "Fjorton städer deltog.",
        "Tolv städer deltog.",
    ]


def test_an_edit_after_the_notes_have_changed_is_held_to_them_as_they_are(drafted: Path) -> None:
    change(drafted, "# Klimat", "\n\n# Klimat")
    main(["edit", str(drafted), "bakgrund-2", "Det var 14 städer som deltog."])
    assert [one.lines for one in saved(drafted).findings if one.rule == "tal.avviker"] == [(7,)]
    main(["edit", str(drafted), "bakgrund-2", "Det var 12 städer som deltog."])
    assert "tal.avviker" not in rules(drafted)


def test_an_edit_without_the_notes_says_that_it_is_not_held_to_them(
    drafted: Path, printed: Printed
) -> None:
    (drafted / "anteckningar.md").unlink()
    main(["edit", str(drafted), "bakgrund-2", "Fjorton städer deltog."])
    assert "meningen är inte prövad mot dem" in printed()
    assert texts(drafted, "bakgrund")[1] == "Fjorton städer deltog."


def test_an_edit_of_a_stale_sentence_is_held_to_the_line_as_it_is(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    change(drafted, "12 städer", "14 städer")
    main(["draft", str(drafted), "--pa-nytt"])
    assert {"kalla.citat", "tal.avviker"} <= set(rules(drafted))
    main(["edit", str(drafted), "bakgrund-2", "Det var 14 städer som deltog."])
    assert [one.rule for one in saved(drafted).findings if one.sentence == "bakgrund-2"] == []


def test_what_a_person_holds_is_never_mended(
    drafted: Path, server: Endpoint, printed: Printed
) -> None:
    main(["edit", str(drafted), "bakgrund-2", "Fjorton städer deltog."])
    main(["lock", str(drafted), "samverkan"])
    assert main(["draft", str(drafted), "--pa-nytt"]) == 1
    assert server.requests == []
    assert "tal.avviker" in rules(drafted)


def test_without_a_model_what_a_person_holds_is_not_polished(folder: Path) -> None:
    main(["draft", str(folder)])
    edited = "Ca. 12 städer deltog."
    main(["edit", str(folder), "bakgrund-2", edited])
    main(["draft", str(folder)])
    assert texts(folder, "bakgrund")[1] == edited


CHANGES = {
    "another wording": ("12 städer", "14 städer", "rad 5 har ny lydelse"),
    "a line more": ("deltog\n", "deltog\n- det regnade\n", "rad 6 har kommit till"),
    "a line less": ("- 12 städer deltog\n", "", "det som var rad 5 har ändrats eller fallit bort"),
}


@pytest.mark.parametrize(("old", "new", "reason"), CHANGES.values(), ids=CHANGES.keys())
def test_a_held_section_is_stale_when_its_lines_have_changed(
    old: str, new: str, reason: str, drafted: Path, server: Endpoint, printed: Printed
) -> None:
    main(["lock", str(drafted), "bakgrund"])
    before = texts(drafted, "bakgrund")
    change(drafted, old, new)
    printed()
    main(["export", str(drafted), "--skriv-over"])
    assert reason in printed()
    main(["draft", str(drafted), "--pa-nytt", "--skriv-over"])
    assert f"Bakgrund (låst). Inaktuellt: {reason}" in printed()
    assert asked(server) == ["Samverkan"]
    assert texts(drafted, "bakgrund") == before
    assert section(drafted, "bakgrund").stale == reason
    assert rules(drafted).count("kalla.last_avsnitt") == 1
    main(["check", str(drafted / "rapport.docx"), "--json"])
    assert reason in printed()


def test_a_section_that_only_moved_is_followed_and_not_stale(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    change(drafted, "## bakgrund", "## påverkan\n- ett upprop\n\n## bakgrund")
    main(["draft", str(drafted), "--pa-nytt"])
    assert section(drafted, "bakgrund").stale == ""
    assert [one.lines for one in section(drafted, "bakgrund").sentences()] == [(7,), (8,)]
    assert "kalla.last_avsnitt" not in rules(drafted)
    assert "kalla.citat" not in rules(drafted)


def test_a_section_is_stale_when_its_guide_has_changed(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    own = drafted / "prompts" / "reserapport"
    shutil.copytree(Path(__file__).parents[1] / "prompts" / "reserapport", own)
    guide = load_report_type("reserapport", PromptFiles.searched()).written[0].guide
    change(own, guide.split(":")[0], "Först allt annat", "rapport.toml")
    main(["draft", str(drafted), "--pa-nytt"])
    told = "rapporttypens anvisning för rubriken har ändrats"
    assert section(drafted, "bakgrund").stale == told


def test_a_stale_section_that_is_locked_again_holds_for_the_notes_of_today(
    drafted: Path, printed: Printed
) -> None:
    main(["lock", str(drafted), "bakgrund"])
    change(drafted, "deltog\n", "deltog\n- det regnade\n")
    main(["draft", str(drafted), "--pa-nytt"])
    printed()
    main(["lock", str(drafted), "bakgrund"])
    assert "gäller nu för anteckningarna som de är i dag" in printed()
    assert "kalla.last_avsnitt" not in rules(drafted)
    main(["draft", str(drafted), "--pa-nytt"])
    assert section(drafted, "bakgrund").stale == ""


def test_what_changes_back_is_no_longer_stale(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    change(drafted, "12 städer", "14 städer")
    main(["draft", str(drafted), "--pa-nytt"])
    change(drafted, "14 städer", "12 städer")
    main(["draft", str(drafted), "--pa-nytt"])
    assert section(drafted, "bakgrund").stale == ""


def test_a_section_held_in_another_type_stops_the_draft_before_anything_is_sent(
    drafted: Path, server: Endpoint, printed: Printed
) -> None:
    main(["lock", str(drafted), "samverkan"])
    (drafted / "rapport.toml").write_text(TYPE, encoding="utf-8")
    printed()
    before = saved(drafted)
    assert main(["draft", str(drafted), "--pa-nytt", "--typ", "konferensrapport"]) == 2
    assert "»Samverkan« är låst men finns inte i" in printed()
    assert server.requests == []
    assert saved(drafted) == before


def test_a_report_with_a_kept_section_still_names_the_model_that_wrote_it(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    for _ in range(2):
        main(["draft", str(drafted), "--pa-nytt", "--modell", "ingen"])
        assert saved(drafted).draft.origin.model == "provmodell"
    main(["lock", str(drafted), "bakgrund", "--upp"])
    main(["draft", str(drafted), "--pa-nytt", "--modell", "ingen"])
    assert saved(drafted).draft.origin.model == ""


def test_show_leaves_out_what_would_not_be_sent(drafted: Path, printed: Printed) -> None:
    main(["lock", str(drafted), "bakgrund"])
    printed()
    main(["show", str(drafted)])
    said = printed()
    assert "12 städer" not in said
    assert "ett nytt möte" in said


def during(folder: Path, work: Callable[[], Any]) -> Callable[[Request], Answer]:
    """A model that takes its time, so that a person gets something done meanwhile."""
    done = iter([work])

    def play(request: Request) -> Answer:
        next(done, lambda: None)()
        return quoting(request)

    return play


@pytest.mark.parametrize(
    ("command", "hold", "text"),
    [
        (["edit", "{}", "bakgrund-1", EDIT], Hold.EDITED, EDIT),
        (["lock", "{}", "bakgrund"], Hold.LOCKED, "staden var inbjuden."),
    ],
)
def test_what_a_person_does_while_the_model_writes_is_kept(
    command: list[str], hold: Hold, text: str, drafted: Path
) -> None:
    def other_answer(request: Request) -> Answer:
        answer = json.loads(quoting(request).body)["choices"][0]["message"]["content"]
        return ok(answer.replace("inbjuden.", "bjuden."))

    play = during(drafted, lambda: main([one.format(drafted) for one in command]))
    with Endpoint(lambda one: play(one) and other_answer(one)) as slow:
        use(slow, drafted)
        main(["draft", str(drafted), "--pa-nytt"])
    assert (section(drafted, "bakgrund").hold, texts(drafted, "bakgrund")[0]) == (hold, text)
    assert len(saved(drafted).decisions) == (1 if hold is Hold.EDITED else 0)


def test_a_section_that_is_let_go_of_while_the_model_writes_is_free(drafted: Path) -> None:
    main(["lock", str(drafted), "bakgrund"])
    play = during(drafted, lambda: main(["lock", str(drafted), "bakgrund", "--upp"]))
    with Endpoint(play) as slow:
        use(slow, drafted)
        main(["draft", str(drafted), "--pa-nytt"])
    assert section(drafted, "bakgrund").hold is Hold.FREE


MISTAKES = {
    "a misspelt heading": (["lock", "{}", "bakgrnd"], "Menade du »Bakgrund«?"),
    "a heading like no other": (["lock", "{}", "xyz"], "De avsnitt som finns är »Deltagare«, "),
    "one right and one wrong": (["lock", "{}", "bakgrund", "xyz"], "inget avsnitt »xyz«"),
    "what code fills": (["lock", "{}", "Deltagare"], "»Deltagare« låses inte"),
    "a sentence that is not there": (["edit", "{}", "bakgrund-9", "x"], "Menade du »bakgrund-2«?"),
    "a sentence like no other": (["edit", "{}", "xyz", "x"], "Den första meningen heter"),
    "no words": (["edit", "{}", "bakgrund-1", " \n"], "Den nya meningen är tom."),
    "no sections": (["lock", "{}"], "AVSNITT saknas"),
}


@pytest.mark.parametrize(("command", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_and_changes_nothing(
    command: list[str], told: str, drafted: Path, printed: Printed
) -> None:
    before = (drafted / "utkast.json").read_bytes()
    assert main([one.format(drafted) for one in command]) == 2
    assert told in printed()
    assert (drafted / "utkast.json").read_bytes() == before


def test_the_same_again_changes_nothing(drafted: Path, printed: Printed) -> None:
    for command in (["lock", str(drafted), "bakgrund"], ["edit", str(drafted), "bakgrund-1", EDIT]):
        main(command)
        before = (drafted / "utkast.json").read_bytes()
        main(command)
        assert (drafted / "utkast.json").read_bytes() == before
    assert "lyder redan så" in printed()


def test_without_a_draft_there_is_nothing_to_hold(folder: Path, printed: Printed) -> None:
    assert main(["edit", str(folder), "bakgrund-1", EDIT]) == 2
    assert "Det finns inget utkast" in printed()


def test_a_persons_own_sentence_needs_no_source(drafted: Path) -> None:
    main(["edit", str(drafted), "paverkan-1", "Mötet ledde inte till något beslut."])
    (edited,) = section(drafted, "paverkan").sentences()
    assert edited.kind == "egen"
    assert "kalla.saknas" not in rules(drafted)


def test_another_program_reads_what_a_person_has_done(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edit", str(drafted), "bakgrund-1", EDIT])
    capsys.readouterr()
    main(["draft", str(drafted), "--pa-nytt", "--json"])
    record = json.loads(capsys.readouterr().out)
    (held,) = record["hallna_avsnitt"]
    assert held == {"avsnitt": "Bakgrund", "id": "bakgrund", "lage": "andrad", "inaktuellt": None}
    assert [one["efter"] for one in record["beslut"]] == [EDIT]
