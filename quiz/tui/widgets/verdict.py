"""The verdict in lines: sign, word, points and their sum; why; and what comes next."""

from __future__ import annotations

from textual.content import Content

from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from quiz.tui import plain, stakes
from quiz.tui.forms.base import Manner
from quiz.tui.table import Table
from quiz.tui.widgets import why
from quiz.tui.widgets.lines import cut
from quiz.tui.widgets.marks import TONES, sign, word
from quiz.tui.widgets.rule import rule


def edges(width: int) -> tuple[int, int]:
    """Where a line of two ends begins and ends on a screen of this width."""
    return (4, 78) if width >= 80 else (1, width - 1)


def spread(left: Content, right: Content, width: int) -> Content:
    """A line of two ends."""
    start, end = edges(width)
    return Content(" " * start) + plain.apart(left, right, end - start)


def headline(table: Table, verdict: Verdict, manner: Manner, width: int) -> Content:
    """The rule with sign, word and points, and at its end how they came about."""
    signs, mark = manner.signs, verdict.mark
    title = Content.styled(f"{sign(mark, signs)} {word(verdict)}", manner.tone(TONES[mark]))
    title += Content.styled(f"  {stakes.signed(table.last.points)}", "bold $primary")
    told, briefly = verdict.why if verdict.figures else "", stakes.earned_briefly(table)
    for parts in ((told, stakes.earned(table)), (told, briefly), (briefly,)):
        end = ", ".join(part for part in parts if part)
        if len(end) <= width - title.cell_length - 12:
            break
    sum_told = plain.oneline(cut(Clean(end), width - title.cell_length - 12))
    return rule(width, signs, title, sum_told if end else None)


def reasons(table: Table, reason: Clean, manner: Manner, width: int, room: int) -> list[Content]:
    """Why, where it is written, and a closing sentence if there is room for it."""
    question = table.dealt.question
    lines = [] if room < 8 else [Content("")]
    if reason:
        lines += why.paragraphs(reason, width)
    lines += why.explained(question, width)
    cited = why.written(table.pack(table.dealt.pack), question, width, manner.signs)
    lines += ([Content("")] if lines and cited else []) + cited
    after = stakes.afterword(table)
    if after and len(lines) + 1 < room:
        lines += [Content("")] * (room - len(lines) - 1)
        lines += why.paragraphs(Clean(after), width, "$dim")
    return lines


def flashed(table: Table, verdict: Verdict, manner: Manner, width: int) -> Content:
    """The verdict as one line, for a mode that goes on at once."""
    last, mark, signs = table.last, verdict.mark, manner.signs
    told = f"{sign(mark, signs)} {last.expected} {stakes.signed(last.points)}"
    if mark != "right":
        given = ", ".join(last.given) or "No idea"
        told = f"{sign(mark, signs)} {given}, it was {last.expected}"
    start, end = edges(width)
    line = plain.oneline(Clean(told), manner.tone(TONES[mark]))
    won = round(table.state.left - last.left) if table.state.timed else 0
    clock = Content.styled(f"{stakes.signed(won)} s", "bold") if won else Content("")
    return Content(" " * start) + plain.apart(line, clock, end - start)
