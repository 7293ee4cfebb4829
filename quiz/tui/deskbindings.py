"""The keys of the review desk, and the reasons that a draft can be rejected for."""

from __future__ import annotations

from textual.binding import Binding

from quiz.store.desk.drawn import Drawn
from quiz.store.desk.review import TWICE
from quiz.tui.screen import Key

WHY = (
    "the answer is wrong",
    "it cannot be understood by itself",
    "nobody would want to know",
    "it gives its answer away",
    "the wrong options are poor",
    TWICE,
    "no reason",
)
"""Why a draft is left out; the last one says nothing."""
ON_A_CARD = frozenset(
    {"accept", "edit", "reject", "flip", "swap", "more", "mute", "source", "later", "card", "read"}
)
"""What can only be done where a card lies."""
WIDE = (
    Key("w", "Swap", "w"),
    Key("m", "More like this", "m"),
    Key("z", "Mute rule", "z"),
    Key("v", "Source", "v"),
    Key("n", "Later", "n"),
)
NARROW = tuple(key._replace(label=key.label.split()[0]) for key in WIDE)
"""What else can be done with a card, in long and in short words."""


def ways(drawn: Drawn, *, wide: bool) -> tuple[Key, ...]:
    """Where one can go from the desk, and how much there is."""
    return (
        Key("p", "Make pack" if wide else "Pack", "p"),
        Key("c", f"Conflicts {len(drawn.disputes)}", "c"),
        Key("s", f"Aside {len(drawn.asides)}", "s"),
        *([Key("r", "Rules", "r")] if wide else ()),
        Key("q", "Back", "q"),
    )


DESK = (
    Binding("a", "accept", "Accept", id="accept", tooltip="Take it into the pack"),
    Binding("e", "edit", "Edit", id="edit", tooltip="Write it better"),
    Binding("x", "reject", "Reject", id="reject", tooltip="Leave it out, and say why"),
    Binding("f", "flip", "Form", id="flip", tooltip="The same in its next form"),
    Binding("u", "undo", "Undo", id="undo", tooltip="Take the last step back"),
    Binding("w", "swap", "Swap", id="swap", show=False,
            tooltip="Another wrong option in the place of one"),
    Binding("m", "more", "More like this", id="more", show=False,
            tooltip="Cards of the same rule come next"),
    Binding("z", "mute", "Mute the rule", id="mute", show=False,
            tooltip="No drafts of this rule, now and in the next draws"),
    Binding("v", "source", "Source", id="source", show=False,
            tooltip="The document, at this place"),
    Binding("n", "later", "Later", id="later", show=False, tooltip="Below the others"),
    Binding("p", "pack", "Make the pack", id="pack", show=False,
            tooltip="Make a pack of what was accepted"),
    Binding("c", "conflicts", "Conflicts", id="conflicts", show=False,
            tooltip="Where the documents disagree"),
    Binding("s", "aside", "Set aside", id="aside", show=False,
            tooltip="Passages that nothing was drawn from"),
    Binding("r", "rules", "Rules", id="rules", show=False,
            tooltip="What each rule is worth to you, and which are muted"),
    Binding("right", "card(1)", "Next card", id="next-card", show=False,
            tooltip="Look at the next card"),
    Binding("left", "card(-1)", "Card before", id="last-card", show=False,
            tooltip="Look at the card before"),
    Binding("down", "read(1)", "Read on", id="down", show=False, tooltip="What does not fit"),
    Binding("up", "read(-1)", "Back up", id="up", show=False, tooltip="What was before"),
)  # fmt: skip
