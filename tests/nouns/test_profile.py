import pytest

from drafter.nouns import Hosting, Profile, is_loopback


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1", "modell.localhost"])
def test_an_address_of_this_machine_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "10.0.0.1", "0.0.0.0", "localhost.se", "127.0.0.1.nip.se"])
def test_any_other_address_is_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://localhost:11434/v1", "localhost"),
        ("https://modell.example.se/v1", "modell.example.se"),
        ("http://[::1]:8000/v1", "::1"),
        ("http://[::1/v1", ""),
        ("skräp", ""),
    ],
)
def test_the_host_is_read_from_the_address(url: str, host: str) -> None:
    assert Profile("p", url, "m", Hosting.LOCAL).host == host


def test_a_key_is_never_shown() -> None:
    assert "hemlig" not in repr(Profile("p", "http://localhost", "m", Hosting.LOCAL, key="hemlig"))
