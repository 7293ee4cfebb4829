"""Round: a game in progress, as a fold over its records.

The opening, the dealt questions and the records so far give the whole state, the score and the
end; resuming is folding again. Every verb returns the round after it and the record of it, which
the caller saves; a verb that is not allowed now raises OutOfTurn and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from quiz.core.form import LONGEST, Given, Write, blank
from quiz.core.mode import Mode
from quiz.core.records import Attempt, Finish, Move, Opening, Record, Ruling
from quiz.core.replay import ALWAYS, folded, replay
from quiz.core.standing import NO_ALIASES, Standing
from quiz.core.state import NOTHING, Dealt
from quiz.core.text import Clean
from quiz.core.verdict import Probe
from quiz.errors import OutOfTurn

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Round(Standing):
    """A round between two records; make one with `begin`."""

    @classmethod
    def begin(
        cls,
        opening: Opening,
        dealt: tuple[Dealt | None, ...],
        mode: Mode,
        records: tuple[Record, ...] = (),
        aliases: Mapping[str, frozenset[str]] = NO_ALIASES,
    ) -> Round:
        """Fold a round from its opening and the records so far (without the opening)."""
        state = replay(opening, dealt, mode, records)
        return cls(opening, dealt, mode, state, records, aliases)._with_parts()

    def ask(self, at: datetime) -> tuple[Round, Move]:
        """Open the next question; or the same again, where an open one was interrupted."""
        if self.state.phase == "asking":
            key = self._open().key
        elif self.over or not self.state.queue:
            raise OutOfTurn("The round is over", "There is no further question.")
        else:
            coming = self.dealt[self.state.queue[0]]
            assert coming is not None  # noqa: S101 - replay leaves no lost place in the queue
            key = coming.key
        left = max(0.0, self.state.left - self.state.spent) if self.state.timed else 0.0
        return self._with(Move(self.opening.round, at, "asked", key, left=round(left, 3)))

    def answer(self, given: Given, at: datetime, took: float) -> tuple[Round, Attempt | Move]:
        """Judge an answer: an attempt; or a move where one more try is due, or the time is up."""
        dealt = self._open()
        if self.state.timed and self.left(took) <= 0:
            return self.time_up(at, took)
        given = Given(tuple(Clean(value[:LONGEST]) for value in given.values))
        if blank(given):
            raise OutOfTurn("Nothing typed yet", "", "Say “no idea” if you have none.")
        if self.mode.wagers and not self.state.certainty and not given.passed:
            raise OutOfTurn("How sure are you?", "Say so before the answer is judged.")
        verdict = dealt.question.verdict(given, self._context(dealt))
        if verdict.close:
            return self._during("clue" if verdict.opens else "close", given.text, at, took)
        play = self.play(took, verdict.credit)
        score = NOTHING if given.passed else self.mode.score(play, self.state, self.rules)
        attempt = Attempt(
            round=self.opening.round,
            at=at,
            question=dealt.key,
            given=given.values,
            expected=verdict.expected,
            play=play,
            points=score.points,
            bonus=score.streak,
            reason=verdict.why,
            left=self.left(took),
            solved=verdict.right and verdict.credit < 1,
        )
        after, _ = self._with(attempt)
        return after._with_parts(), attempt

    def probe(self, text: Clean, at: datetime, took: float) -> tuple[Round, Probe, Move | None]:
        """Say what a text is while it is typed; an entry that is found is a move."""
        dealt = self._open()
        probe = dealt.question.probe(text, self.state.found, self._context(dealt))
        if probe.state != "found":
            return self, probe, None
        after, move = self._during("found", probe.entry, at, took)
        return after, probe, move

    def hint(self, at: datetime, took: float) -> tuple[Round, Move]:
        """Open the next hint, at half the points."""
        if "hint" not in self.mode.moves or self.state.hints >= len(self._open().question.hints):
            raise OutOfTurn("No hint", "There is no further hint here.")
        return self._during("hint", Clean(""), at, took)

    def clue(self, at: datetime, took: float) -> tuple[Round, Move]:
        """Open the next clue without a guess."""
        form = self.form
        if not isinstance(form, Write) or self.state.clues >= len(form.clues):
            raise OutOfTurn("No clue", "All clues are open.")
        return self._during("clue", Clean(""), at, took)

    def move(
        self, what: str, at: datetime, took: float = 0.0, text: Clean = Clean("")
    ) -> tuple[Round, Move]:
        """Do what only this mode knows, or pause, resume and flag."""
        allowed = self.mode.moves | ALWAYS | ({"certainty"} if self.mode.wagers else set())
        if what not in allowed - {"hint"} or self.state.phase == "over":
            raise OutOfTurn("Not now", f"“{what}” is not possible here.")
        if what not in ALWAYS:
            self.mode.permit(self.state, what, text)
            helps = {line.id for line in self.mode.lifelines}
            if what in helps.difference(line.id for line in self.lifelines):
                raise OutOfTurn("No help here", "This lifeline can show nothing on this question.")
            text = self.mode.told(self.state, what, text, self.dealt)
        return self._during(what, text, at, took)

    def time_up(self, at: datetime, took: float) -> tuple[Round, Move]:
        """The round's own clock has run out, whatever is open."""
        if not self.state.timed or self.state.phase != "asking" or self.left(took) > 0:
            raise OutOfTurn("Time is not up", "The clock still runs.")
        return self._during("time", Clean(""), at, took)

    def rule(self, right: bool, at: datetime) -> tuple[Round, Ruling]:
        """Overrule the verdict that stands; until the next question is asked."""
        verdict = self.state.verdict
        if self.state.phase != "answered" or verdict is None:
            raise OutOfTurn("Nothing to overrule", "No verdict stands.")
        if right and verdict.passed:
            raise OutOfTurn("Nothing to overrule", "You gave no answer that could be right.")
        if verdict.mark == "right" if right else verdict.credit == 0:
            word = "right" if right else "wrong"
            raise OutOfTurn("Nothing to overrule", f"It counts as {word} already.")
        last = self.state.attempts[-1]
        share = self.share if right else 1.0
        credit = share if share < 1 else 0.0
        draft = Ruling(self.opening.round, at, last.question, right, 0, credit)
        points = self._refolded(draft).state.attempts[-1].points
        ruling = replace(draft, points=points)
        return self._refolded(ruling), ruling

    def finish(self, at: datetime, why: str = "") -> tuple[Round, Finish]:
        """Close the round; without a `why` (left, ended) it must have reached its end."""
        why = self.over or why  # one that is over is not left, whoever closes it
        if not why or self.state.phase == "over":
            raise OutOfTurn("The round is not over", "There are questions left.")
        state = self.state
        return self._with(
            Finish(
                round=self.opening.round,
                at=at,
                why=why,
                points=self.mode.total(state),
                right=state.right,
                asked=len(state.attempts),
                known=round(state.known, 4),
                whole=self.whole,
                took=state.took,
                run=state.run,
                ranked=self.ranked(why),
                ruled=state.ruled,
            )
        )

    def _with_parts(self) -> Round:
        """The round with all that its last verdict says; records keep no more than they must."""
        verdict, dealt = self.state.verdict, self.current
        if verdict is None or verdict.passed or dealt is None:
            return self
        given = Given(self.state.attempts[-1].given)
        judged = dealt.question.verdict(given, self._context(dealt))
        full = replace(
            verdict,
            found=judged.found,
            parts=judged.parts,
            figures=judged.figures,
        )
        return replace(self, state=replace(self.state, verdict=full))

    def _during(self, what: str, text: Clean, at: datetime, took: float) -> tuple[Round, Move]:
        key = self.current.key if self.current else ""
        took = round(max(0.0, took), 3)
        return self._with(Move(self.opening.round, at, what, key, text, took, self.left(took)))

    def _with(self, record: R) -> tuple[Round, R]:
        state = folded(self.state, record, self.mode, self.opening)
        return replace(self, state=state, records=(*self.records, record)), record

    def _refolded(self, record: Record) -> Round:
        records = (*self.records, record)
        return Round.begin(self.opening, self.dealt, self.mode, records, self.aliases)
