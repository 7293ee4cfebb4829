"""Standing: how a round stands, and everything that can be asked of it without changing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from quiz.core.aid import NO_AID, Aid, Lifeline
from quiz.core.deal import LENGTHS, Want
from quiz.core.form import Form, Pick, PickMany, shown
from quiz.core.mode import Mode
from quiz.core.records import Opening, Record
from quiz.core.rules import MELT_MADE, MELT_PICKED, Play, Rules, reading, stars
from quiz.core.state import Dealt, Phase, State
from quiz.core.verdict import Context
from quiz.errors import OutOfTurn

NO_ALIASES: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Standing:
    """A round between two records, to be looked at.

    `dealt` has None where a question was removed or changed since it was dealt. `aliases` are,
    for a question's key, the folded texts that this player was ruled right with.
    """

    opening: Opening
    dealt: tuple[Dealt | None, ...]
    mode: Mode
    state: State
    records: tuple[Record, ...] = ()
    aliases: Mapping[str, frozenset[str]] = field(default_factory=lambda: NO_ALIASES)

    @property
    def rules(self) -> Rules:
        """What scales the points: what was wanted, as far as the mode has it."""
        return self.mode.rules(self.opening.rules)

    @property
    def phase(self) -> Phase:
        """Ready (nothing open), asking, answered (a verdict stands), or over."""
        return self.state.phase

    @property
    def current(self) -> Dealt | None:
        """The question that is open, or was last answered."""
        return self.dealt[self.state.index] if self.state.index >= 0 else None

    @property
    def coming(self) -> Dealt | None:
        """The question after this one, unless the round is over."""
        return None if self.over or not self.state.queue else self.dealt[self.state.queue[0]]

    @property
    def over(self) -> str:
        """Why there is nothing more to ask, in a word; "" while there is."""
        if self.state.phase == "over":
            return self.state.why
        return "" if self.state.phase == "asking" else self.mode.over(self.state)

    @property
    def number(self) -> int:
        """Which question this is, from 1; for a question that is yet to come, the next."""
        answered = len(self.state.attempts)
        return answered if self.state.phase in ("answered", "over") else answered + 1

    @property
    def total(self) -> int:
        """How many questions the round has, as far as it can be known."""
        open_now = self.state.phase == "asking"
        return len(self.state.attempts) + len(self.state.queue) + open_now

    @property
    def form(self) -> Form:
        """The shape of the open question's answer."""
        dealt = self._open()
        seed = f"{self.opening.seed}/{dealt.key}"
        return dealt.question.form(seed, typed=self.rules.typed)

    @property
    def share(self) -> float:
        """The credit of a right answer to the current question, with the clues that are open."""
        return self.current.question.share(self.state.clues) if self.current else 1.0

    @property
    def lifelines(self) -> tuple[Lifeline, ...]:
        """The lifelines that can be used now; each is a move of its id."""
        dealt, state = self.current, self.state
        if state.phase != "asking" or dealt is None or not self.mode.lifelines:
            return ()
        form, offers = self.form, self.mode.offers
        return tuple(
            line
            for line in self.mode.lifelines
            if line.id not in state.used and offers(line.id, state, dealt, form)
        )

    @property
    def aid(self) -> Aid:
        """What the lifelines that were used on the open question show."""
        dealt = self.current
        if self.state.phase != "asking" or dealt is None or not self.state.aids:
            return NO_AID
        return self.mode.aid(self.state, dealt, self.form, f"{self.opening.seed}/{dealt.key}")

    @property
    def whole(self) -> float:
        """The value of the whole round."""
        return self.mode.whole(self.state, self.dealt)

    @property
    def stars(self) -> int:
        """One to five stars for what was known, whatever the clock."""
        return stars(self.state.known, self.whole)

    def play(self, took: float, credit: float = 1.0) -> Play:
        """How the open question stands after `took` seconds."""
        question, state, rules = self._open().question, self.state, self.rules
        form = self.form
        words = sum(len(text.split()) for text in (question.prompt, *shown(form)))
        return Play(
            level=question.difficulty,
            credit=credit,
            took=round(max(0.0, took), 3),
            free=reading(words, rules.reading),
            melt=MELT_PICKED if isinstance(form, Pick | PickMany) else MELT_MADE,
            streak=state.streak,
            hints=state.hints,
            tries=len(state.tries),
            interrupted=state.shown > 1,
        )

    def worth(self, took: float) -> int:
        """What a right answer would still earn after `took` seconds, without the streak."""
        return self.mode.worth(self.play(took, self.share), self.state, self.rules)

    def left(self, took: float) -> float:
        """Seconds on the clock after `took` on this question: the round's, or the bonus's."""
        if self.state.timed:
            spent = took if self.state.phase == "asking" else 0.0
            return round(max(0.0, self.state.left - spent), 3)
        if not self.rules.clock or self.state.phase != "asking":
            return 0.0
        play = self.play(took)
        return round(max(0.0, play.free + play.melt - play.took), 3)

    def ranked(self, why: str = "") -> bool:
        """Whether this round counts on its board, if it ends for this reason."""
        opening = self.opening
        return (
            self.mode.scored
            and not opening.seeded
            and self.mode.want(Want(level=opening.level)).level == "all"
            and not self.state.changed
            and why not in ("left", "ended")
            and (bool(self.mode.length) or opening.length in LENGTHS)
        )

    def _open(self) -> Dealt:
        current = self.current
        if self.state.phase != "asking" or current is None:
            raise OutOfTurn("No question is open", "Ask one first.")
        return current

    def _context(self, dealt: Dealt) -> Context:
        return Context(
            siblings=dealt.siblings,
            aliases=self.aliases.get(dealt.key, frozenset()),
            tries=self.state.tries,
            clues=self.state.clues,
            typed=self.rules.typed,
        )
