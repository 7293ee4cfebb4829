"""The words for the end of a round: score, stars, rank, what was missed, and that it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.cli.linewise.asking import lasting, plural, round_half_up
from quiz.core.records import Finish
from quiz.core.round import Round
from quiz.core.rules import stars

if TYPE_CHECKING:
    from quiz.store.seat import Result


def results(result: Result, title: str) -> Iterator[str]:
    """Everything about a finished round, line by line."""
    round, finish = result.round, result.finish
    clock = "clock" if round.rules.clock else "no clock"
    yield f"The end. {', '.join(dict.fromkeys((title, round.mode.title, clock)))}."
    if finish.why != "end" or round.mode.id != "classic":
        yield round.mode.ending(finish.why, round.state)
    yield f"{finish.points:,} {plural(finish.points, 'point')}. {starred(finish)}."
    yield summed(round, finish)
    yield ranking(result)
    if result.ahead is not None and finish.ranked:
        short = result.ahead.points - finish.points + 1
        yield f"{short:,} more takes the lead from {result.ahead.player}."
    if round.mode.wagers:
        yield from calibrated(round)
    yield from missed(round)


def calibrated(round: Round) -> Iterator[str]:
    """How often the player was right, for each degree of certainty."""
    from quiz.core.modes.bet import calibration

    for told in calibration(round.records):
        if told.said:
            yield f"When you said {told.certainty.title}: {told.right} of {told.said} right."


def starred(finish: Finish) -> str:
    """The stars in words, and the share that they stand for."""
    count = stars(finish.known, finish.whole)
    share = round_half_up(100 * finish.known / finish.whole) if finish.whole > 0 else 0
    earned = f"{count} {plural(count, 'star')} of 5" if count else "No star yet"
    return f"{earned}: {share} % of what the round was worth"


def summed(round: Round, finish: Finish) -> str:
    """Right answers, run, time and what was new, in one line."""
    fresh, dealt = round.opening.fresh, len(round.opening.questions)
    parts = [f"{finish.right} of {finish.asked} right."]
    if finish.run > 1:
        parts.append(f"Longest run: {finish.run}.")
    parts.append(f"Time: {lasting(finish.took)}.")
    if finish.asked == dealt:
        new = f"All {dealt} were new to you." if fresh >= dealt else f"{fresh} of {dealt} were new."
        parts.append(new)
    if finish.ruled:
        parts.append("With a ruling of your own.")
    if not finish.right and finish.asked:
        parts.append("A tough house tonight.")
    return " ".join(parts)


def ranking(result: Result) -> str:
    """The place on the board, or why there is none."""
    if not result.finish.ranked:
        return f"Not ranked: {unranked(result.round, result.finish)}."
    best = ""
    if result.first:
        best = " Your first score here."
    elif result.best:
        best = f" Your best here: {result.finish.points:,}."
    return f"{ordinal(result.place)} of {result.of} on the board.{best}"


def unranked(round: Round, finish: Finish) -> str:
    """Why a round does not count on its board."""
    if not round.mode.scored:
        return "this mode has no board"
    if finish.why in ("left", "ended"):
        return "the round was not played to its end"
    if round.opening.seeded:
        return "the seed was chosen"
    if round.opening.level != "all":
        return "not all levels were asked"
    if round.state.changed:
        return "the pack has changed since the round began"
    return "boards are for 5, 10, 20 or all questions"


def missed(round: Round) -> Iterator[str]:
    """Every answer that was not right, with what was given and what is right."""
    there = {dealt.key: dealt.question for dealt in round.dealt if dealt is not None}
    for number, attempt in enumerate(round.state.attempts, 1):
        question = there.get(attempt.question)
        if attempt.right:
            continue
        prompt = question.prompt if question else attempt.question
        given = f"You said: {', '.join(attempt.given)}." if attempt.given else "You had no idea."
        yield f"Missed {number}. {prompt} {given} The answer: {attempt.expected}."
        if round.mode.brisk and question and question.explanation:
            yield question.explanation


def saved(asked: int, trouble: str) -> str:
    """Say that the answers are kept; or that they are not, and why."""
    if trouble:
        return trouble
    if not asked:
        return "Saved."
    count = "the answer" if asked == 1 else f"all {asked} answers"
    return f"Saved: {count}, with what you gave and when."


def ordinal(place: int) -> str:
    """The 1st, 2nd, 3rd or 4th."""
    last = 0 if 10 <= place % 100 <= 20 else place % 10
    return f"{place}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"
