"""Two tables hold the house up: which floor knows which, and which door each library uses."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "drafter"

# From the roof down. A module may import its own room and the floors below.
FLOORS = (
    {"__main__"},
    {"cli"},
    {"console"},
    {"commands", "doctor"},
    {"forecast"},
    {"intake", "preview"},
    {"checking", "custody"},
    {"holding"},
    {"pipeline", "export"},
    {"job"},
    {"steps", "checks"},
    {"llm", "library"},
    {"text"},
    {"nouns"},
    {"errors", "__init__"},
)

# Third-party libraries and the only modules where they may show.
DOORS = {
    "docx": {"export/word.py", "library/manuscript/word.py"},
    "filelock": {"library/locks.py"},
    "hunspell": {"library/spelling.py"},
    "httpx2": {"llm/bounds.py", "llm/client.py", "llm/gate.py", "llm/mapping.py"},
    "langchain_core": {"library/prompts.py", "llm/mapping.py", "llm/remote.py"},
    "langchain_openai": {"llm/client.py", "llm/remote.py"},
    "langsmith": {"llm/remote.py"},
    "openai": {"llm/client.py", "llm/mapping.py"},
    "platformdirs": {"library/profiles.py"},
    "pydantic": {"library/shapes.py"},
    "pydantic_core": {"library/shapes.py"},
    "regex": {"text/language/patterns.py"},
    "rich": {"console/progress.py", "console/terminal.py"},
    "tomllib": {"library/toml.py"},
    "typer": {"cli/__init__.py", "cli/app.py", "cli/options.py", "cli/usage.py"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    """The room of a module: its folder, or its own name when it stands in the package's root."""
    first = module.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: importera med hela namnet, inte med punkter"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def floor(name: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(module: Path) -> None:
    here = room(module)
    for name in imported(module):
        if not name.startswith("drafter.") or name == "drafter.__version__":
            continue
        there = name.split(".")[1]
        if there == here:
            continue
        assert floor(there) > floor(here), (
            f"{module.relative_to(ROOT)} imports {name}: {there} is not below {here}. "
            "Pass it in from above instead."
        )


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_its_door(module: Path) -> None:
    place = str(module.relative_to(PACKAGE).as_posix())
    for name in imported(module):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or place in doors, f"{name} belongs in {doors}, not in {place}"


def test_only_the_guarded_way_leads_to_a_model() -> None:
    """Who asks a model goes through custody; the doctor only asks which models there are."""
    inside = {"llm/client.py", "llm/remote.py", "llm/service.py"}
    users = {
        str(module.relative_to(PACKAGE).as_posix())
        for module in MODULES
        if {"drafter.llm.remote", "drafter.llm.gate"} & imported(module)
    }
    assert users - inside == {"doctor.py"}


def test_every_room_stands_on_a_floor() -> None:
    known = set().union(*FLOORS)
    assert {room(module) for module in MODULES} <= known


def test_the_picture_shows_every_room_and_door() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, picture, table = text.partition("## Four laws")[0].split("```")
    rooms = {room(module) for module in MODULES} - {"__init__"}
    drawn = {f"{one}/" if (PACKAGE / one).is_dir() else f"{one}.py" for one in rooms}
    assert {one for one in drawn if one not in picture} == set()
    rows = (
        line.strip("|").split("|") for line in table.splitlines() if "`" in line and "|" in line
    )
    doors = {
        library.strip(): set(re.findall(r"`([^`]+)`", places))
        for libraries, places in rows
        for library in libraries.split(",")
    }
    assert doors == DOORS


def test_every_module_has_its_sentence() -> None:
    for module in MODULES:
        assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))), module
