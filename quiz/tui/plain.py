"""The one way to show text from outside: never markup, always `Clean`, cut to whole cells.

Packs, players, files and exceptions reach the screen only through these; the game's own words
may go straight into `Content`, whose plain constructor reads no markup either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from textual.content import Content

from quiz.core.text import Clean, clean

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import App

    from quiz.errors import QuizError

Severity = Literal["information", "warning", "error"]


def show(text: Clean, style: str = "") -> Content:
    """Give text from outside as content, in one style."""
    return Content.styled(text.replace("\t", " "), style)


def oneline(text: Clean, style: str = "") -> Content:
    """Give text from outside as one line."""
    return Content.styled(" ".join(text.split()), style)


def fit(content: Content, cells: int, *, right: bool = False, ellipsis: str = "…") -> Content:
    """Cut or pad content to exactly so many cells; `right` puts it at the right end."""
    if cells <= 0:
        return Content("")
    if content.cell_length > cells:
        content = content.truncate(cells - 1).rstrip().append(ellipsis)
    gap = cells - content.cell_length
    return content.pad_left(gap) if right else content.pad_right(gap)


def apart(left: Content, right: Content, cells: int) -> Content:
    """Put two contents at the two ends of a line; the left one is cut where both do not fit."""
    room = cells - right.cell_length
    if right and left.cell_length > room - 1:
        left = fit(left, room - 1)
    return fit(left, room) + right if room > 0 else fit(right, cells)


def rich_text(text: Clean, style: str = "") -> Text:
    """Give text from outside for Rich's own places, such as tables and trees."""
    from rich.text import Text

    return Text(text, style=style)


def toast(
    app: App[Any],
    text: Clean,
    *,
    title: Clean = Clean(""),
    severity: Severity = "information",
    timeout: float | None = None,
) -> None:
    """Show a passing message; nothing in it is read as markup."""
    app.notify(text, title=title, severity=severity, timeout=timeout, markup=False)


def toast_error(app: App[Any], wrong: QuizError) -> None:
    """Show an error as a passing message: title, what happened, the way out."""
    text = "\n".join(part for part in (wrong.message, wrong.hint) if part)
    title = clean(wrong.title)
    toast(app, clean(text) or title, title=title, severity="error")
