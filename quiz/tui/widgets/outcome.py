"""How a round ended, in lines: score, stars, place, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.core.text import Clean, clean
from quiz.tui import plain
from quiz.tui.signs import Signs
from quiz.tui.table import Table
from quiz.tui.widgets.bar import bar, stars
from quiz.tui.widgets.large import large
from quiz.tui.widgets.lines import cut, duration, ordinal, thousands
from quiz.tui.widgets.marks import TONES, Tone, sign

if TYPE_CHECKING:
    from quiz.core.records import Attempt
    from quiz.core.state import Dealt
    from quiz.store.seat import Result

_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int) -> str:
    """A number up to ten in a word."""
    return _COUNTED[number] if number < len(_COUNTED) else str(number)


def title(table: Table, signs: Signs) -> Content:
    """What was played: pack, mode, length, clock."""
    opening = table.round.opening
    parts = [] if table.mode.wide else [table.mode.title]  # which is the title there
    if not table.mode.length:
        parts.append(str(opening.length) if opening.length else "all")
    parts.append("clock" if table.clocked else "no clock")
    return plain.oneline(table.title) + Content.styled(
        "".join(f" {signs.dot} {part}" for part in parts), "$dim"
    )


def remarks(result: Result, signs: Signs) -> list[Content]:
    """The three lines beside the score: what was known, which place, how it went."""
    finish, line = result.finish, result.line
    share = round(100 * finish.known / finish.whole) if finish.whole else 0
    known = stars(result.round.stars, signs)
    known += Content(f"   {share} % of what the round was worth")
    if not finish.asked:
        return [known, Content(_place(result, signs)), Content("no question was answered")]
    fresh = f"{line.fresh} new"
    if line.fresh >= line.asked:
        fresh = f"all {line.asked} new" if line.asked > 1 else "new"
    went = [
        f"{finish.right} of {finish.asked}",
        f"run of {finish.run}",
        duration(finish.took),
        fresh if line.fresh else "none new",
    ]
    return [known, Content(_place(result, signs)), Content(f" {signs.dot} ".join(went))]


def _place(result: Result, signs: Signs) -> str:
    line = result.line
    if not result.round.mode.scored:
        return "this mode keeps no board"
    if not line.ranked or not result.place:
        return f"not ranked: {_unranked(result)}"
    told = f"{ordinal(result.place)} of {result.of} on the board"
    if result.first:
        told += f" {signs.dot} your first score here"
    elif result.best:
        told += f" {signs.dot} your best here"
    return told + (f" {signs.dot} self-ruled" if line.ruled else "")


def _unranked(result: Result) -> str:
    opening = result.round.opening
    if opening.seeded:
        return "it had a seed of its own"
    if result.finish.why in ("left", "ended"):
        return "it was not played to its end"
    if opening.level != "all":
        return "not all levels were in it"
    return "the pack was changed meanwhile" if result.round.state.changed else "its length is free"


def score(result: Result, signs: Signs) -> list[Content]:
    """The points in large letters."""
    return large(result.finish.points, signs)


def advice(result: Result, signs: Signs, trouble: str) -> list[tuple[str, Content]]:
    """What comes next, each with its label."""
    table = result.round
    told: list[tuple[str, Content]] = []
    if result.finish.why != "end":
        ending = table.mode.ending(result.finish.why, table.state)
        told.append(("End", plain.oneline(clean(ending))))
    told += _sure(result, signs)
    told.append(("Next", _next(result)))
    told.append(("Rematch", Content(_rematch(result))))
    asked = result.finish.asked
    all_of = "what there was" if not asked else f"all {counted(asked)} answers"
    if asked == 1:
        all_of = "your answer"
    saved = Content(f"{all_of}, with what you gave and when.")
    told.append(("Saved", plain.oneline(clean(trouble), "bold $wrong") if trouble else saved))
    return told


def _sure(result: Result, signs: Signs) -> list[tuple[str, Content]]:
    """How often each degree of certainty was right, where the mode asks for it: a bar each."""
    if not result.round.mode.certainties:
        return []
    from quiz.core.modes.bet import calibration

    return [
        (
            "Said" if row.certainty == result.round.mode.certainties[0] else "",
            plain.fit(plain.oneline(row.certainty.title), 13)
            + bar(row.right / row.said, 20, signs)
            + Content(f"  right {row.right} of {row.said}"),
        )
        for row in calibration(result.round.records)
        if row.said
    ]


def _next(result: Result) -> Content:
    if result.ahead is not None:
        missing = max(1, result.ahead.points - result.line.points)
        lead = Content(f"{thousands(missing)} more takes the lead from ")
        return lead + plain.oneline(result.ahead.player) + Content(".")
    if result.best and not result.first:
        return Content(f"Your best here: {thousands(result.line.points)}.")
    if result.place == 1:
        return Content("You lead this board.")
    return Content("Another round begins with what you have not seen.")


def _rematch(result: Result) -> str:
    attempts = result.round.state.attempts
    missed = sum(not attempt.right for attempt in attempts)
    if missed > 1 and missed == len(attempts):
        return f"A tough house tonight. Rematch shows all {counted(missed)} with their sources."
    if not missed:
        return "nothing to win back from this round."
    minutes = max(1, round(missed * 20 / 60))
    about = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"the {missed} you missed, about {about}." if missed > 1 else (
        "the one you missed, half a minute.")  # fmt: skip


def heads(width: int, signs: Signs) -> Content:
    """The heads above the list of questions."""
    asked, _ = _columns(width)
    answers = f"YOUR ANSWER {signs.arrow} RIGHT ANSWER"
    if 64 <= width < 80:
        answers = f"ANSWER {signs.arrow} RIGHT"
    if not asked:
        return Content.styled(f"      {answers}".ljust(width - 7) + "POINTS", "$dim")
    start = f"         {'QUESTION':<{asked + 2}}{answers}"
    return Content.styled(start.ljust(width - 7) + "POINTS", "$dim")


def entry(
    number: int, attempt: Attempt, dealt: Dealt | None, width: int, signs: Signs, tone: Tone
) -> Content:
    """One question of the round: sign, number, prompt, what was given and right, points."""
    mark = attempt.mark
    given = told(attempt, signs)
    if mark != "right":
        given = Clean(f"{given} {signs.arrow} {attempt.expected}")
    prompt = dealt.question.prompt if dealt else Clean("(not in its pack any more)")
    head = Content.styled(f"{sign(mark, signs)} ", tone(TONES[mark]))
    head += Content(f"{number:>2}  ")
    points = Content.styled(thousands(attempt.points), "bold $primary")
    asked, answered = _columns(width)
    body = plain.show(cut(given, answered))
    if not asked:
        return Content(" ") + plain.apart(head + body, points, width - 2)
    body = plain.fit(plain.show(cut(prompt, asked)), asked + 2) + body
    return Content("   ") + plain.apart(head + body, points, width - 5)


def told(attempt: Attempt, signs: Signs) -> Clean:
    """What was given, in one line; a dash for a partner that was left out."""
    return Clean(", ".join(value or signs.dash for value in attempt.given) or "no idea")


def _columns(width: int) -> tuple[int, int]:
    """Cells for the prompt, 0 where there is no room for it, and for the answers."""
    if width < 64:
        return 0, width - 13
    less = 80 - width
    return 31 - less // 2, 30 - (less + 1) // 2
