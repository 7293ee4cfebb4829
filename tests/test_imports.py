"""What may be imported when, in a fresh interpreter; and how a module looks."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "quiz").rglob("*.py"))
PARSED = {module: ast.parse(module.read_text("utf-8")) for module in MODULES}
KNOW_PYDANTIC = {"quiz/core/question.py", "quiz/core/pack.py"}
BANNED_NAMES = {"utils", "util", "helpers", "manager", "handler", "data", "common"}


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def loaded(code: str) -> set[str]:
    """The modules that are loaded after running a piece of code in a new interpreter."""
    report = "; import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + report],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def every(package: str) -> str:
    """Code that imports all modules of a package."""
    names = [name(m).removesuffix(".py").replace("/", ".") for m in MODULES]
    below = [n.removesuffix(".__init__") for n in names if n.startswith(f"quiz.{package}")]
    return "import " + ", ".join(below)


LAYERS = [p for p in ("core", "store", "draw", "author") if list((ROOT / "quiz" / p).glob("*.py"))]


@pytest.mark.parametrize("package", LAYERS)
def test_nothing_below_the_screen_knows_the_screen(package: str) -> None:
    assert loaded(every(package)).isdisjoint({"textual", "rich", "click"})


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["--saves", "x", "--help"]])
def test_help_needs_neither_textual_nor_pydantic_nor_click(words: list[str]) -> None:
    heavy = {"textual", "rich", "pydantic", "pydantic_core", "click", "tomli", "platformdirs"}
    assert loaded(f"from quiz.cli import main; main({words!r})").isdisjoint(heavy)


def test_packs_are_listed_without_parser_or_models() -> None:
    code = (
        "from quiz.store.places import find_places; from quiz.store.library import Library; "
        "assert Library(find_places()).headers()"
    )
    heavy = {"pydantic", "pydantic_core", "tomli", "textual", "difflib", "fsrs", "rapidfuzz"}
    assert loaded(code).isdisjoint(heavy)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_says_what_it_is_and_is_short(module: Path) -> None:
    assert ast.get_docstring(PARSED[module]), "a docstring is missing"
    assert len(module.read_text("utf-8").splitlines()) <= 300
    assert module.stem not in BANNED_NAMES


def test_the_median_module_is_short() -> None:
    lines = [len(module.read_text("utf-8").splitlines()) for module in MODULES]
    assert median(lines) <= 120


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_only_questions_kinds_and_packs_import_pydantic(module: Path) -> None:
    if name(module) in KNOW_PYDANTIC or name(module).startswith("quiz/core/kinds/"):
        return
    assert imported(PARSED[module]).isdisjoint({"pydantic", "pydantic_core"})


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_toml_is_never_read_with_the_slow_parser(module: Path) -> None:
    assert "tomllib" not in imported(PARSED[module])


@pytest.mark.parametrize("module", [m for m in MODULES if "/core/" in m.as_posix()], ids=name)
def test_the_core_has_no_clock_no_files_and_no_chance_of_its_own(module: Path) -> None:
    tree = PARSED[module]
    assert imported(tree).isdisjoint({"os", "io", "pathlib", "shutil", "tempfile", "time", "click"})
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert called.isdisjoint({"open", "print", "input", "datetime.now", "date.today"})
    assert not {call for call in called if call.startswith("random.")}


def imported(tree: ast.Module) -> set[str]:
    """The packages that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
