"""`quiz check` on 100,000 questions against the bare parser and the bare models."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

QUESTIONS = 100_000
TIMES = 5
LIMIT = 3.0
_SOUNDS = "ka lo mi ren sta vor bel dun tri pex mal gor fin sel tam wex qui zor pla nim"
_SYLLABLES = tuple(_SOUNDS.split())


def rows(questions: int = QUESTIONS, times: int = TIMES) -> list[tuple[str, ...]]:
    """Measure in turns in one process; medians, and the ratio with its limit."""
    size = f"{questions:,} questions"
    told = []
    for text, what in ((large_pack(questions), ""), (flawed(questions), ", hundreds of problems")):
        plain, fast, full = _measured(text, times)
        told += [
            _row(f"quiz check / tomli and the models, {size}{what}", full, plain),
            _row(f"quiz check / the same with garbage collection off{what}", full, fast),
        ]
    return told


def _measured(text: str, times: int) -> tuple[float, float, float]:
    """Median seconds of the bare parser and models, the same uncollected, and `quiz check`."""
    from quiz.author.check import check
    from quiz.core.pack import Pack
    from quiz.store.packs import inspect, uncollected

    with TemporaryDirectory() as folder:
        file = Path(folder) / "large.toml"
        file.write_text(text, "utf-8")

        def bare() -> object:
            import tomli

            return Pack.model_validate(tomli.loads(file.read_text("utf-8")))

        def ours() -> object:
            with uncollected():
                reading = inspect(file)
                assert reading.pack is not None
                return reading.placed(check(reading.pack, reading.sound))

        def bare_uncollected() -> object:
            with uncollected():
                return bare()

        timed = [(_timed(bare), _timed(bare_uncollected), _timed(ours)) for _ in range(times)]
    plain, fast, full = (median(column) for column in zip(*timed, strict=True))
    return plain, fast, full


def _row(what: str, ours: float, other: float) -> tuple[str, ...]:
    """Word one comparison."""
    return what, f"{ours:.2f} s", f"{other:.2f} s", f"{ours / other:.2f}", f"<= {LIMIT:g}"


def large_pack(questions: int) -> str:
    """Write a pack of sound questions in made-up words, the same every time."""
    rng = Random(1)

    def words(count: int) -> str:
        return " ".join(
            "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))) for _ in range(count)
        )

    head = (
        'format = 1\nid = "large"\ntitle = "A large pack"\n\n[[document]]\nid = "d"\ntitle = "D"\n'
    )
    return head + "".join(
        f"""
[[question]]
id = "q-{number}"
kind = "choice"
prompt = "Which {words(10)}?"
answer = "{words(2).title()}"
distractors = ["{words(2).title()}", "{words(2).title()}", "{words(2).title()}"]
explanation = "{words(14).capitalize()}."
difficulty = {number % 5 + 1}
tags = ["made-up"]
cite = [{{ document = "d", paragraph = {number % 30 + 1}, says = ["{words(2)}"] }}]
"""
        for number in range(questions)
    )


def flawed(questions: int) -> str:
    """Write the same pack with a few hundred explanations missing, and a few of several lines."""
    parts = large_pack(questions).split("explanation = ")
    for number in range(1, len(parts), max(1, questions // 300)):
        parts[number] = parts[number].partition("\n")[2]
    for number in range(2, len(parts), max(1, questions // 3)):
        told, end, rest = parts[number].partition("\n")
        parts[number] = f'""{told}""{end}{rest}'
    return "".join(
        part if part.startswith("difficulty") or not number else f"explanation = {part}"
        for number, part in enumerate(parts)
    )


def _timed(run: Callable[[], object]) -> float:
    """Seconds that one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start
