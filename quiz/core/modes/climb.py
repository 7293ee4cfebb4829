"""climb: twelve steps of growing difficulty, two of them safe; bank or go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quiz.core.aid import Aid, Lifeline
from quiz.core.deal import Hand, Pool, Want, dealing_order, too_few, wanted
from quiz.core.form import Form, Pick
from quiz.core.lifelines import ROOM, halved, opened, polled, right_option
from quiz.core.mode import Mode
from quiz.core.records import Attempt, Move, Opening
from quiz.core.rules import Play, Rules, Score, rounded, scale, share
from quiz.core.state import Dealt, State
from quiz.core.text import Clean
from quiz.errors import OutOfTurn, Undealable

LADDER = (100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 4500, 6500, 10_000)
"""What has been won after each step."""
SAFE = (4, 8)
"""The steps from which nobody falls any further."""
STEPS = len(LADDER)
LEVELS = {1: 3, 2: 2, 3: 3, 4: 2, 5: 2}
"""How many steps are of each level."""
_LOOK = 12


class Climb(Mode):
    """Higher and higher, with help that can be had once."""

    id = "climb"
    title = "The Climb"
    summary = (
        "Twelve steps, each harder: 100, 200, 300, 500, 750, 1,000, 1,500, 2,000, 3,000, 4,500, "
        "6,500, 10,000. A miss falls back to the last safe step, the 4th or the 8th, and ends it; "
        "after a step you may stop and take it all. Four lifelines, once each. No clock."
    )
    place = 50
    length = STEPS
    least = STEPS
    lives = 1
    clock = False
    streaks = False
    lifelines = (
        Lifeline("fifty", "x", "f5", Clean("Fifty-fifty")),
        Lifeline("room", "t", "f6", Clean("Ask the room")),
        Lifeline("swap", "w", "f7", Clean("Swap")),
        Lifeline("document", "v", "f8", Clean("Open the document")),
    )
    moves = frozenset({"hint", "bank", *(line.id for line in lifelines)})

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """Deal the twelve steps, and after them one of each level to swap in."""
        rows = wanted(pool, want)
        if not any(item.question.cite for row in rows.values() for item in row):
            raise Undealable(
                "No document cited",
                "One lifeline opens the document, and none of these questions cites any.",
                "Choose or mix in a pack whose questions cite documents.",
            )
        lines = dealing_order(rows, pool, want)
        hand = Hand({level: _picks_first(line) for level, line in lines.items()})
        hand.take(LEVELS)
        steps = hand.easy_to_hard()
        if len(steps) < self.least:
            raise too_few(self.title, self.least, len(steps))
        return (*steps, *hand.take(dict.fromkeys(LEVELS, 1)))

    def start(self, opening: Opening, dealt: Sequence[Dealt | None]) -> State:
        """The state before the first step; what was dealt beyond the twelve is in reserve."""
        state = super().start(opening, dealt)
        return replace(state, queue=state.queue[:STEPS], reserve=state.queue[STEPS:])

    def score(self, play: Play, state: State, rules: Rules) -> Score:
        """What the step adds; only a right answer climbs it."""
        step = min(len(state.attempts), STEPS - 1)
        credit = share(play.credit)
        if credit < 1 and state.clues == 1:
            return Score(0, 0)
        points = rounded(_rise(step) * credit * scale(play, rules))
        return Score(points, points)

    def most(self, dealt: Sequence[Dealt | None], rules: Rules) -> int:
        """The top of the ladder."""
        del dealt
        play = Play(1, 1.0, 0.0, 3.0, 20.0)
        return sum(rounded(_rise(step) * scale(play, rules)) for step in range(STEPS))

    def permit(self, state: State, what: str, text: str) -> None:
        """Bank on a verdict, after which there would be another step; lifelines once each."""
        del text
        if what == "bank":
            if state.phase != "answered" or self.over(state):
                raise OutOfTurn("Nothing to take", "Take what is yours after a step, or climb on.")
            return
        if state.phase != "asking":
            raise OutOfTurn("No question is open", "Lifelines help with an open question.")
        if what in state.used:
            raise OutOfTurn("Used already", "Each lifeline can be had once.")

    def offers(self, lifeline: str, state: State, dealt: Dealt, form: Form) -> bool:
        """Whether a lifeline is of any use on the open question."""
        match lifeline:
            case "swap":
                return bool(state.reserve)
            case "document":
                return bool(dealt.question.cite)
        options = form.options if isinstance(form, Pick) else ()
        least = 3 if lifeline == "fifty" else 2
        return len(options) >= least and right_option(dealt.question, form) is not None

    def told(self, state: State, what: str, text: Clean, dealt: Sequence[Dealt | None]) -> Clean:
        """A swap names the question that comes: the one in reserve nearest in level."""
        if what != "swap":
            return text
        there = {place: dealt[place] for place in (state.index, *state.reserve)}
        levels = {n: item.question.difficulty for n, item in there.items() if item is not None}
        near = min(state.reserve, key=lambda n: (abs(levels[n] - levels[state.index]), -levels[n]))
        coming = there[near]
        return Clean(coming.key) if coming else text

    def moved(self, state: State, move: Move) -> State:
        """A lifeline is used up, and helps with the open question; banking ends the climb."""
        aids = state.aids if move.what == "bank" else (*state.aids, move.what)
        return replace(state, used=(*state.used, move.what), aids=aids)

    def answered(self, state: State, attempt: Attempt) -> State:
        """A right answer may reach a safe step; a miss falls back to the last."""
        if not attempt.right:
            return replace(super().answered(state, attempt), points=state.banked)
        safe = len(state.attempts) in SAFE
        return replace(state, banked=state.points) if safe else state

    def over(self, state: State) -> str:
        """Why the round is over: a miss, banked, or the top."""
        if state.lives > 0 and "bank" in state.used:
            return "banked"
        return super().over(state)

    def stake(self, state: State) -> str:
        """What is safe, and from which step on it will be more."""
        safe = next((step for step in SAFE if step > len(state.attempts)), 0)
        more = f", the next safe step is {safe}" if safe else ""
        return f"{state.banked:,} safe{more}"

    def total(self, state: State) -> int:
        """All that was won; who leaves an open question behind keeps what is safe."""
        return state.banked if state.phase == "asking" else state.points

    def aid(self, state: State, dealt: Dealt, form: Form, seed: str) -> Aid:
        """What the lifelines that were used on the open question show."""
        question, lines = dealt.question, list[Clean]()
        hidden = halved(question, form, seed) if "fifty" in state.aids else frozenset[Clean]()
        options = form.options if isinstance(form, Pick) else ()
        stay = [option for option in options if option not in hidden]
        if hidden:
            lines.append(Clean(f"Fifty-fifty: {stay[0]}, or {stay[1]}."))
        shares = polled(question, form, stay, seed) if "room" in state.aids else ()
        if shares:
            lines.append(Clean(f"{ROOM} simulated players; the harder it is, the fewer know:"))
            lines += (Clean(f"{share} % say {option}") for option, share in shares)
        if "document" in state.aids:
            lines += opened(dealt)
        return Aid(hidden, shares, tuple(lines))

    def ending(self, why: str, state: State) -> str:
        """Why the round ended, in one sentence."""
        step = len(state.attempts)
        match why:
            case "lives":
                return f"A miss on step {step} falls back to {state.points:,}."
            case "banked":
                return f"You stopped after step {step} and took {state.points:,}."
            case "end":
                return "All the steps are climbed: the view is yours."
        return super().ending(why, state)


def _rise(step: int) -> int:
    """What a step adds, counted from 0."""
    return LADDER[step] - (LADDER[step - 1] if step else 0)


def _picks_first(items: Iterable[Dealt]) -> Iterator[Dealt]:
    """Among the next few, first those with options: two lifelines are about options."""
    row = iter(items)
    while chunk := list(islice(row, _LOOK)):
        yield from sorted(chunk, key=lambda item: not isinstance(item.question.form(""), Pick))
