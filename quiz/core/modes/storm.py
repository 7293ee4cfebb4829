"""storm: three minutes, harder and harder, and combos that win time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from quiz.core.deal import Hand, Pool, Want, dealing_order, mix, too_few, wanted
from quiz.core.mode import Mode, value_of
from quiz.core.records import Attempt, Opening
from quiz.core.rules import Play, Rules, Score
from quiz.core.state import Dealt, State

COMBOS: Mapping[int, int] = MappingProxyType({3: 3, 6: 5, 10: 7, 15: 10})
"""The seconds that so many right answers in a row add, at the moment they are reached."""
COST = 10
"""The seconds that a miss costs."""
CLIMB = 30
"""In so many questions it goes from easy to hard; with the clock off they are all."""


class Storm(Mode):
    """Against the clock of the whole round, not of the question."""

    id = "storm"
    title = "Storm"
    summary = (
        "Three minutes, all packs, harder and harder. 3, 6, 10 and 15 right in a row add 3, 5, 7 "
        "and 10 seconds; a miss costs 10 and the combo. 100 to 300 points by level, 10 % more "
        "for each in a row, at most 50 %. Without the clock it ends after 30 questions."
    )
    place = 30
    length = 120
    least = 10
    limit = 180.0
    wide = True
    brisk = True

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """Thirty from easy to hard in the packs' own mix, then the hardest that are left."""
        rows = wanted(pool, want)
        counts = {level: len(row) for level, row in rows.items()}
        share = mix(counts, min(CLIMB, sum(counts.values())))
        hand = Hand(dealing_order(rows, pool, want))
        hand.take(share)
        first = hand.easy_to_hard()
        if len(first) < self.least:
            raise too_few(self.title, self.least, len(first))
        room, hardest = self.length - len(first), dict[int, int]()
        for level in sorted(counts, reverse=True):
            hardest[level] = min(room, counts[level] - share[level])
            room -= hardest[level]
        rest = hand.take(hardest)
        return (*first, *sorted(rest, key=lambda item: -item.question.difficulty))

    def start(self, opening: Opening, dealt: Sequence[Dealt | None]) -> State:
        """The state before the first question; without the clock the queue is the limit."""
        state = super().start(opening, dealt)
        return state if state.timed else replace(state, queue=state.queue[:CLIMB])

    def score(self, play: Play, state: State, rules: Rules) -> Score:
        """Level and streak: the clock is paid in seconds, not in points."""
        return super().score(play, state, replace(rules, clock=False))

    def answered(self, state: State, attempt: Attempt) -> State:
        """A combo wins seconds, a miss costs some."""
        if not state.timed:
            return state
        change = COMBOS.get(state.streak, 0) if attempt.right else -COST
        return replace(state, left=round(max(0.0, state.left + change), 3))

    def stake(self, state: State) -> str:
        """The next combo, while there is one."""
        combo = next((count for count in COMBOS if count > state.streak), 0)
        if not state.timed or not combo:
            return ""
        run = f"{state.streak} in a row: " if state.streak else ""
        return f"{run}{combo} win {COMBOS[combo]} s"

    def whole(self, state: State, dealt: Sequence[Dealt | None]) -> float:
        """The value of the first thirty, and of whatever was answered beyond them."""
        return value_of(state, dealt[:CLIMB])

    def most(self, dealt: Sequence[Dealt | None], rules: Rules) -> int:
        """The points of the first thirty, all right; who is quicker gets more."""
        return super().most(dealt[:CLIMB], replace(rules, clock=False))

    def ending(self, why: str, state: State) -> str:
        """Why the round ended, in one sentence."""
        if why == "time":
            return (
                f"The three minutes are over: {len(state.attempts)} questions, {state.right} right."
            )
        if why == "end" and not state.timed:
            return "Without the clock a Storm ends here."
        return super().ending(why, state)
