"""The wheel holds all that a game needs: built, installed into an empty environment, played."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`quiz` in an environment that holds nothing but the wheel; the rest comes from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    wheel = folder / told(sys.executable, "-c", build, cwd=ROOT).split()[-1]
    there = folder / "env"
    paths = {"base": str(there), "platbase": str(there)}
    has_pip = importlib.util.find_spec("pip") is not None
    venv.create(there, with_pip=not has_pip, symlinks=os.name != "nt")
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    pip = (sys.executable, "-m", "pip", "--python", str(scripts / "python"))
    told(
        *(pip if has_pip else (str(scripts / "python"), "-m", "pip")),
        *("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"),
        str(wheel),
    )
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return scripts / "quiz"


def told(*argv: str, cwd: Path | None = None, **env: str) -> str:
    """What a program prints; it must end well."""
    run = subprocess.run(
        argv, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def quiz(command: Path, home: Path, *words: str, typed: str = "") -> CompletedProcess[str]:
    """Run the installed command, with a home of its own and far from the checkout."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("QUIZ_")}
    return subprocess.run(
        [str(command), *words],
        cwd=home,
        env={**env, "HOME": str(home), "PYTHONPATH": ""},
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_a_round_is_played_from_the_wheel(command: Path, tmp_path: Path) -> None:
    where = json.loads(quiz(command, tmp_path, "paths", "--json").stdout)
    assert str(command.parents[1]) in where["packs"][0]
    packs = json.loads(quiz(command, tmp_path, "packs", "--json").stdout)
    assert len(packs) >= 5
    assert all(not pack["problems"] for pack in packs)
    words = ("play", "oscar-records", "--plain", "--questions", "5", "--seed", "7")
    played = quiz(command, tmp_path, *words, "--player", "Tester", typed="a\n" * 5)
    assert played.returncode == 0, played.stderr
    assert "The end." in played.stdout
    scores = json.loads(quiz(command, tmp_path, "scores", "--json").stdout)
    assert [score["player"] for score in scores] == ["Tester"]
    assert any(tmp_path.rglob("highscores.toml")), "saves stand in the platform's data folder"
