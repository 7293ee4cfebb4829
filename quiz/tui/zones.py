"""Zones: how many lines of the play screen go to what; fixed while a question is in sight."""

from __future__ import annotations

from typing import NamedTuple

PROMPT, OPTIONS, CROWD = 3, 4, 6
"""Lines of the prompt; options that leave blank lines around them; options that do not."""
GROWTH = 4
"""Lines by which an answer that needs them may push the rule down, until the verdict."""


class Zones(NamedTuple):
    """Heights in lines: above the prompt, prompt, gap, answer, and the line below the answer."""

    above: int
    prompt: int
    gap: int
    answer: int
    below: int


def zones(
    height: int,
    prompt: int,
    answer: int,
    *,
    offers: bool = False,
    brisk: bool = False,
    judged: bool = False,
) -> Zones:
    """Share the lines between the countdown and the rule.

    `height` is the screen's; `prompt` and `answer` are the lines that these would like; `offers`
    says that the line below the answer is needed, `brisk` that the one above the prompt is,
    `judged` that the rule has to be back in its place, since the explanation needs its room.
    """
    room = 10 + max(0, height - 24)
    if height < 24:
        return _close_together(height - brisk, prompt, answer)._replace(above=int(brisk))
    if height >= 30:
        shown = min(PROMPT + (height - 30) // 4, max(PROMPT, prompt))
        return Zones(1, shown, 1, max(7, min(answer, room - shown - 3)), 1)
    if answer <= OPTIONS:
        return Zones(1, PROMPT, 1, OPTIONS, 1)
    if answer == OPTIONS + 1:
        return Zones(1, PROMPT, 1, answer, 1) if offers else Zones(1, PROMPT, 0, CROWD, 0)
    if answer <= CROWD and not offers:
        return Zones(1, PROMPT, 0, CROWD, 0)
    shown, below = min(PROMPT, prompt), int(offers)
    room = max(room, min(1 + shown + answer + below, room + (0 if judged else GROWTH)))
    return Zones(1, shown, 0, room - 1 - shown - below, below)


def _close_together(height: int, prompt: int, answer: int) -> Zones:
    """The small screen: head, strip and time above; rule, two lines, stakes and footer below."""
    room = height - 3 - 1 - 2 - 2
    shown = min(PROMPT, max(prompt, PROMPT if answer <= CROWD else 1))
    return Zones(0, shown, 0, max(1, min(answer, room - shown - 1)), 1)
