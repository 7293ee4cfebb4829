"""What is at stake, in words: the level, the worth, and what the next in a row adds."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from quiz.core.rules import Play
from quiz.core.state import Dealt
from quiz.core.text import clean
from quiz.tui import plain
from quiz.tui.signs import Signs
from quiz.tui.table import Table
from quiz.tui.widgets.lines import nth, thousands

_FULL = 5
"""Right answers in a row after which the bonus grows no further."""


def level(difficulty: int, signs: Signs) -> Content:
    """Draw a level as filled and empty circles."""
    return Content.assemble(
        (signs.level * difficulty, "$primary"), (signs.unlevel * (5 - difficulty), "$line")
    )


def worth(table: Table, dealt: Dealt) -> int:
    """What a right and quick answer earns, without the streak."""
    play = Play(dealt.question.difficulty, 1.0, took=0.0, free=1.0, melt=1.0)
    state = table.state
    if state.phase == "answered":
        state = replace(state, certainty="")  # that was said of the answer before
    return table.mode.worth(play, state, table.round.rules)


def standing(table: Table, signs: Signs) -> tuple[Content, Content]:
    """The line below the open question: its level and worth; what the run adds."""
    dealt = table.dealt
    told = f"   worth {worth(table, dealt)}"
    left = Content("level ").stylize("$dim") + level(dealt.question.difficulty, signs)
    return left + Content.styled(told, "$dim"), Content.styled(_run(table), "$dim")


def _run(table: Table) -> str:
    state, mode = table.state, table.mode
    if told := mode.stake(state):
        return told
    lives = f"{state.lives} {'life' if state.lives == 1 else 'lives'} left" if mode.lives else ""
    run = ""
    if mode.streaks and state.streak >= _FULL:
        run = f"{state.streak} in a row: the bonus is full"
    elif mode.streaks and state.streak:
        run = f"{state.streak} in a row: a {nth(state.streak + 1)} adds {10 * state.streak} %"
    elif mode.lives and state.streak > 1:
        run = f"{state.streak} in a row"
    return " · ".join(part for part in (run, lives) if part)


def coming(table: Table, signs: Signs) -> tuple[Content, Content]:
    """The line above the footer after a verdict: what comes next."""
    dealt = table.round.coming
    if dealt is None:
        why = table.round.over
        told = table.mode.ending(why, table.state) if why else ""
        return plain.oneline(clean(told), "$dim"), Content("")
    left = Content.styled("next: level ", "$dim") + level(dealt.question.difficulty, signs)
    left += Content.styled(f", worth {worth(table, dealt)}", "$dim")
    return left, Content.styled(_further(table), "$dim")


def bets(table: Table) -> str:
    """What each degree of certainty wins and costs here, and from what chance on it is best."""
    state, rules, told = table.state, table.round.rules, ["How sure are you?"]
    for degree in table.mode.certainties:
        said = replace(state, certainty=degree.id)
        wins, costs = (
            table.mode.score(replace(table.round.play(0.0), credit=credit), said, rules).points
            for credit in (1.0, 0.0)
        )
        name = degree.title.capitalize()
        cost = "costs nothing" if not costs else f"costs {thousands(-costs)}"
        best = f", best from {degree.least} %" if degree.least else ""
        told.append(f"{name} wins {thousands(wins)} or {cost}{best}.")
    return " ".join(told)


def _further(table: Table) -> str:
    streak = table.state.streak
    if not table.mode.streaks or table.mode.stake(table.state):
        return _run(table)
    if not streak:
        return "a new run starts"
    if streak >= _FULL:
        return "the bonus is full"
    article = "an" if streak + 1 == 8 else "a"
    return f"{article} {nth(streak + 1)} in a row adds {10 * streak} %"


def signed(points: int) -> str:
    """Points with their sign: +228, +0, −60."""
    return f"{'+' if points >= 0 else ''}{thousands(points)}"


def earned(table: Table) -> str:
    """The sum of the points: 190 for the answer, 38 for 3 in a row."""
    state, last = table.state, table.last
    streak = last.play.streak
    if last.points > 0:
        told = f"{thousands(last.points - last.bonus)} for the answer"
        return f"{told}, {last.bonus} for {streak + 1} in a row" if last.bonus else told
    if state.streak == 0 and streak > 1:
        return f"the run of {streak} ends"
    return ""


def earned_briefly(table: Table) -> str:
    """The same for a narrow screen: 190 + 38 for 3 in a row."""
    last = table.last
    if last.points > 0 and last.bonus:
        return f"{last.points - last.bonus} + {last.bonus} for {last.play.streak + 1} in a row"
    return "" if last.points > 0 else earned(table)


def afterword(table: Table) -> str:
    """A closing sentence: where a miss comes back, or what a run deserves."""
    last, run, verdict = table.last, table.state.streak, table.state.verdict
    if not last.given:
        back = " It will come back in your next Rematch." if table.kept else ""
        return f"No points lost.{back}"
    if last.credit < 1 and not (verdict and verdict.mark == "right") and table.kept:
        return "This one will come back in your next Rematch."
    if run == 10:
        return "10 in a row. The house is on its feet."
    if run == 6:
        return "6 in a row: the bonus is full."
    return ""
