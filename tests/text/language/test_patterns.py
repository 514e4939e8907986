import pytest

from drafter.errors import SettingsError
from drafter.text.language.documents import read_passages
from drafter.text.language.patterns import Change, Pattern, Turn
from drafter.text.language.rules import Document


def fixes(pattern: Pattern, text: str) -> list[str | None]:
    return [one.fix for one in pattern(Document(read_passages(text)))]


def test_a_template_is_filled_and_the_capital_kept() -> None:
    pattern = Pattern("x", r"\bskall (\w+)", Change(r"ska \1"), folds_case=True)
    assert fixes(pattern, "Skall gå. Det skall ske.") == ["Ska gå", "ska ske"]


def test_a_match_may_be_turned() -> None:
    assert fixes(Pattern("x", "Februari", Change(turn=Turn.LOWER)), "I Februari.") == ["februari"]
    assert fixes(Pattern("x", r"\(mp\)", Change(turn=Turn.UPPER)), "Ek (mp).") == ["(MP)"]


def test_words_are_exchanged_where_they_stand() -> None:
    change = Change(words={"mkr": "miljoner kronor", "tis": "tisdag"})
    assert fixes(Pattern("x", r"(?<=\d )Mkr", change), "Det kostar 4 Mkr.") == ["miljoner kronor"]
    assert fixes(Pattern("x", r"(?<byt>[Tt]is) \d", change), "Tis 4 maj.") == ["Tisdag 4"]


def test_lists_are_named_in_the_pattern() -> None:
    pattern = Pattern("x", r"\b\L<land>\b", lists={"land": ("Norge", "Island")})
    assert len(fixes(pattern, "Norge, Sverige och Island.")) == 2


def test_headings_and_text_are_apart() -> None:
    text = "# Mål.\n\nMål."
    assert len(fixes(Pattern("x", "Mål"), text)) == 1
    assert len(fixes(Pattern("x", "Mål", in_headings=True), text)) == 1


def test_a_pattern_that_runs_away_is_stopped_and_named() -> None:
    pattern = Pattern("sprak.egen (egna.toml)", r"^(?:a|aa|a*)*(?=b)(\w+\w+)+$c|((a+)+)+\1x")
    with pytest.raises(SettingsError, match=r"sprak\.egen \(egna\.toml\)"):
        fixes(pattern, "a" * 5000)


def test_what_cannot_be_understood_is_told() -> None:
    with pytest.raises(SettingsError, match="går inte att förstå"):
        fixes(Pattern("x", "("), "Ett brev.")


def test_a_pattern_is_tried_only_where_one_of_its_signs_stands() -> None:
    fits_all = Pattern("x", r"\b\w+", signs=("mö", "n 0 ", "FN ", "fem "))
    assert len(fixes(fits_all, "Ett brev.\n\nEtt MÖTE.\n\nDen\u00a03 maj.")) == 5
    assert len(fixes(fits_all, "Vi är fem")) == 3
    assert len(fixes(fits_all, "Mot FN och\n\nnågon för fn och")) == 3
