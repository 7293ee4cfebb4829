"""The keys of the studio: of the list of questions, and of the fields of one."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from quiz.tui.screen import Key, QuizScreen

ACCEPT = Key("a", "Accept", "a")
ALLOW = Key("f4", "Allow", "f4")
CITE = Key("f3", "Cite", "f3")
ACTS = (
    Key("y", "Duplicate", "y"),
    Key("x", "Delete", "x"),
    Key("space", "Move", "space"),
    Key("u", "Undo", "u"),
    Key("ctrl+y", "Redo", "ctrl+y"),
)
"""What else can be done with a question of the list."""


def acts(*, drafts: bool, allow: bool, wide: bool) -> tuple[Key, ...]:
    """The acts that there is room for: of those with keys that everybody knows, fewer."""
    more = [*([ACCEPT] if drafts else []), *ACTS[:3], *([ALLOW] if allow else [])]
    return tuple([*more, *ACTS[3:]][: 5 if wide else 4])


WRITING: tuple[BindingType, ...] = (
    Binding("ctrl+s", "save", "Save", id="save", key_display="ctrl+s", priority=True,
            tooltip="Write the pack's file"),
    Binding("ctrl+z", "undo", "Undo", id="undo", key_display="ctrl+z", show=False,
            priority=True, tooltip="Take the last change back"),
    Binding("ctrl+y", "redo", "Redo", id="redo", key_display="ctrl+y", show=False,
            priority=True, tooltip="Do what was undone once more"),
    Binding("f9", "more", "More", id="more", key_display="f9", show=False, priority=True,
            tooltip="What does not fit, of the prompt or of the objections"),
)  # fmt: skip
"""Both screens have these."""
_ALLOWING = Binding(
    "f4", "allow", "Allow", id="allow", key_display="f4", show=False, priority=True,
    tooltip="Let this be as it is, and say why",
)  # fmt: skip
LIST: tuple[BindingType, ...] = (
    Binding("enter", "edit", "Edit", id="edit", key_display="enter",
            tooltip="Write the highlighted question"),
    Binding("n", "new", "New", id="new", tooltip="A new question, below this one"),
    Binding("t", "try", "Try", id="try", tooltip="Play the pack; nothing is recorded"),
    *WRITING,
    *QuizScreen.BINDINGS,
    _ALLOWING,
    Binding("a", "accept", "Accept", id="accept", show=False,
            tooltip="Make a draft a question that is asked"),
    Binding("y", "duplicate", "Duplicate", id="duplicate", show=False,
            tooltip="The same question once more"),
    Binding("x,delete", "remove", "Delete", id="remove", show=False,
            tooltip="Take the question out; u brings it back"),
    Binding("space", "carry", "Move", id="carry", show=False,
            tooltip="Pick up, carry with the arrows, drop"),
    Binding("u", "undo", "Undo", id="undo-list", show=False,
            tooltip="Take the last change back"),
    Binding("q,escape", "back", "Back", id="back", key_display="q",
            tooltip="What is not saved is kept as a draft"),
)  # fmt: skip
"""The list of questions."""
FIELDS: tuple[BindingType, ...] = (
    Binding("tab", "app.focus_next", "Next", id="next", key_display="tab", priority=True,
            tooltip="The next field"),  # at once: what is typed behind it belongs there
    *WRITING,
    Binding("f5", "try", "Try", id="try", key_display="f5",
            tooltip="Play this question; nothing is recorded"),
    Binding("f6", "answer", "Answer", id="answer", key_display="f6", show=False,
            priority=True, tooltip="Answer the preview, or ask it anew"),
    Binding("f7", "take", "Take", id="take", key_display="f7", show=False,
            priority=True, tooltip="Accept what a player was ruled right with"),
    Binding("f1", "help", "Help", id="help", key_display="f1",
            tooltip="What can be done here, and with which keys"),
    Binding("question_mark", "help", "Help", id="help-out", show=False),
    Binding("escape", "back", "Back", id="back", key_display="esc",
            tooltip="Back to the list; nothing is lost"),
    Binding("q", "back", "Back", id="back-out", show=False),
    Binding("shift+tab", "app.focus_previous", "Field before", id="before", show=False,
            priority=True, tooltip="The field before"),
)  # fmt: skip
"""The fields of a question, or of the pack."""
PAGES: tuple[BindingType, ...] = (
    _ALLOWING,
    Binding("f3", "cite", "Cite", id="cite", key_display="f3", show=False, priority=True,
            tooltip="Cite what stands in the document now: it proves the answer still"),
    Binding("pagedown", "page(1)", "Question", id="next-question", key_display="pgdn",
            priority=True, tooltip="The same field of the next question"),
    Binding("pageup", "page(-1)", "Question before", id="last-question", show=False,
            priority=True, tooltip="The same field of the question before"),
    Binding("ctrl+down", "turn(1)", "Question", id="next-too", show=False, priority=True,
            tooltip="The next question, also from a long field"),
    Binding("ctrl+up", "turn(-1)", "Question before", id="last-too", show=False, priority=True,
            tooltip="The question before, also from a long field"),
    Binding("f8", "document", "Document", id="document", key_display="f8", show=False,
            priority=True, tooltip="List a document that can be cited"),
)  # fmt: skip
"""Where it is one question among others."""
