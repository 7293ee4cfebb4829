"""Importers on 50,000 questions against the bare parser of the same file."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

_SOUNDS = "ka lo mi ren sta vor bel dun tri pex mal gor fin sel tam wex qui zor pla nim"
_SYLLABLES = tuple(_SOUNDS.split())
QUESTIONS = 50_000
TIMES = 5
LIMIT = 3.0


def rows(questions: int = QUESTIONS, times: int = TIMES) -> list[tuple[str, ...]]:
    """Measure in turns in one process; medians, and the ratio with its limit."""
    from quiz.author.decoding import source
    from quiz.author.importing import named, results
    from quiz.store.packs import uncollected

    table = []
    for name, form, content, bare in _files(questions):

        def ours(content: bytes = content, form: str = form) -> int:
            told, _ = source("large", content)
            return sum(1 for _ in results(told, named(form)))

        assert ours() == questions + (form == "csv"), name
        timed = []
        for _ in range(times):
            with uncollected():
                timed.append((_timed(ours), _timed(lambda c=content, b=bare: b(c))))  # type: ignore[misc]
        full, plain = (median(column) for column in zip(*timed, strict=True))
        table.append(_row(f"{name}, {questions:,} questions", full, plain))
    return table


def _row(what: str, ours: float, other: float) -> tuple[str, ...]:
    return what, f"{ours:.2f} s", f"{other:.2f} s", f"{ours / other:.2f}", f"< {LIMIT:g}"


def _timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _files(count: int) -> list[tuple[str, str, bytes, Callable[[bytes], object]]]:
    """The same questions in several formats, each with the parser that knows its syntax only."""
    rng = Random(1)

    def words(many: int) -> str:
        return " ".join(
            "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))) for _ in range(many)
        )

    asked = [(f"Which {words(8)}?", *(words(2).title() for _ in range(4))) for _ in range(count)]
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(["Question", "Answer", "Wrong 1", "Wrong 2", "Wrong 3"])
    writer.writerows(asked)
    two = "\n".join(f"{prompt},{answer}" for prompt, answer, *_ in asked)
    listed = [
        {
            "type": "multiple",
            "difficulty": "easy",
            "category": "Film",
            "question": prompt,
            "correct_answer": answer,
            "incorrect_answers": wrong,
        }
        for prompt, answer, *wrong in asked
    ]
    answers = '<answer fraction="{}" format="html"><text>{}</text></answer>'
    questions = "".join(
        f'<question type="multichoice"><name><text>q</text></name><questiontext format="html">'
        f"<text><![CDATA[<p>{prompt}</p>]]></text></questiontext><single>true</single>"
        f"{answers.format(100, answer)}"
        f"{''.join(answers.format(0, text) for text in wrong)}</question>\n"
        for prompt, answer, *wrong in asked
    )
    return [
        ("CSV / csv.reader", "csv", table.getvalue().encode(), _csv),
        ("CSV / csv.DictReader", "csv", table.getvalue().encode(), _dicts),
        ("CSV of two columns / csv.reader", "csv", two.encode(), _csv),
        (
            "Open Trivia DB / json.loads",
            "opentdb",
            json.dumps({"results": listed}).encode(),
            json.loads,
        ),
        ("Moodle XML / defusedxml", "moodle-xml", f"<quiz>{questions}</quiz>".encode(), _xml),
    ]


def _csv(content: bytes) -> object:
    return list(csv.reader(StringIO(content.decode(), newline="")))


def _dicts(content: bytes) -> object:
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def _xml(content: bytes) -> Any:
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    return fromstring(content)
