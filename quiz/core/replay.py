"""Folding: what each record does to the state of a round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from quiz.core.mode import Mode
from quiz.core.records import Attempt, Finish, Move, Opening, Record, Ruling
from quiz.core.rules import Score, value
from quiz.core.state import Dealt, State
from quiz.core.verdict import Verdict

ALWAYS = frozenset({"pause", "resume", "flag"})
"""Moves that every mode allows until the round is over; they change nothing but the time spent."""


def replay(
    opening: Opening, dealt: Sequence[Dealt | None], mode: Mode, records: Sequence[Record]
) -> State:
    """Fold records in their order; places of the deal that are None were removed or changed.

    A ruling changes the attempt it is about, so that all that came after counts as if the
    verdict had been the ruled one.
    """
    ruled: dict[int, Ruling] = {}
    latest: dict[str, int] = {}
    for i, record in enumerate(records):
        if isinstance(record, Attempt):
            latest[record.question] = i
        elif isinstance(record, Ruling) and record.question in latest:
            ruled[latest[record.question]] = record
    state = mode.start(opening, dealt)
    for i, record in enumerate(records):
        if i in ruled and isinstance(record, Attempt):
            record = overruled(record, ruled[i], state, mode, opening)
        state = folded(state, record, mode, opening)
    return _without_lost(state, opening, dealt)


def folded(state: State, record: Record, mode: Mode, opening: Opening) -> State:
    """The state after one record; a ruling needs `replay` and changes nothing here."""
    if isinstance(record, Move):
        return _moved(state, record, mode, opening)
    if isinstance(record, Attempt):
        return _answered(state, record, mode)
    if isinstance(record, Ruling):
        return replace(state, ruled=True)
    if isinstance(record, Finish):
        return replace(state, phase="over", why=record.why, points=record.points)
    return state


def overruled(
    attempt: Attempt, ruling: Ruling, state: State, mode: Mode, opening: Opening
) -> Attempt:
    """The attempt as the player rules it; `state` is the one before it."""
    attempt = attempt.ruled(ruling)
    score = mode.score(attempt.play, state, mode.rules(opening.rules))
    return replace(attempt, points=score.points, bonus=score.streak)


def _moved(state: State, move: Move, mode: Mode, opening: Opening) -> State:
    if move.what == "asked":
        return _asked(state, _place(move.question, state, opening))
    if state.phase == "asking":  # what is said on a verdict takes nothing from the clock
        state = replace(state, spent=max(state.spent, move.took))
    return state if move.what in ALWAYS else _done(state, move, mode, opening)


def _done(state: State, move: Move, mode: Mode, opening: Opening) -> State:
    match move.what:
        case "hint":
            return replace(state, hints=state.hints + 1)
        case "close":
            return replace(state, tries=(*state.tries, move.text))
        case "clue":
            return replace(state, clues=state.clues + 1)
        case "found":
            return replace(state, found=(*state.found, move.text))
        case "certainty":
            return replace(state, certainty=move.text)
        case "swap":
            return _swapped(state, _place(move.text, state, opening))
        case "time":
            return replace(state, left=0.0, spent=0.0, phase="answered")
    return mode.moved(state, move)


def _place(key: str, state: State, opening: Opening) -> int:
    """Find where in the deal a question stands; -1 if nowhere."""
    likely_first = chain(state.queue[:1], range(len(opening.questions)))
    return next((n for n in likely_first if opening.questions[n][0] == key), -1)


def _asked(state: State, index: int) -> State:
    left = round(max(0.0, state.left - state.spent), 3)
    if state.phase == "asking" and index == state.index:  # shown again after an interruption
        return replace(state, shown=state.shown + 1, left=left, spent=0.0, certainty="")
    return replace(
        state,
        queue=tuple(place for place in state.queue if place != index),
        index=index,
        phase="asking",
        hints=0,
        tries=(),
        found=(),
        clues=1,
        shown=1,
        aids=(),
        spent=0.0,
        left=left,
        certainty="",
        verdict=None,
    )


def _swapped(state: State, place: int) -> State:
    """Put the open question into the reserve, and one of the reserve in its place."""
    if place not in state.reserve:
        return state
    kept = tuple(other for other in state.reserve if other != place)
    return replace(
        state,
        phase="ready",
        queue=(place, *state.queue),
        reserve=(*kept, state.index),
        used=(*state.used, "swap"),
    )


def _answered(state: State, attempt: Attempt, mode: Mode) -> State:
    streak = state.streak + 1 if attempt.credit >= 1 else 0
    after = replace(
        state,
        phase="answered",
        points=state.points + attempt.points,
        streak=streak,
        run=max(state.run, streak),
        left=attempt.left if state.timed else state.left,
        spent=0.0,
        known=round(state.known + value(attempt.play.level) * attempt.credit, 4),
        took=round(state.took + attempt.play.took, 3),
        attempts=(*state.attempts, attempt),
        score=Score(attempt.points, attempt.points - attempt.bonus, attempt.bonus),
        verdict=Verdict(
            attempt.credit,
            attempt.expected,
            attempt.reason,
            passed=not attempt.given,
            right=attempt.solved,
        ),
    )
    return mode.answered(after, attempt)


def _without_lost(state: State, opening: Opening, dealt: Sequence[Dealt | None]) -> State:
    """Skip what is still unanswered and no longer there as it was dealt."""
    lost = {place for place, item in enumerate(dealt) if item is None}
    if not lost:
        return state
    answered = {attempt.question for attempt in state.attempts}
    asked = lost.difference(state.reserve)
    changed = any(opening.questions[place][0] not in answered for place in asked)
    state = replace(
        state,
        queue=tuple(place for place in state.queue if place not in lost),
        reserve=tuple(place for place in state.reserve if place not in lost),
        changed=changed,
    )
    if state.phase == "asking" and state.index in lost:
        return replace(state, phase="ready")
    return state
