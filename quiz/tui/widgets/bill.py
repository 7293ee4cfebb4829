"""The bill: what home says of the player, of the next things to play, and of the packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.core.text import Clean, clean
from quiz.tui.plain import apart, fit, oneline
from quiz.tui.signs import Signs
from quiz.tui.widgets.bar import bar, squares, stars
from quiz.tui.widgets.lines import thousands
from quiz.tui.widgets.rows import Row

if TYPE_CHECKING:
    from quiz.store.glance import Glance, PackGlance, Pending
    from quiz.store.library import Header

SECONDS_EACH = 25
"""What one question of a Rematch takes, explanation included."""
FIRST_DAILY = date(2026, 11, 10)
"""The day of Daily No. 1; its mode knows it, too, but cannot be imported before home is painted."""
_ALONE = ("daily", "storm", "rematch")
"""Modes that are named instead of the packs: they deal from all."""
TITLE = 26
"""Cells for a pack's title where there is room for its bar, too."""


def greeting(now: datetime, name: Clean) -> Content:
    """Good morning, afternoon or evening."""
    part = "morning" if 4 <= now.hour < 12 else "afternoon" if 12 <= now.hour < 18 else "evening"
    return Content.assemble(f"   Good {part}, ", oneline(name, "bold"))


def day(now: datetime) -> Content:
    """The date in words: Saturday 21 November."""
    return Content.styled(f"{now:%A} {now.day} {now:%B}", "$dim")


def action(key: str, name: str, what: Content, end: Content, width: int, id: str = "") -> Row:
    """A line of the next things: key, name, what it is, and what it brings."""
    head = Content.assemble("   ", (f"{key or ' '} ", "bold $primary"), (f"{name:<12}", "bold"))
    return Row(id or name.casefold(), (apart(head + what, end + Content("  "), width),))


def unfinished(glance: Glance, titles: dict[str, Clean], width: int) -> Iterable[Row]:
    """The round to go on with."""
    left = glance.unfinished
    if left:
        at = ", question " if width >= 80 else ", "
        of = "" if left.mode == "storm" else f" of {left.total}"  # nobody gets to its last one
        what = oneline(round_name(left, titles)) + Content(f"{at}{left.number}{of}")
        points = Content.styled(f"{thousands(left.points)} points", "$dim")
        yield action("c", "Continue", what, points, width)


def daily(glance: Glance, now: datetime, signs: Signs, width: int) -> Iterable[Row]:
    """Today's five questions, and the run of days."""
    today = now.date()
    what = f"No. {(today - FIRST_DAILY).days + 1} is open"
    what += ": five questions" if width >= 80 else ""
    week = week_played(glance.dailies, today)
    run = f"{glance.run} days in a row  " if glance.run > 1 and width >= 80 else ""
    if today in glance.dailies:
        short = run or width < 80
        what = f"is played. {'A new one' if short else 'The next opens'} at midnight."
    end = Content.assemble((run, "$dim"), squares(week, signs)) if any(week) else Content("")
    yield action("d", "Daily", Content(what), end, width)


def again(mode: str, names: Clean, length: int, width: int) -> Row:
    """The last choice, to be played again as it was."""
    many = f"{length} questions" if length else "all questions"
    what = oneline(names) + Content(f", {mode}")
    return action("", "Play", what, Content.styled(many, "$dim"), width, id="again")


def rematch(glance: Glance, width: int) -> Iterable[Row]:
    """What can be won back."""
    missed, due = glance.missed, glance.due
    if missed + due:
        parts = [f"{missed} you missed"] if missed else []
        parts += [f"{due} you were about to forget"] if due else []
        parts = parts if width >= 80 else [f"{missed + due} to win back"]
        minutes = round((missed + due) * SECONDS_EACH / 60)
        took = f"about {minutes} minutes" if minutes > 1 else "about a minute"
        yield action("r", "Rematch", Content(", ".join(parts)), Content.styled(took, "$dim"), width)


def unsaved(files: Sequence[Path], headers: Sequence[Header], width: int) -> Iterable[Row]:
    """The pack that was being written, of those whose changes are not saved."""
    for file in files[:1]:
        title = next((h.title for h in headers if h.file == file), clean(file.stem))
        what = oneline(title) + Content(", not saved yet")
        more = Content.styled(f"and {len(files) - 1} more" if files[1:] else "", "$dim")
        yield action("", "Write", what, more, width, id=f"write:{file}")


def heads(width: int) -> Content:
    """The heads of the pack columns."""
    wide = "PACK" + " " * (TITLE - 3) + "SEEN" + " " * 21 + "BEST   STARS"
    narrow = "PACK" + " " * 22 + "SEEN     BEST  STARS"
    return Content.styled("     " + (wide if width >= 80 else narrow), "$dim")


def status(headers: Sequence[Header], width: int) -> Content:
    """How much there is to play, and that nothing gets lost."""
    playable = [header for header in headers if not header.problem]
    many = sum(header.count for header in playable)
    packs = "1 pack" if len(playable) == 1 else f"{len(playable)} packs"
    left = Content.styled(f"   {many:,} questions in {packs}", "$dim")
    right = "every answer is saved as you give it  " if width >= 80 else "all saved as you play  "
    return apart(left, Content.styled(right, "$dim"), width)


def pack(
    header: Header, glance: PackGlance | None, signs: Signs, width: int, *, airy: bool = False
) -> Row:
    """A pack: how much of it was seen, the best score, the best stars.

    Where there is room, an `airy` row has the description below, and a blank line.
    """
    below: tuple[Content, ...] = ()
    if airy:
        told = Content("     ") + oneline(header.description, "$dim")
        below = (fit(told, width - 2, ellipsis=signs.ellipsis), Content(""))
    if header.problem:
        told = Content.styled("cannot be played: enter shows why", "$close")
        title = fit(oneline(header.title), TITLE if width >= 80 else 22, ellipsis=signs.ellipsis)
        return Row(
            f"broken:{header.file}", (Content("     ") + title + Content(" ") + told, *below)
        )
    seen = min(glance.seen, header.count) if glance else 0
    share = seen / header.count if header.count else 0.0
    best = thousands(glance.best) if glance and glance.best else signs.dash
    rating = stars(glance.stars, signs) if glance and seen else Content.styled("new", "$secondary")
    of = Content.styled(f"{seen} of {header.count}", "$dim")
    of = fit(of, max(8, of.cell_length), right=True)
    over = of.cell_length - 8  # what a large pack's figures take from what stands before them
    title = oneline(header.title)
    line: list[Content | str]
    if width < 80:
        title = fit(title, 22 - over, ellipsis=signs.ellipsis)
        line = [title, " ", of, "  ", f"{best:>7}", "  ", rating]
    else:
        title = fit(title, TITLE, ellipsis=signs.ellipsis)
        shown = bar(share, max(0, 10 - over), signs)
        line = [title, " ", shown, "  ", of, f"{best:>9}", "   ", rating]
    return Row(f"pack:{header.id}", (Content.assemble("     ", *line), *below))


def pack_names(ids: Sequence[str], titles: dict[str, Clean]) -> Clean:
    """A pack's title; of several the first and how many more."""
    if not ids:
        return Clean("Mixed bill")
    first = titles.get(ids[0], Clean(ids[0]))
    return first if len(ids) == 1 else Clean(f"{first} and {len(ids) - 1} more")


def round_name(left: Pending, titles: dict[str, Clean]) -> Clean:
    """What an unfinished round goes by: its packs, or the mode that deals from all."""
    if left.mode in _ALONE:
        return Clean(left.mode.capitalize())
    return pack_names(left.packs, titles)


def week_played(days: Iterable[date], today: date) -> tuple[bool, ...]:
    """Which days of this week, Monday first, were played."""
    monday = today - timedelta(days=today.weekday())
    played = set(days)
    return tuple(monday + timedelta(days=i) in played for i in range(7))


def mixed(id: str, width: int) -> Row:
    """The line that plays everything."""
    gap = TITLE + 1 if width >= 80 else 23
    told = ("a little of everything above", "$dim")
    return Row(id, (Content.assemble("     ", f"{'Mixed bill':<{gap}}", told),))


def make(width: int) -> Row:
    """The line for those who write packs."""
    gap = TITLE + 1 if width >= 80 else 23
    told = "from notes, a Moodle or CSV file, or by hand" if width >= 80 else "from notes or a file"
    head = ("   ", ("m", "bold $primary"), f" {'Make a pack':<{gap}}", (told, "$dim"))
    return Row("make", (Content.assemble(*head),))
