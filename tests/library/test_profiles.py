from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.profiles import choose_profile, rules_off
from drafter.nouns import Hosting, Limits, Prices, Profile

TOML = """
standard = "hemma"

[modeller.hemma]
bas_url = "http://localhost:11434/v1"
modell = "liten"

[modeller.sverige]
bas_url = "https://modell.example.se/v1"
modell = "stor"
klass = "se"
nyckel_i = "MIN_NYCKEL"

[modeller.okand]
bas_url = "https://modell.example.org/v1"
modell = "stor"

[modeller.borta]
bas_url = "https://modell.example.com/v1"
modell = "stor"
klass = "tredjeland"

[modeller.beslutad]
bas_url = "https://modell.example.com/v1"
modell = "stor"
klass = "tredjeland"
tillat_tredjeland = true

[modeller.fel]
bas_url = "modell.example.se"
modell = "stor"
klass = "se"

[regler]
av = ["sprak"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafter.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


def test_no_model_is_chosen_where_nothing_is_configured(tmp_path: Path) -> None:
    assert choose_profile(tmp_path, "") is None


def test_no_model_is_a_choice(folder: Path) -> None:
    assert choose_profile(folder, "ingen") is None


def test_the_standard_profile_is_used_unasked(folder: Path) -> None:
    profile = choose_profile(folder, "")
    assert profile
    assert (profile.name, profile.host, profile.hosting) == ("hemma", "localhost", Hosting.LOCAL)


def test_a_profiles_key_comes_from_its_variable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIN_NYCKEL", "hemlig")
    profile = choose_profile(folder, "sverige")
    assert profile
    assert profile.key == "hemlig"
    assert "hemlig" not in repr(profile)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("okand", "Det framgår inte var modell.example.org finns"),
        ("borta", "tredjeland"),
        ("fel", "ingen webbadress"),
        ("sverge", "finns inte i någon drafter.toml"),
        ("sverige", "MIN_NYCKEL"),
    ],
)
def test_a_profile_that_must_not_be_used_is_an_error(folder: Path, name: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        choose_profile(folder, name)
    assert message in caught.value.message


def test_a_misspelt_profile_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        choose_profile(folder, "sverge")
    assert "Menade du »sverige«?" in caught.value.hint


def test_a_third_country_may_be_decided_upon(folder: Path) -> None:
    profile = choose_profile(folder, "beslutad")
    assert profile
    assert profile.hosting is Hosting.THIRD_COUNTRY


def test_the_environment_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_BASE_URL", "http://127.0.0.1:8000/v1")
    monkeypatch.setenv("DRAFTER_MODEL", "liten")
    profile = choose_profile(tmp_path, "")
    assert profile
    assert (profile.model, profile.hosting) == ("liten", Hosting.LOCAL)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"BASE_URL": "http://127.0.0.1/v1"}, "DRAFTER_MODEL"),
        ({"BASE_URL": "https://x.example/v1", "MODEL": "m"}, "framgår inte"),
        ({"BASE_URL": "https://x.example/v1", "MODEL": "m", "KLASS": "mars"}, "DRAFTER_KLASS"),
        ({"BASE_URL": "https://x.example/v1", "MODEL": "m", "KLASS": "tredjeland"}, "tredjeland"),
    ],
)
def test_an_environment_that_does_not_say_enough_is_an_error(
    values: dict[str, str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in values.items():
        monkeypatch.setenv(f"DRAFTER_{name}", value)
    with pytest.raises(SettingsError, match=message):
        choose_profile(tmp_path, "")


def test_rules_are_switched_off_by_the_user_too(folder: Path) -> None:
    assert rules_off(folder) == ("sprak",)


LIMITED = """
[modeller.dyr]
bas_url = "http://localhost:1/v1"
modell = "stor"
{}
"""


def limited(folder: Path, *keys: str) -> Profile:
    (folder / "drafter.toml").write_text(LIMITED.format("\n".join(keys)), encoding="utf-8")
    profile = choose_profile(folder, "dyr")
    assert profile
    return profile


def test_limits_and_prices_are_read(tmp_path: Path) -> None:
    profile = limited(
        tmp_path, "anrop_per_minut = 60", "max_kostnad = 2.5", "pris_in = 5", 'valuta = "EUR"'
    )
    assert profile.limits == Limits(requests=60, cost=2.5)
    assert profile.prices == Prices(sent=5, currency="EUR")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["max_kostnad = 2.5"], "inga priser"),
        (["pris_in = -1"], "inte går att använda"),
        (["tokens_per_minut = -1"], "inte går att använda"),
        (["max_kostnad = nan", "pris_in = 1"], "inte går att använda"),
    ],
)
def test_senseless_sums_are_refused(tmp_path: Path, keys: list[str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        limited(tmp_path, *keys)
