from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.prompt_files import SHARED, PromptFiles, shipped
from drafter.library.report_types import all_report_types, load_report_type
from drafter.nouns import HeadingKind
from tests.build import travel_report

HEADINGS = [
    ("Deltagare", 2),
    ("Bakgrund", 2),
    ("På vilket sätt har deltagandet bidragit till något av följande områden", 2),
    ("Profilering", 3),
    ("Omvärldsbevakning", 3),
    ("Samverkan", 3),
    ("Påverkan", 3),
    ("Övriga kommentarer och reflektioner", 2),
]

VALID = """namn = "Prov"
titel = "Prov {dnr}"
[[falt]]
id = "dnr"
etikett = "Dnr"
[[rubriker]]
id = "ett"
titel = "Ett"
tomt = "Inget."
"""

WRONG = [
    (VALID + '[[rubriker]]\nid = "ett"\ntitel = "Två"\ntomt = "Inget."\n', 11, "två gånger"),
    (VALID.replace("Prov {dnr}", "Prov {dnrr}"), 2, "»dnrr«"),
    (VALID.replace("Prov {dnr}", "Prov {dnr"), 2, "klammer"),
    (VALID + "niva = 4\n", 10, "2 eller 3"),
    (VALID.replace('tomt = "Inget."\n', ""), 6, "»tomt«"),
    (VALID.replace('etikett = "Dnr"', 'etikett = "Dnr"\nmonster = "("'), 6, "mönstret"),
    (VALID.replace('etikett = "Dnr"', "etikett = \"Dnr\"\nledtradar = ['x']"), 6, "varde"),
    (VALID.replace('etikett = "Dnr"', 'etikett = "Dnr"\nvisas = "Dnr"'), 6, "{varde}"),
]


def test_the_travel_report_has_its_eight_headings_in_order() -> None:
    assert [(one.title, one.level) for one in travel_report().headings] == HEADINGS


def test_the_travel_report_has_its_five_header_fields_in_order() -> None:
    labels = [field.label for field in travel_report().header_fields]
    assert labels == ["Handläggare", "Datum", "IB nr", "Dagordningspunkt/bilaga", "Dnr"]


def test_a_type_is_found_by_its_alias() -> None:
    found = load_report_type("reserapport_stockholm", PromptFiles.searched())
    assert found == travel_report()


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_a_faulty_type_is_an_error_with_its_line(
    text: str, line: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "prov").mkdir()
    (tmp_path / "prov" / "rapport.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_report_type("prov", PromptFiles.searched(tmp_path))
    assert message in caught.value.message
    assert caught.value.line == line


def test_an_unknown_type_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(SettingsError) as caught:
        load_report_type("resraport", PromptFiles.searched())
    assert "»reserapport«" in caught.value.hint


def test_a_folder_of_ones_own_goes_first(tmp_path: Path) -> None:
    (tmp_path / SHARED).mkdir()
    (tmp_path / SHARED / "system.md").write_text("Eget.", encoding="utf-8")
    files = PromptFiles.searched(tmp_path)
    assert files.find(f"{SHARED}/system.md").parent.parent == tmp_path
    assert files.find(f"{SHARED}/skriv.md").parent.parent == shipped()


@pytest.mark.parametrize(
    "report_type", all_report_types(PromptFiles.searched()), ids=lambda one: one.id
)
def test_every_type_that_ships_says_what_a_silent_section_says(report_type) -> None:
    silent = [one for one in report_type.headings if one.kind is HeadingKind.TEXT]
    assert silent
    assert all(one.empty.endswith(".") for one in silent)


@pytest.mark.parametrize(
    "report_type", all_report_types(PromptFiles.searched()), ids=lambda one: one.id
)
def test_every_examples_form_is_the_one_that_is_checked(report_type) -> None:
    import re

    for field in report_type.fields:
        assert not field.pattern or re.fullmatch(field.pattern, field.example), field.id
