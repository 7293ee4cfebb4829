"""The keys of the play screen, and when each of them does anything."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.binding import Binding, BindingType

from quiz.tui.screen import QuizScreen

BINDINGS: list[BindingType] = [
    Binding("enter,space", "next", "Next", id="next", tooltip="The next question"),
    Binding("i,f2", "hint", "Hint", id="hint", tooltip="A hint, for half the points"),
    Binding("n,f3", "no_idea", "No idea", id="no-idea", tooltip="Costs nothing but the run"),
    Binding("o", "overrule", "I was right", id="overrule", tooltip="The verdict is not fair"),
    Binding("v", "source", "Source", id="source", tooltip="Where this is written"),
    Binding("g", "flag", "Flag", id="flag", tooltip="Tell the author that something is wrong"),
    Binding("u", "bank", "Take it", id="bank", tooltip="Take what is banked and stop"),
    Binding("1", "sure(1)", "A guess", id="guess", show=False, tooltip="How sure you are"),
    Binding("2", "sure(2)", "Fairly sure", id="fairly-sure", show=False, tooltip="How sure"),
    Binding("3", "sure(3)", "Sure", id="sure", show=False, tooltip="How sure you are"),
    Binding("p,f4", "pause", "Pause", id="pause", tooltip="Hides the question, stops the clock"),
    Binding("q,escape", "pause", "Pause", id="back", show=False, tooltip="The way out"),
    Binding("up,pageup", "scroll(-1)", "Up", id="up", show=False, tooltip="What was before"),
    Binding("down,pagedown", "scroll(1)", "Down", id="down", show=False, tooltip="Read on"),
    *QuizScreen.BINDINGS,
]
_WHEN: Mapping[str, str] = MappingProxyType(
    {
        "next": "answered",
        "overrule": "answered",
        "source": "answered",
        "flag": "answered",
        "bank": "answered",
        "hint": "asking",
        "no_idea": "asking",
        "sure": "wagering",
    }
)


def possible(action: str, stage: str) -> bool:
    """Whether an action means anything now: asking, wagering (how sure?), or answered."""
    return _WHEN.get(action, stage) == stage
