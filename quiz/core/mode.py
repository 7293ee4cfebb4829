"""Mode: a way to play. The defaults here are Classic's; each mode changes what it must."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import ClassVar

from quiz.core import rules as points
from quiz.core.aid import NO_AID, Aid, Certainty, Lifeline
from quiz.core.deal import Pool, Want, even_deal, too_few
from quiz.core.form import Form
from quiz.core.records import Attempt, Move, Opening
from quiz.core.rules import Play, Rules, Score
from quiz.core.state import Dealt, State
from quiz.core.text import Clean

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "end": "That was the last question.",
        "left": "You left this round before its end.",
        "ended": "You ended the round here.",
        "lives": "A miss ends the round.",
        "time": "The time is up.",
        "banked": "You took what was yours.",
    }
)
"""Why rounds end, in one sentence each."""


class Mode:
    """One way to play: what is dealt, what an answer earns, and when it is over.

    Modes have no state of their own; what changes stands in the `State`, and follows from the
    records alone, so that a round can be folded again on any day.
    """

    id: ClassVar[str]
    """What commands and journals call it."""
    title: ClassVar[str]
    """What players call it."""
    summary: ClassVar[str]
    """Its rules in one paragraph, for the setup screen: at most four lines of 72."""
    place: ClassVar[int] = 50
    """Where it stands among the modes: lower comes first."""
    length: ClassVar[int] = 0
    """Its own number of questions, at most; 0 lets the player choose."""
    least: ClassVar[int] = 1
    """How many questions it needs to be a round at all."""
    limit: ClassVar[float] = 0.0
    """Seconds for the whole round; 0 for none."""
    lives: ClassVar[int] = 0
    """How many misses end it; 0 for no end."""
    clock: ClassVar[bool] = True
    """Whether time can matter at all."""
    streaks: ClassVar[bool] = True
    """Whether right answers in a row add points."""
    wide: ClassVar[bool] = False
    """Whether it deals from all packs, whichever was named."""
    shipped: ClassVar[bool] = False
    """Whether these are only the packs that came with the game."""
    brisk: ClassVar[bool] = False
    """Whether the verdict is one line above the next question."""
    wagers: ClassVar[bool] = False
    """Whether each answer is followed by how sure the player is, before it is judged."""
    certainties: ClassVar[tuple[Certainty, ...]] = ()
    """How sure the player can say to be, where the mode wagers."""
    lifelines: ClassVar[tuple[Lifeline, ...]] = ()
    """The helps that can be had once in a round."""
    scored: ClassVar[bool] = True
    """Whether its rounds rank on a board."""
    moves: ClassVar[frozenset[str]] = frozenset({"hint"})
    """The moves it allows besides those that every mode has."""

    def rules(self, wanted: Rules) -> Rules:
        """The rules that hold, given what the player wanted."""
        return wanted if self.clock else replace(wanted, clock=False)

    def want(self, wanted: Want) -> Want:
        """What is dealt, given what the player wanted."""
        return replace(wanted, length=self.length or wanted.length)

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """Choose the questions and their order; raises Undealable, with what would help."""
        want = self.want(want)
        dealt = even_deal(pool, want, want.length)
        if len(dealt) < self.least:
            raise too_few(self.title, self.least, len(dealt))
        return dealt

    def start(self, opening: Opening, dealt: Sequence[Dealt | None]) -> State:
        """The state before the first question."""
        timed = bool(self.limit) and self.rules(opening.rules).clock
        return State(
            queue=tuple(range(len(dealt))),
            lives=self.lives,
            timed=timed,
            left=self.limit if timed else 0.0,
        )

    def score(self, play: Play, state: State, rules: Rules) -> Score:
        """What an answer earns; `state` is the one before it."""
        del state
        return points.score(play, rules, streaks=self.streaks)

    def worth(self, play: Play, state: State, rules: Rules) -> int:
        """What an answer would still earn, without the streak."""
        return self.score(replace(play, streak=0), state, rules).points

    def most(self, dealt: Sequence[Dealt | None], rules: Rules) -> int:
        """The points of a round in which every answer is right and quick."""
        levels = [item.question.difficulty for item in dealt if item is not None]
        plays = (Play(level, 1.0, 0.0, 3.0, 20.0, run) for run, level in enumerate(levels))
        return sum(points.score(play, rules, streaks=self.streaks).points for play in plays)

    def permit(self, state: State, what: str, text: str) -> None:
        """Raise OutOfTurn if a move of this mode's own is not possible now."""

    def told(self, state: State, what: str, text: Clean, dealt: Sequence[Dealt | None]) -> Clean:
        """The text that a move of this mode's own is recorded with."""
        del state, what, dealt
        return text

    def moved(self, state: State, move: Move) -> State:
        """What a move of this mode's own changes."""
        del move
        return state

    def answered(self, state: State, attempt: Attempt) -> State:
        """What an answer changes besides points, streak and clock."""
        if self.lives and not attempt.right:
            return replace(state, lives=state.lives - 1)
        return state

    def over(self, state: State) -> str:
        """Why the round is over, in a word: end, lives, time, banked; "" while it goes on."""
        if self.lives and state.lives <= 0:
            return "lives"
        if state.timed and state.left <= 0:
            return "time"
        return "" if state.queue else "end"

    def ending(self, why: str, state: State) -> str:
        """Why the round ended, in one sentence."""
        del state
        return ENDINGS[why]

    def stake(self, state: State) -> str:
        """What is at stake besides the worth of a question, in a few words; "" for nothing."""
        del state
        return ""

    def total(self, state: State) -> int:
        """The points that the round ends with."""
        return state.points

    def aid(self, state: State, dealt: Dealt, form: Form, seed: str) -> Aid:
        """What the lifelines that were used on the open question show."""
        del state, dealt, form, seed
        return NO_AID

    def offers(self, lifeline: str, state: State, dealt: Dealt, form: Form) -> bool:
        """Whether a lifeline is of any use on the open question."""
        del lifeline, state, dealt, form
        return False

    def whole(self, state: State, dealt: Sequence[Dealt | None]) -> float:
        """The value of the whole round, for the stars: every question dealt."""
        return value_of(state, [dealt[i] for i in range(len(dealt)) if i not in state.reserve])


def value_of(state: State, dealt: Sequence[Dealt | None]) -> float:
    """The value of all that was answered and of these questions."""
    levels = {item.key: item.question.difficulty for item in dealt if item is not None}
    levels |= {attempt.question: attempt.play.level for attempt in state.attempts}
    return float(sum(points.value(level) for level in levels.values()))
