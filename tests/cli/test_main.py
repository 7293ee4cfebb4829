"""The way in: options before and after, commands found by their files, exit codes, errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import __version__
from quiz.cli import commands, main
from tests.cli.conftest import Run

CLI = Path(commands.__file__).parent


def test_help_lists_every_command_with_what_it_does(quiz: Run) -> None:
    ran = quiz("--help")
    assert ran.code == 0
    listed = ran.out.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert [row.split()[0] for row in listed] == commands.names()
    assert {"check", "packs", "paths", "fmt", "new", "schema"} <= set(commands.names())
    assert "game" not in commands.names()
    for row in listed:
        assert row.endswith("."), row
        assert len(row) <= 100, row


@pytest.mark.parametrize("name", commands.names())
def test_every_command_says_what_it_does(quiz: Run, name: str) -> None:
    ran = quiz(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: quiz {name} ")
    assert "--packs DIR" in ran.out
    assert "--saves DIR" in ran.out


def test_version(quiz: Run) -> None:
    assert quiz("--version").out == f"quiz {__version__}\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chek"], 'Did you mean "check"?'),
        (["nonsense-that-is-far-off"], "there is no command"),
        (["game"], "there is no command"),
        (["../cli/packs"], "there is no command"),
        (["--nope"], "no option --nope"),
        (["--packs"], "wants a folder"),
        (["--saves=", "packs"], "wants a folder"),
        (["packs", "--nope"], "--nope"),
        (["packs", "extra"], "extra"),
    ],
)
def test_misuse_is_2_and_says_why_on_standard_error(quiz: Run, words: list[str], says: str) -> None:
    ran = quiz(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err


@pytest.mark.parametrize("where", ["before", "after", "equals"])
def test_folders_are_named_before_or_after_the_command(
    quiz: Run, tmp_path: Path, where: str
) -> None:
    saves, packs = str(tmp_path / "s"), str(tmp_path / "p")
    named = ["--saves", saves, "--packs", packs]
    if where == "equals":
        named = [f"--saves={saves}", f"--packs={packs}"]
    ran = quiz("paths", "--json", *named) if where == "after" else quiz(*named, "paths", "--json")
    assert ran.data["saves"] == saves
    assert packs in ran.data["packs"]
    assert len(ran.data["packs"]) == 3


def test_paths_are_shown_to_people(quiz: Run, tmp_path: Path) -> None:
    ran = quiz("paths")
    assert f"saves   {tmp_path / 'saves'}" in ran.out.splitlines()


def test_a_known_error_is_one_message_with_a_way_out(quiz: Run, tmp_path: Path) -> None:
    ran = quiz("check", str(tmp_path / "missing.toml"))
    assert (ran.code, ran.out) == (1, "")
    assert "missing.toml" in ran.err
    assert "Name a pack file" in ran.err
    assert "Traceback" not in ran.err


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupted)
    assert main(["packs"]) == 130


def test_a_closed_pipe_is_quiet() -> None:
    run = f"{sys.executable} -m quiz check --rules | true"
    done = subprocess.run(["sh", "-c", run], capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    "words", ["packs", "play on-set --plain --questions 1 --player T --seed 7"]
)
def test_streams_that_are_closed_are_no_reason_to_stop(
    tmp_path: Path, words: str, closed: str
) -> None:
    run = f"{sys.executable} -m quiz --saves {tmp_path} {words} {closed}"
    done = subprocess.run(["sh", "-c", run], input=b"a\n", capture_output=True, check=False)
    unheard = words.startswith("play") and "<" in closed
    assert (done.returncode, done.stderr) == (int(unheard), b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "words", ["packs", "play on-set --plain --questions 1 --player T --seed 7"]
)
def test_a_full_disk_under_standard_output_is_one_sentence(tmp_path: Path, words: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quiz", "--saves", str(tmp_path), *words.split()],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == (f"quiz: the system refused: [Errno 28] {os.strerror(28)}\n")


def test_a_file_that_is_no_command_is_none() -> None:
    assert commands.summary("packs").startswith("list the packs")
    stems = {file.stem for file in CLI.glob("*.py")}
    assert {"root", "report", "commands"} <= stems - set(commands.names())
