"""QuestionRow: a question in the studio's list, and what a check says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual.content import Content

from quiz.core.problem import Problem
from quiz.core.text import Clean, clean
from quiz.tui.app import QuizApp
from quiz.tui.plain import apart, fit, oneline, show
from quiz.tui.proof import STALE
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rows import Row


def question_row(
    app: QuizApp,
    place: int,
    fields: Mapping[str, Any],
    found: Sequence[Problem],
    said: str,
    *,
    held: bool,
) -> Row:
    """Number, prompt, kind, level, and whether something is wrong; `held` while it is carried.

    `said` is a word for what players said of it, "" if that is nothing.
    """
    width, signs = min(80, app.size.width), app.signs
    kind = fit(oneline(clean(str(fields.get("kind", ""))), "$dim"), 14)
    level = fields.get("difficulty", 3)
    dots = said or (signs.level * level if isinstance(level, int) and 0 < level < 6 else "")
    if fields.get("status") == "proposed":
        dots = "draft"
    if any(told.code == STALE for told in found):
        dots = "stale"
    end = Content.assemble(kind if width >= 80 else "", (f"{dots:<6}", "$dim"), sign_of(app, found))
    mark = Content.styled(signs.up_down, "bold $primary") if held else Content("  ")
    prompt = clean(str(fields.get("prompt", ""))) or Clean("(no prompt yet)")
    start = Content.assemble("   ", mark, (f"{place + 1:>4}  ", "$dim"), oneline(prompt))
    return Row(str(place), (apart(start, end, width),))


def sign_of(app: QuizApp, found: Sequence[Problem]) -> Content:
    """A sign where a check objects, and room for it elsewhere."""
    return Content.assemble(_sign(app, found[0]), "  ") if found else Content("   ")


def objections(app: QuizApp, found: Sequence[Problem]) -> list[Content]:
    """What a check objects to, each with its sign, and the way out."""
    lines: list[Content] = []
    room = min(80, app.size.width) - 8
    for problem in found:
        for i, row in enumerate(wrap(problem.message, room)):
            head = Content("     ") if i else Content.assemble("   ", _sign(app, problem), " ")
            lines.append(head + show(row))
        more = wrap(problem.help, room) if problem.help else []
        lines += [Content("     ") + show(row, "$dim") for row in more]
    return lines


def remarks(app: QuizApp, flags: Sequence[Clean], ruled: Sequence[Clean]) -> list[Content]:
    """What players said of a question."""
    room, sign = min(80, app.size.width) - 8, (app.signs.close, "$close")
    said = [*flags]
    if ruled:
        said.append(clean(f"Players were ruled right with: {', '.join(ruled)}"))
    lines: list[Content] = []
    for text in said:
        for i, row in enumerate(wrap(text, room)):
            head = Content("     ") if i else Content.assemble("   ", sign, " ")
            lines.append(head + show(row))
    return lines


def _sign(app: QuizApp, problem: Problem) -> Content:
    """The sign of an error or a warning."""
    if problem.severity == "error":
        return Content.styled(app.signs.wrong, app.tone("wrong"))
    return Content.styled(app.signs.close, "$close")
