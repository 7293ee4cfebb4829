"""Redraft: the studio's question editor over a card of the review desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.content import Content

from quiz.core.text import Clean
from quiz.errors import QuizError
from quiz.store.desk.bind import head, published
from quiz.store.desk.review import Review
from quiz.store.editing.fieldtext import fresh
from quiz.store.editing.manuscript import Manuscript
from quiz.tui.plain import apart, oneline
from quiz.tui.screens.question import QuestionScreen

Keep = Callable[[Mapping[str, Any], bool], None]
"""Takes the fields as they are now, and whether this goes on with the last change."""


class RedraftScreen(QuestionScreen):
    """Every change becomes a step of the review; there is no file to save."""

    heading = "Review desk: edit"
    notes = (
        "Tab goes from field to field. Fields with * are needed.",
        "Lists have one text on each line; where it has several parts, with a bar | between them.",
        "Below is the question as the player will see it: F6 goes there, and it can be answered.",
        "What you change is kept on the desk at once; it is taken into the pack with a there.",
    )

    def __init__(self, script: Manuscript, title: Clean, keep: Keep) -> None:
        """Take the card as a pack of one question, and who keeps it."""
        super().__init__(script, 0)
        self._title = title
        self._give = keep
        self._before: Mapping[str, Any] = dict(self.fields)
        self._went_on = False

    def heading_line(self, what: Content) -> Content:
        """Where we are, and for which pack."""
        del what
        name = oneline(self._title, "$dim") + Content("  ")
        return apart(Content.styled("   EDIT THE DRAFT", "bold $primary"), name, self.columns)

    def _keep_draft(self) -> None:
        """Keep what was changed as a step of the review."""
        self._keep = None
        now = dict(self.fields)
        if now != self._before:
            self._before = now
            self._give(now, self._went_on)
            self._went_on = True

    def parting(self) -> Clean:
        """The desk says that all is kept."""
        self._keep_draft()
        return Clean("")

    def action_save(self) -> None:
        """There is nothing to save but what is kept already: go back."""
        self.action_back()

    def action_back(self) -> None:
        """Back to the desk."""
        self._keep_draft()
        self.app.pop_screen()


def redraft(review: Review, number: int, keep: Keep) -> RedraftScreen | QuizError:
    """Open a card in the editor; gives an error to show, if that cannot be done."""
    lying = review.cards[number]
    path = review.path.with_name(f".{review.path.stem}.card")
    text = head(review, "draft", review.title) + "\n" + fresh(published(lying.question))
    try:
        path.write_text(text, "utf-8")
        script = Manuscript(path)
    except OSError as wrong:
        return QuizError("The draft cannot be edited", str(wrong))
    except QuizError as wrong:
        return wrong
    finally:
        with suppress(OSError):
            Path(path).unlink(missing_ok=True)
    return RedraftScreen(script, review.title, keep)
