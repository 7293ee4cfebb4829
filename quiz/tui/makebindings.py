"""The keys of the way in for authors."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from quiz.tui.screen import Key, QuizScreen

TYPING = (
    Key("enter", "Go on", "enter"),
    Key("tab", "Next", "tab"),
    Key("f1", "Help", "f1"),
    Key("esc", "Back", "escape"),
)
"""What stands in the footer while something is typed."""
MAKE: tuple[BindingType, ...] = (
    Binding("enter", "go_on", "Go on", id="go-on", key_display="enter",
            tooltip="What is highlighted"),
    Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
    Binding("left", "change(-1)", "Change", id="less", key_display="←→",
            tooltip="Change the highlighted row"),
    Binding("right", "change(1)", "Change", id="more", show=False,
            tooltip="Change the highlighted row, the other way"),
    Binding("t", "try", "Try it", id="try",
            tooltip="Play the highlighted pack; nothing is recorded"),
    *QuizScreen.BINDINGS,
    Binding("q,escape", "back", "Back", id="back", key_display="q",
            tooltip="Back to Home; stops what is being read"),
)  # fmt: skip
