"""FromPacks: the packs that one can go on with, or copy, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.message import Message

from quiz.core.text import clean
from quiz.errors import QuizError
from quiz.store.editing import begin, draft
from quiz.tui.plain import apart, oneline, toast, toast_error
from quiz.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from quiz.store.library import Header

Way = Literal["hand", "copy"]
_NEW = "new"


class FromPacks(Rows):
    """A list of packs; what is chosen in it is begun or copied, and told as the file to open."""

    class Opened(Message):
        """A pack shall be written."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, own: Path) -> None:
        """`own` is the folder for packs of one's own."""
        super().__init__(id="list")
        self._own = own
        self._way: Way = "hand"
        self._taken: set[str] = set()
        self._drafts: frozenset[Path] = frozenset()

    def offer(self, way: Way, headers: Sequence[Header]) -> None:
        """Offer those of the packs that can be gone on with, or all to be copied."""
        self._way, self._taken = way, {header.id for header in headers}
        by_hand = way == "hand"
        self._drafts = frozenset(draft.waiting(self._own)) if by_hand else frozenset()
        rows = [self._row(each) for each in headers if not (by_hand and each.shipped)]
        self.put([Row(_NEW, (Content("   A new pack"),)), *rows] if by_hand else rows)

    def _row(self, header: Header) -> Row:
        word = "question" if header.count == 1 else "questions"
        end = Content.styled(f"{header.count} {word}  ", "$dim")
        width = min(80, self.app.size.width)
        if header.file in self._drafts:
            told = Content.styled("changes that are not saved   ", "$close") + end
            end = told if width >= 80 else Content.styled("not saved  ", "$close")
        verb = "Go on with " if self._way == "hand" else ""
        start = Content.assemble("   ", (verb, "$dim"), oneline(header.title))
        return Row(str(header.file), (apart(start, end, width),))

    @property
    def file(self) -> Path | None:
        """The highlighted pack."""
        return None if self.chosen in ("", _NEW) else Path(self.chosen)

    def choose(self, row: str) -> None:
        """Begin a pack, go on with one, or copy it."""
        if row == _NEW:
            from quiz.tui.screens.title import TitleScreen

            self.app.push_screen(TitleScreen(), self._begin)
        elif self._way == "hand":
            self.post_message(self.Opened(Path(row)))
        else:
            self._copy(Path(row))

    def _begin(self, title: str | None) -> None:
        """Begin a pack with this title."""
        if title:
            try:
                path = begin.new(self._own, title, self._taken)
            except QuizError as wrong:
                toast_error(self.app, wrong)
            else:
                self.post_message(self.Opened(path))

    def _copy(self, source: Path) -> None:
        try:
            path = begin.copy(source, self._own, self._taken)
        except QuizError as wrong:
            toast_error(self.app, wrong)
        else:
            toast(self.app, clean(f"The copy stands in {path}."))
            self.post_message(self.Opened(path))
