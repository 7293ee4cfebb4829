"""Program start to home with five titles and counts painted, against a bare Textual app."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.screen import HELLO, QUIZ, Painted, fresh_saves, row, surroundings

RUNS = 11
HOME = (b"Oscar Records", b"The Story and the Money", b"questions in 5 packs")
CROWD = (b"Oscar Records", b"questions in 105 packs")
GREETING = (b"Hello, world",)


def rows() -> list[tuple[str, ...]]:
    """Wall time from the start of the process to the last text that is waited for, in turns."""
    with tempfile.TemporaryDirectory(prefix="palmares-packs-") as folder:
        crowd(Path(folder), packs=100, questions=1000)
        plain = played_before(fresh_saves())
        full = {**plain, "QUIZ_PACKS": folder}
        hello: list[float] = []
        few: list[float] = []
        many: list[float] = []
        for _ in range(RUNS + 1):
            hello.append(milliseconds(HELLO, GREETING, plain))
            few.append(milliseconds(QUIZ, HOME, plain))
            many.append(milliseconds(QUIZ, CROWD, full))
    return [
        row(f"home, 5 packs, {RUNS} runs", few[1:], hello[1:], "<= 1.25"),
        row("home, 100 packs of 1,000 questions more", many[1:], hello[1:], "<= 1.35"),
    ]


def milliseconds(
    argv: tuple[str, ...], needles: tuple[bytes, ...], env: Mapping[str, str]
) -> float:
    """Milliseconds until everything is painted."""
    painted = Painted(argv, needles, env)
    painted.stop()
    return painted.took * 1000


def played_before(saves: Path) -> Mapping[str, str]:
    """The environment of somebody who is known here: home, not the first start, comes first."""
    from quiz.store.places import find_places
    from quiz.store.players import Players
    from tests.conftest import NOON

    players = Players(find_places(saves=saves), lambda: NOON)
    players.remember(players.create("Mira"))
    return surroundings(saves)


def crowd(folder: Path, packs: int, questions: int) -> None:
    """Write many packs of many questions."""
    for n in range(packs):
        lines = [f'format = 1\nid = "crowd-{n}"\ntitle = "Crowd {n}"\nversion = "1"\n']
        lines += [
            f'[[question]]\nid = "q{q}"\nkind = "number"\nprompt = "What is {q} plus {n}?"\n'
            f"answer = {q + n}\n"
            for q in range(questions)
        ]
        (folder / f"crowd-{n}.toml").write_text("\n".join(lines), encoding="utf-8")
