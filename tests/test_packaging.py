"""What is installed is all that drafter needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel, built with the tools that are installed."""
    target = tmp_path_factory.mktemp("hjul")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = target.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_the_wheel_holds_every_prompt_file(wheel: set[str]) -> None:
    ours = {path.relative_to(ROOT) for path in (ROOT / "prompts").rglob("*") if path.is_file()}
    assert ours
    assert {f"drafter/{path.as_posix()}" for path in ours} <= wheel


def test_the_wheel_holds_every_module_and_the_word_template(wheel: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "drafter").rglob("*.py")}
    assert modules <= wheel
    assert "drafter/export/template.docx" in wheel


def test_the_wheel_holds_no_tests(wheel: set[str]) -> None:
    assert not any(name.startswith(("tests/", "samples/", "tools/")) for name in wheel)
