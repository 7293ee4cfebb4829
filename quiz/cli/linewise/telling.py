"""The words for a verdict: the mark, the answer, the points and their sum, why, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quiz.cli.linewise.asking import plural
from quiz.core.records import Attempt
from quiz.core.round import Round
from quiz.core.state import Dealt
from quiz.core.verdict import Verdict

CHEERS = {
    6: "6 in a row: the bonus is full.",
    10: "10 in a row. The house is on its feet.",
}
CLOSE = "Close. One more try, for 0.8 of the points."


def verdict(before: Round, after: Round) -> Iterator[str]:
    """Say how the question was answered; `before` is the round when it was still open."""
    attempt, told = after.state.attempts[-1], after.state.verdict
    if told is None:
        return
    streaks = after.mode.streaks
    parts = [marked(told), f"{earned(attempt)}."]
    if told.why and told.mark not in ("part", "passed"):
        parts.append(sentence(told.why))
    if streaks and attempt.credit < 1 and before.state.streak > 1:
        parts.append(f"The run of {before.state.streak} ends.")
    if told.passed:
        parts.append("No points lost.")
    if streaks and told.mark == "right" and after.state.streak in CHEERS:
        parts.append(CHEERS[after.state.streak])
    yield " ".join(parts)


def marked(told: Verdict) -> str:
    """The mark in words, with the expected answer."""
    match told.mark:
        case "right":
            return f"Right. {stopped(told.expected)}"
        case "part":
            share = told.why or f"{len(told.found)} of {told.parts}"
            found = f" You had {stopped(', '.join(told.found))}" if told.found else ""
            return f"Part right: {share}.{found} The whole answer: {stopped(told.expected)}"
        case "passed":
            return f"No idea. The answer is: {stopped(told.expected)}"
        case _:
            return f"Wrong. The answer is: {stopped(told.expected)}"


def earned(attempt: Attempt) -> str:
    """The points and how they came about; an answer without full credit is not in the row."""
    points = f"{attempt.points:,} {plural(attempt.points, 'point')}"
    if not attempt.bonus:
        return points
    answer, before = attempt.points - attempt.bonus, attempt.play.streak
    row = f"{before + 1} in a row" if attempt.credit >= 1 else f"{before} in a row before it"
    return f"{points}: {answer:,} for the answer, {attempt.bonus:,} for {row}"


def ruled(after: Round) -> str:
    """Say what the player's own ruling made of the verdict."""
    attempt = after.state.attempts[-1]
    word = "right" if attempt.credit else "wrong"
    return f"Taken as {word}, by your own ruling. {earned(attempt)}. The board will say so."


def written(dealt: Dealt) -> Iterator[str]:
    """Say where the answer is written, a line for each document."""
    places: dict[str, list[int]] = {}
    for cite in dealt.question.cite:
        if cite.paragraph not in places.setdefault(cite.document, []):
            places[cite.document].append(cite.paragraph)
    for name, paragraphs in places.items():
        title = dealt.documents.get(name, name)
        numbers = " and ".join(str(number) for number in paragraphs)
        yield f"Written in: {title}, {plural(len(paragraphs), 'paragraph')} {numbers}."


def judged(attempt: Attempt, dealt: Dealt, told: Verdict) -> Mapping[str, object]:
    """A judged answer as programs read it."""
    return {
        "question": attempt.question,
        "prompt": dealt.question.prompt,
        "given": ", ".join(attempt.given),
        "right": told.mark == "right",
        "credit": attempt.credit,
        "points": attempt.points,
        "expected": attempt.expected,
        "reason": attempt.reason,
    }


def sentence(text: str) -> str:
    """Text with a capital and a full stop."""
    text = text.strip()
    return stopped(text[:1].upper() + text[1:])


def stopped(text: str) -> str:
    """Text with a full stop, unless it has an end of its own."""
    return text if text.endswith((".", "!", "?", "…", '."', ".”")) else f"{text}."
