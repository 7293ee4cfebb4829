"""The footer: at most six keys in one line, each of which can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click, MouseMove
from textual.widget import Widget

from quiz.tui.screen import Key, QuizScreen
from quiz.tui.signs import signs_of


class KeyLine(Widget):
    """The keys of its screen; one widget, since a widget per key costs a layout per question."""

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _: object) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the keys; the narrow form where the wide one does not fit."""
        parts: list[Content | tuple[str, str] | str] = []
        for (start, _end), key in zip(self._spans(), self._keys(), strict=True):
            width = sum(len(p) if isinstance(p, str | Content) else len(p[0]) for p in parts)
            parts.append(" " * (start - width))
            parts.append((key.shown, "bold $footer-key-foreground"))
            parts.append(" ")
            parts.append((key.label, "$footer-description-foreground"))
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        key = self._at(event.x)
        if key:
            self.app.simulate_key(key.press)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell what the key under the mouse does."""
        key = self._at(event.x)
        active = self.screen.active_bindings.get(key.press) if key else None
        self.tooltip = Content(active.tooltip) if active and active.tooltip else None

    def _keys(self) -> tuple[Key, ...]:
        screen, signs = self.screen, signs_of(self.app)
        if not isinstance(screen, QuizScreen):
            return ()
        arrows = {"↑↓": signs.up_down, "←→": signs.arrows}
        keys = screen.keys()
        return tuple(key._replace(shown=arrows.get(key.shown, key.shown)) for key in keys)

    def _spans(self) -> list[tuple[int, int]]:
        """Where each key stands, in cells."""
        widths = [len(key.shown) + 1 + len(key.label) for key in self._keys()]
        room, between = self.size.width - sum(widths), len(widths) - 1
        gap = next((g for g in (3, 2) if 1 + g * between <= room), 1)
        spans, at = [], min(1, max(0, room - gap * between)) + max(0, self.size.width - 80) // 2
        for width in widths:
            spans.append((at, at + width))
            at += width + gap
        return spans

    def _at(self, x: int) -> Key | None:
        """The key at a column."""
        return next(
            (k for (a, b), k in zip(self._spans(), self._keys(), strict=True) if a <= x < b), None
        )
