"""Real processes: answers from a pipe, narrow encodings, closed pipes, Ctrl-C."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.terminal import QUIZ, Terminal

ROUND = ("play", "oscar-records", "--plain", "--seed", "7", "--questions", "5")


def run(
    saves: Path, words: Sequence[str], typed: str = "", **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program, with answers from a pipe."""
    return subprocess.run(
        [*QUIZ, *words],
        input=typed.encode(),
        env={**os.environ, "QUIZ_SAVES": str(saves), **env},
        capture_output=True,
    )


def test_printf_plays_a_round_and_scores_list_it(tmp_path: Path) -> None:
    played = run(tmp_path, (*ROUND, "--player", "Tester"), "a\nb\nc\nd\na\n")
    assert played.returncode == 0, played.stderr
    (score,) = json.loads(run(tmp_path, ("scores", "--json")).stdout)
    assert score["player"] == "Tester"
    assert score["ranked"] is False


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_locale_will_do(tmp_path: Path, encoding: str) -> None:
    words = ("play", "palme-dor-history", "--plain", "--player", "Zoë")
    env = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": encoding,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    played = run(tmp_path, words, "a\n" * 20, **env)
    assert played.returncode == 0, played.stderr
    assert "The end." in played.stdout.decode(encoding)


def test_a_closed_pipe_ends_quietly_and_saved(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*QUIZ, *ROUND, "--player", "Tester"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QUIZ_SAVES": str(tmp_path)},
    ) as game:
        assert game.stdin
        assert game.stdout
        assert game.stderr
        game.stdout.readline()
        game.stdout.close()
        game.stdin.write(b"a\nb\n")
        game.stdin.close()
        complaint = game.stderr.read()
        assert game.wait(20) == 1
    assert complaint == b""


def test_ctrl_c_leaves_with_130_and_says_where_it_goes_on(tmp_path: Path) -> None:
    words = (*QUIZ, "--saves", str(tmp_path), "play", "oscar-records", "--plain")
    with Terminal((*words, "--player", "Tester")) as terminal:
        terminal.wait("Your answer:")
        terminal.press("a", "enter")
        terminal.wait("Question 2 of 10")
        terminal.press("ctrl+c")
        assert terminal.end() == 130
        assert "Oscar Records is saved at question 2 of 10." in terminal.text.replace("\n", "")


def test_a_first_player_is_asked_once_in_a_terminal(tmp_path: Path) -> None:
    words = (*QUIZ, "--saves", str(tmp_path), "play", "oscar-records", "--plain")
    with Terminal(words) as terminal:
        terminal.wait("Your name [")
        terminal.send("Zoë\n")
        terminal.wait("Your answer:")
        terminal.send("e\n")
        terminal.wait("That is none of the options.")
        terminal.send("/quit\n")
        assert terminal.end() == 0
    with Terminal(words) as terminal:
        assert "Your name" not in terminal.wait("This round was waiting for you")


def test_a_round_is_played_in_one_place_at_a_time(tmp_path: Path) -> None:
    words = ("play", "oscar-records", "--plain", "--player", "Tester")
    with Terminal((*QUIZ, "--saves", str(tmp_path), *words)) as terminal:
        terminal.wait("Your answer:")
        second = run(tmp_path, words, "a\n")
        assert second.returncode == 1
        assert b"Another window has it open." in second.stderr
