"""Paper: a document as it was read, at the place where something is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.store.desk.drawn import Paper, Passage
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.evidence import marked, spans
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import cut
from quiz.tui.widgets.rule import Rule


class PaperScreen(QuizScreen[None]):
    """Every paragraph with its number; those that are cited are marked."""

    heading = "Document"
    notes = ("Paragraphs are counted as citations count them: the lines that are not empty.",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "read(1)", "Read on", id="down", key_display="↑↓", tooltip="Line by line"),
        Binding("up", "read(-1)", "Back up", id="up", show=False, tooltip="Line by line"),
        Binding("pagedown,space", "page(1)", "Page", id="page-down", key_display="space",
                tooltip="The next page"),
        Binding("pageup", "page(-1)", "Page up", id="page-up", show=False,
                tooltip="The page before"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,v,enter", "app.pop_screen", "Back", id="back", key_display="q"),
    ]  # fmt: skip

    text = query_one("#text", Drawn)

    def __init__(self, paper: Paper, passages: Sequence[Passage]) -> None:
        """Take a document, and what is cited of it; the first passage is gone to."""
        super().__init__()
        self._paper = paper
        self._cited = {p.paragraph: p for p in reversed(passages) if p.document == paper.id}
        self._first = passages[0].paragraph if passages else 1

    def compose(self) -> ComposeResult:
        """The title above the text."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Drawn(id="text")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write it for the width there is, and go to the place."""
        title = Content("   ") + oneline(self._paper.title, "bold $primary")
        file = oneline(cut(self._paper.file, self.columns // 3), "$dim") + Content("  ")
        self.query_one("#head", Static).update(apart(title, file, self.columns))
        lines: list[Content] = []
        place, sign = 0, self.game.signs.here
        for number, text in enumerate(self._paper.paragraphs, 1):
            cited = self._cited.get(number)
            if number == self._first:
                place = len(lines)
            for row, (hit, line) in enumerate(marked(text, _places(text, cited), self.columns - 9)):
                head = f"{number:>5} " if not row else "      "
                mark = Content.styled(f"{sign} ", "$primary") if hit else Content("  ")
                lines.append(Content.styled(head, "$line") + mark + line)
        self.text.put(*lines)
        self.call_after_refresh(self._go_to, max(0, place - 3))

    def _go_to(self, line: int) -> None:
        if self.app.screen is self:
            self.text.scroll_by(line)

    def action_read(self, step: int) -> None:
        """Move by a line."""
        self.text.scroll_by(step)

    def action_page(self, step: int) -> None:
        """Move by a page."""
        self.text.scroll_by(step * max(1, self.text.size.height - 2))


def _places(text: Clean, cited: Passage | None) -> Sequence[tuple[int, int]]:
    """Where the evidence stands in a line, which may hold but the beginning of it."""
    if cited is None:
        return []
    if cited.text == text:
        return spans(cited)
    said = cited.text[cited.start : cited.end]
    for end in range(len(said), 0, -1):
        at = text.find(said[:end])
        if at >= 0:
            return [(at, at + end)]
    return []
