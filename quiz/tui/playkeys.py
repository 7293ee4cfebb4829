"""The footer of the play screen, and what can be pressed beside the answer."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.form import Arrange, Fill, Pair, Pick, PickMany, Write
from quiz.tui.forms.base import Form
from quiz.tui.screen import Key
from quiz.tui.table import Table
from quiz.tui.widgets.lines import thousands

HELP, HELP_TYPING = Key("?", "Help", "question_mark"), Key("f1", "Help", "f1")
PAUSE, PAUSE_TYPING = Key("p", "Pause", "p"), Key("f4", "Pause", "f4")


class Offer(NamedTuple):
    """A button beside the answer, and the move that it stands for."""

    key: Key
    move: str


def asking(table: Table, form: Form) -> list[Key]:
    """The keys while a question is open."""
    shape = table.round.form
    hint = [Key("f2", "Hint", "f2")] if table.hinted else []
    if isinstance(shape, Fill):
        return [*hint, Key("f3", "Give up", "f3"), PAUSE_TYPING, HELP_TYPING]
    no_idea = Key("f3", "No idea", "f3")
    if isinstance(shape, Write):
        answer = Key("enter", "Answer or clue" if shape.clues else "Answer", "enter")
        buttons = [] if shape.clues else [Key("tab", "Buttons", "tab")]
        return [answer, *buttons, *hint, no_idea, PAUSE_TYPING, HELP_TYPING]
    twice = isinstance(shape, PickMany | Arrange | Pair) or form.manner.confirm
    give = [Key("enter", "Answer", "enter")] if twice else []
    hint = [Key("i", "Hint", "i")] if hint else []
    verb = "Choose" if isinstance(shape, Pick) and twice else form.verb
    labels = Key(form.keys, verb, "")
    return [labels, *give, *hint, Key("n", "No idea", "n"), PAUSE, HELP]


def judged(table: Table, form: Form, *, right: bool) -> list[Key]:
    """The keys while a verdict stands; `right` says which one."""
    further = Key("enter", "Results" if table.round.over else "Next", "enter")
    overrule = []
    if form.typed and table.last.given:
        overrule = [Key("o", "I was wrong" if right else "I was right", "o")]
    return [further, *overrule, Key("v", "Source", "v"), Key("g", "Flag", "g"), PAUSE, HELP]


def sure(table: Table) -> list[Key]:
    """The keys while the player says how sure they are."""
    return [Key(f"1-{len(table.mode.certainties)}", "How sure", ""), PAUSE, HELP]


def certainties(table: Table) -> list[Key]:
    """The degrees of certainty, to be pressed."""
    degrees = table.mode.certainties
    return [Key(str(i), degree.title, str(i)) for i, degree in enumerate(degrees, 1)]


def buttons(table: Table) -> list[Key]:
    """The buttons of a typed answer: the letters work once the field is left."""
    hint = [Key("f2", "Hint, half the points", "f2")] if table.hinted else []
    give_up = "Give up" if isinstance(table.round.form, Fill) else "No idea"
    return [*hint, Key("f3", give_up, "f3"), Key("f4", "Pause", "f4")]


def offers(table: Table, form: Form) -> list[Offer]:
    """The helps that can still be had on the open question, and the skip where there is one."""
    found = [
        Offer(_key(line.key, line.field_key, line.title, typed=form.typed), line.id)
        for line in table.round.lifelines
    ]
    if "skip" in table.mode.moves and "skip" not in table.state.used:
        found.append(Offer(_key("s", "f5", "Skip, once", typed=form.typed), "skip"))
    return found


def _key(letter: str, field_key: str, title: str, *, typed: bool) -> Key:
    press = field_key if typed else letter
    return Key(press, title, press)


def banking(table: Table) -> list[Key]:
    """What can be taken after a verdict, where the mode has that."""
    if "bank" not in table.mode.moves or table.round.over:
        return []
    return [Key("u", f"Take {thousands(table.state.points)} and stop", "u")]
