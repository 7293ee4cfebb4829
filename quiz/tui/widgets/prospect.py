"""The prospect of a round: its fields on the setup screen, its worth, its board, whom to beat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.core.deal import LENGTHS, LEVELS, Want
from quiz.core.rules import Rules
from quiz.core.text import Clean, clean
from quiz.tui.plain import oneline
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.lines import cut, thousands

if TYPE_CHECKING:
    from quiz.core.board import Board, Line
    from quiz.core.mode import Mode
    from quiz.errors import QuizError
    from quiz.store.library import Header
    from quiz.store.seat import Preview
    from quiz.tui.signs import Signs

_RIVALS = 2
"""How many of the board's best are named."""


def pack_field(
    packs: Sequence[Header],
    shown: str,
    mix: Sequence[str],
    mode: Mode,
    preview: Preview | None,
    signs: Signs,
    width: int,
) -> Field:
    """The row of packs: one at a time, with what is in the mix below."""
    here = next((header for header in packs if header.id == shown), None)
    titles = {header.id: header.title for header in packs}
    values = tuple((header.id, header.title) for header in packs)
    if mode.wide:
        below = oneline(clean(f"{mode.title} deals from all packs."), "$dim")
    elif mix:
        names = ", ".join(titles.get(id, Clean(id)) for id in mix)
        mark = signs.right if shown in mix else "space adds this one to"
        below = oneline(cut(clean(f"{mark} the mix: {names}"), width - 18), "$secondary")
    else:
        below = oneline(cut(here.description, width - 18) if here else Clean(""), "$dim")
    note = ""
    if preview and mode.wide:
        note = f"{preview.count} questions"
    elif preview:
        new = f"{preview.fresh} new"
        note = f"{preview.count} questions, {new} to you" if width >= 80 else new
    elif here and not mode.wide:
        note = f"{here.count} questions"
    return Field("pack", "Pack", values, shown, spin=True, note=note, below=(below,))


def length_field(mode: Mode, length: int, preview: Preview | None, *, clock: bool) -> Field:
    """The row of lengths; a mode with its own number says so."""
    if mode.limit and clock:
        return _fixed("length", "Questions", f"as many as {mode.limit / 60:.0f} minutes allow")
    if mode.length:
        many = preview.dealt if preview else mode.length
        return _fixed("length", "Questions", f"{many} at most" if mode.lives else str(many))
    lengths = LENGTHS if length in LENGTHS else (*LENGTHS, length)
    values = tuple((str(n), Clean(str(n) if n else "all")) for n in lengths)
    return Field("length", "Questions", values, str(length))


def level_field(mode: Mode, want: Want) -> Field:
    """The row of levels, where the mode lets the player choose."""
    if mode.want(replace(want, level="hard")).level != "hard":
        return _fixed("level", "Level", "all, always")
    return Field("level", "Level", tuple((name, Clean(name)) for name in LEVELS), want.level)


def plot_field(mode: Mode, want: Want) -> Field:
    """The row about endings, where the mode lets the player choose."""
    fixed = mode.want(replace(want, plot=False)).plot
    plot = want.plot or fixed
    return switch("plot", "Plot", plot, "keep the ending secret", "ask everything", fixed=fixed)


def typed_field(mode: Mode, rules: Rules, signs: Signs) -> Field:
    """The house rule *type it*, with what it is worth."""
    fixed = not mode.rules(replace(rules, typed=True)).typed
    no = f"type it, points {signs.times} 1.5"
    return switch("typed", "Options", not rules.typed, "shown", no, fixed=fixed)


def _fixed(id: str, label: str, told: str) -> Field:
    """A row that is only read."""
    return Field(id, label, (("", Clean(told)),), "", spin=True, fixed=True)


def switch(id: str, label: str, on: bool, yes: str, no: str, *, fixed: bool = False) -> Field:
    """A row with two values."""
    if fixed:
        return _fixed(id, label, f"{yes if on else no}, always")
    values = (("yes", Clean(yes)), ("no", Clean(no)))
    return Field(id, label, values, "yes" if on else "no")


def told(
    preview: Preview, mode: Mode, titles: Mapping[str, Clean], slug: str, width: int
) -> Content:
    """What the round is worth, on which board it counts, and who leads there."""
    worth = Content.assemble(
        (thousands(round(preview.whole)), "bold"),
        ", and up to ",
        (thousands(preview.most), "bold"),
        " with every answer right and quick" if width >= 80 else " when quick",
    )
    rows = [("Worth", worth), ("Board", board_name(preview.board, mode, titles))]
    rows.append(("To beat", leaders([line for line in preview.top if line.ranked], slug)))
    return _table(rows, width)


def leaders(ranked: Sequence[Line], slug: str) -> Content:
    """The first on the board, and how the player stands there."""
    parts = []
    for place, line in enumerate(ranked[:_RIVALS], 1):
        name = Content("you") if line.slug == slug else oneline(line.player)
        parts.append(Content.assemble(f"{place} ", name, f" {thousands(line.points)}    "))
    mine = next((line for line in ranked if line.slug == slug), None)
    if mine is None:
        parts.append(Content.styled("you: no score yet", "$dim"))
    elif mine not in ranked[:_RIVALS]:
        parts.append(Content.styled(f"you: {thousands(mine.points)}", "$dim"))
    return Content("").join(parts)


def refused(wrong: QuizError | None, width: int) -> Content:
    """Why there is no such round, and what would help."""
    if wrong is None:
        return Content("")
    rows = [("Not now", oneline(cut(clean(wrong.title), width - 20), "bold $close"))]
    if wrong.message:
        rows.append(("", oneline(cut(clean(wrong.message), width - 20), "$close")))
    if wrong.hint:
        rows.append(("Instead", oneline(cut(clean(wrong.hint), width - 20))))
    return _table(rows, width)


def board_name(board: Board, mode: Mode, titles: Mapping[str, Clean]) -> Content:
    """A board in words: packs, mode, length, clock."""
    names = " + ".join(titles.get(id, Clean(id)) for id in board.packs) or "all packs"
    if len(board.packs) > 2:
        names = f"{len(board.packs)} packs"
    length = str(board.length) if board.length else "all"
    clock = "clock" if board.clock else "no clock"
    return oneline(clean(f"{names} · {mode.title} · {length} · {clock}"))


def _table(rows: Sequence[tuple[str, Content]], width: int) -> Content:
    """Labels and what belongs to them."""
    room = 14 if width >= 80 else 10
    lines = [Content.assemble("   ", (f"{label:<{room}}", "$dim"), told) for label, told in rows]
    return Content("\n").join(lines)
