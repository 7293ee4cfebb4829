"""Killed at any moment, the plain game goes on where it was, and no judged answer is lost."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from quiz.cli import main
from tests.e2e.kept import Kept
from tests.e2e.terminal import QUIZ, Terminal, until

PROMPT = b"Your answer: "
OVER = b"Enter for the results"
STANDING = re.compile(r"Question (\d+) of \d+\. .*?([\d,]+) points?[.,]")
VERDICT = re.compile(r"^(?:Right|Wrong|No idea)\. .*\d points?[.:].*\n", re.MULTILINE)
WORDS = ("play", "oscar-records", "--plain", "--questions", "all", "--player", "Tester")


@dataclass
class Life:
    """What a game showed, and what it was told, between its start and its end.

    `questions` are those shown, by number: the points at that time, and prompt and options as
    lines; `verdicts` counts those shown; `sent` are the letters that were typed.
    """

    questions: dict[int, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    verdicts: int = 0
    sent: list[str] = field(default_factory=list)

    def look(self, raw: bytes) -> None:
        """Read what stands on the terminal; a question that was cut off does not count."""
        text = raw.decode(errors="replace").replace("\r", "")
        self.verdicts = len(VERDICT.findall(text))
        for block in text.split("\n\n"):
            head, _, rest = block.partition("\n")
            standing = STANDING.match(head)
            if standing and PROMPT.decode() in rest:
                lines = rest[: rest.index(PROMPT.decode())].splitlines()
                points = int(standing[2].replace(",", ""))
                self.questions[int(standing[1])] = points, tuple(lines)


def live(terminal: Terminal, rng: Random, life: Life) -> None:
    """Answer some questions, or none, until the moment of death."""
    if rng.random() < 0.25:
        until(terminal, time.monotonic() + rng.uniform(0.0, 0.4))
        return
    for _ in range(rng.randrange(1, 4)):
        while terminal.raw.count(PROMPT) == len(life.sent):
            if OVER in terminal.raw or not terminal.read(10):
                return
        life.sent.append(rng.choice("ab"))
        terminal.send(life.sent[-1] + "\n")
    until(terminal, time.monotonic() + rng.uniform(0.0, 0.005))


def kill_again_and_again(
    run: Callable[[], int] | tuple[str, ...], saves: Path, rng: Random, kills: int
) -> None:
    """Kill a game, look at what it left behind, and go on with it."""
    known: dict[tuple[str, int], tuple[str, ...]] = {}
    for _ in range(kills):
        before, life = Kept.of(saves), Life()
        with Terminal(run) as terminal:
            live(terminal, rng, life)
            terminal.close()
            life.look(terminal.raw)
        after = Kept.of(saves)
        new = after.since(before)
        base = len(after.attempts) - len(new)
        assert life.verdicts <= len(new) <= len(life.sent), "a verdict was shown and not kept"
        if life.questions:
            assert min(life.questions) == base + 1, "it goes on at another question"
        for number, (points, lines) in life.questions.items():
            assert known.setdefault((after.round, number), lines) == lines, "options moved"
            assert points == after.points(number - 1)
        for number, (letter, attempt) in enumerate(zip(life.sent, new, strict=False), base + 1):
            rows = (row.partition(": ") for row in known[after.round, number])
            meant = (text for label, _, text in rows if f" {letter.upper()} of " in label)
            assert attempt["given"][0] == next(meant, letter)


def forked(saves: Path) -> Callable[[], int]:
    """The command, run in a fork of this process."""
    return lambda: main(["--saves", str(saves), *WORDS])


@pytest.fixture(autouse=True)
def _imported() -> None:
    """Import what the game imports, once for all forks."""


def test_killed_at_25_moments(tmp_path: Path) -> None:
    kill_again_and_again(forked(tmp_path / "saves"), tmp_path / "saves", Random(1), 25)


def test_killed_as_a_program_of_its_own(tmp_path: Path) -> None:
    saves = tmp_path / "saves"
    kill_again_and_again((*QUIZ, "--saves", str(saves), *WORDS), saves, Random(2), 3)


@pytest.mark.faults
def test_killed_at_100_moments(tmp_path: Path) -> None:
    kill_again_and_again(forked(tmp_path / "saves"), tmp_path / "saves", Random(), 100)
