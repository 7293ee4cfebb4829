"""bet: after each answer, say how sure you are (certainty-based marking)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quiz.core.aid import Certainty
from quiz.core.mode import Mode
from quiz.core.records import Attempt, Move, Record, Ruling
from quiz.core.rules import Play, Rules, Score, rounded, scale, share
from quiz.core.state import Dealt, State
from quiz.core.text import Clean
from quiz.errors import OutOfTurn

UNIT = 100
"""Points for a unit."""
GUESS = Certainty("guess", Clean("a guess"), 1, 0, 0)
FAIRLY = Certainty("fairly", Clean("fairly sure"), 2, 2, 67)
SURE = Certainty("sure", Clean("sure"), 3, 6, 80)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often the player said so, and how often that was right."""

    certainty: Certainty
    said: int
    right: int


class Bet(Mode):
    """Points for knowing what one knows: saying honestly how sure one is earns the most."""

    id = "bet"
    title = "Bet on it"
    summary = (
        "Answer, then say how sure you are. A guess wins 100 or costs nothing, fairly sure wins "
        "or costs 200, sure wins 300 or costs 600. Honesty pays best: fairly sure from 67 %, "
        "sure from 80 %. No clock, no streak; the sum can fall below zero."
    )
    place = 60
    clock = False
    streaks = False
    wagers = True
    certainties = (GUESS, FAIRLY, SURE)

    def permit(self, state: State, what: str, text: str) -> None:
        """Say how sure while the question is open, and before anything is learned of it."""
        del what
        if state.phase != "asking":
            raise OutOfTurn("Not now", "No question is open.")
        if state.certainty and state.tries:
            raise OutOfTurn("The bet stands", "After a close try it can no longer be changed.")
        if _meant(text) is None:
            raise OutOfTurn("How sure are you?", "Say guess, fairly or sure.")

    def told(self, state: State, what: str, text: Clean, dealt: Sequence[Dealt | None]) -> Clean:
        """The degree's id, whichever of its names was used."""
        del state, what, dealt
        meant = _meant(text)
        return Clean(meant.id) if meant else text

    def score(self, play: Play, state: State, rules: Rules) -> Score:
        """Units won for the share that was right, lost for the rest; help scales both."""
        said = _meant(state.certainty) or GUESS
        credit = share(play.credit)
        # One that needed clues is right all the same: it wins less, and costs nothing.
        lost = 0 if credit and state.clues > 1 else 1 - credit
        points = rounded(UNIT * (said.wins * credit - said.costs * lost) * scale(play, rules))
        return Score(points, points)

    def worth(self, play: Play, state: State, rules: Rules) -> int:
        """What a right answer wins: as was said, or by the boldest bet."""
        if not state.certainty:
            state = replace(state, certainty=SURE.id)
        return super().worth(play, state, rules)

    def most(self, dealt: Sequence[Dealt | None], rules: Rules) -> int:
        """Every answer sure, and right."""
        play = Play(3, 1.0, 0.0, 3.0, 20.0)
        return sum(self.worth(play, State(()), rules) for item in dealt if item is not None)


def calibration(records: Iterable[Record]) -> tuple[Calibration, ...]:
    """When the player said so, how often were they right? Takes records of any rounds in order."""
    said, last = "", ""
    hits: dict[str, list[bool]] = {certainty.id: [] for certainty in Bet.certainties}
    for record in records:
        if isinstance(record, Move):
            said = record.text if record.what == "certainty" else said
            said = "" if record.what == "asked" else said
        elif isinstance(record, Attempt):
            last = said if record.given else ""
            if last in hits:
                hits[last].append(record.right)
        elif isinstance(record, Ruling) and hits.get(last):
            hits[last][-1] = record.right
    return tuple(Calibration(c, len(hits[c.id]), sum(hits[c.id])) for c in Bet.certainties)


def _meant(text: str) -> Certainty | None:
    return next((c for c in Bet.certainties if text in (c.id, c.title)), None)
