from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest

from drafter.export.metadata import LONGEST, custom_properties, metadata
from drafter.nouns import HeaderValue, Origin, ReportType, Review, Status

Trip = Callable[..., Review]


def test_the_header_tells_who_and_what_and_when(trip: Trip, trip_type: ReportType) -> None:
    known = metadata(trip(), trip_type)
    assert known.title.startswith("Reserapport Baltiska stadsmötet")
    assert known.author == "Birgitta Sandell"
    assert known.subject == "Reserapport"
    assert known.keywords == "Dnr. KS 2025/1187"
    assert known.day == date(2025, 10, 2)


def test_what_the_header_lacks_is_left_out(trip: Trip, trip_type: ReportType) -> None:
    known = metadata(trip(header=()), trip_type)
    assert (known.author, known.keywords, known.day) == ("", "", None)


@pytest.mark.parametrize("value", ["den 2 oktober", "2025-13-40", "0217-02-23", "\x00"])
def test_an_unreadable_date_is_no_date(value: str, trip: Trip, trip_type: ReportType) -> None:
    header = (HeaderValue("datum", value),)
    assert metadata(trip(header=header), trip_type).day is None


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.DRAFT, "Utkast: Ingen person har granskat den ännu."),
        (Status.REVIEWED, "Utkast – granskat: En person har granskat den men inte godkänt den."),
        (Status.APPROVED, "Godkänt: En person har granskat och godkänt den."),
    ],
)
def test_the_status_is_told(status: Status, told: str, trip: Trip, trip_type: ReportType) -> None:
    known = metadata(trip(status), trip_type)
    word, sentence = told.split(": ")
    assert known.status == word
    assert known.description.endswith(sentence)
    assert ("Granskningsläge", status.value) in known.record


def test_the_record_names_the_model_and_its_host(trip: Trip, trip_type: ReportType) -> None:
    known = metadata(trip(), trip_type)
    assert "språkmodellen stor-modell" in known.description
    assert dict(known.record) | {"Verktyg": ""} == {
        "Verktyg": "",
        "Språkmodell": "stor-modell",
        "Språkmodellens värd": "modell.exempel.se",
        "Granskningsläge": "utkast",
        "Anteckningarnas SHA-256": "ab12",
        "Deltagarlistans SHA-256": "cd34",
    }


def test_a_text_without_a_model_says_so(trip: Trip, trip_type: ReportType) -> None:
    known = metadata(trip(origin=Origin()), trip_type)
    assert "utan språkmodell" in known.description
    assert [name for name, _ in known.record] == ["Verktyg", "Språkmodell", "Granskningsläge"]
    assert dict(known.record)["Språkmodell"] == "ingen"


def test_a_long_value_is_cut_and_shows_it(trip: Trip, trip_type: ReportType) -> None:
    title = metadata(trip(title="ö" * 1000), trip_type).title
    assert len(title) == LONGEST
    assert title.endswith("ö…")


def test_custom_properties_are_numbered_from_two_and_escaped() -> None:
    root = ElementTree.fromstring(custom_properties((("Mo<dell", 'a & "b"'), ("Värd", "c"))))
    found = [(one.get("pid"), one.get("name"), "".join(one.itertext())) for one in root]
    assert found == [("2", "Mo<dell", 'a & "b"'), ("3", "Värd", "c")]
