"""Every test runs alone: no user settings, no model from the environment."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("BASE_URL", "MODEL", "API_KEY", "KLASS"):
        monkeypatch.delenv(f"DRAFTER_{name}", raising=False)
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "hem"))
