"""list: name them all, or enough of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from quiz.core.form import LONGEST, Fill, Form, Given
from quiz.core.judge import Accepted, Key, accepted
from quiz.core.question import Line, Question
from quiz.core.rivals import rivals
from quiz.core.spelling import SAME, Spelled, slip
from quiz.core.text import Clean
from quiz.core.verdict import NOWHERE, Context, Probe, Verdict

Entry = Line | Annotated[tuple[Line, ...], Field(min_length=1, max_length=50)]
"""A thing to be named: its text; or its text, then the other names it goes by."""


class ListAll(Question):
    """Things to be named; each jumps into its place as soon as it is typed."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "big-three-by-name",
        "kind": "list",
        "prompt": "Name the cities of Europe's big three film festivals.",
        "entries": ["Cannes", ["Venice", "Venezia"], "Berlin"],
        "need": 2,
    }
    RIGHT: ClassVar[Given] = Given((Clean("berlin"), Clean("Venezia")))
    WRONG: ClassVar[Given] = Given((Clean("Locarno"), Clean("San Sebastián")))

    kind: Literal["list"] = Field(description="Name them all, or enough of them.")
    entries: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=300)] = Field(
        description="What can be named; behind an entry its other names, if it has any."
    )
    need: Annotated[int, Field(ge=1, strict=True)] | None = Field(
        default=None, description="How many are enough; all of them, if it is not said."
    )

    @model_validator(mode="after")
    def _can_be_done(self) -> Self:
        if self.needed > len(self.entries):
            raise ValueError("need is more than there are entries")
        return self

    @property
    def needed(self) -> int:
        """How many entries are enough."""
        return len(self.entries) if self.need is None else self.need

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """Fill in as many as are needed."""
        return Fill(self.needed, len(self.entries))

    def judge(self, given: Given, context: Context) -> Verdict:
        """Credit is the share of what is needed; what was named twice counts once."""
        found: tuple[Clean, ...] = ()
        for text in given.values:
            probe = self.probe(text, found, context, entered=True)
            if probe.state == "found":
                found = (*found, probe.entry)
        credit = min(1.0, len(found) / self.needed)
        why = "" if credit >= 1 else f"{len(found)} of {self.needed}"
        return Verdict(credit, self.expected(), Clean(why), found=found, parts=self.needed)

    def probe(
        self,
        text: str,
        found: tuple[Clean, ...],
        context: Context = NOWHERE,
        *,
        entered: bool = False,
    ) -> Probe:
        """Say which entry a text is; `found` are those named already.

        While it is typed, a slip counts only once the text is as long as the entry and cannot
        become another one; `entered` says that the player has finished it.
        """
        told = Spelled.of(text[:LONGEST])
        for names in (self._exactly(told, found), self._exactly(told, ())):
            if names:
                return Probe("already" if names[0] in found else "found", names[0])
        growing = any(form.spelled.joined.startswith(told.joined) for _, form in self._forms)
        if not told.words or (growing and not entered):
            return Probe()
        slips = [(how, *pair) for pair in self._forms if (how := slip(told, pair[1].spelled))]
        least = min((how for how, *_ in slips), default=SAME)
        nearest = {name: form for how, name, form in slips if how == least}
        own = {form.spelled.exact for _, form in self._forms}
        if not nearest or rivals(context.siblings).nearer(told, least.edits, own):
            return Probe()
        name, form = next(iter(nearest.items()))
        early = not entered and len(told.joined) < len(form.spelled.joined)
        if least.over or early or len(nearest) > 1:
            return Probe("near")
        return Probe("already" if name in found else "found", name)

    def _exactly(self, told: Spelled, but: tuple[Clean, ...]) -> list[Clean]:
        """The entries that are spelled just so, other than those named."""
        return [
            name
            for name, form in self._forms
            if form.spelled.exact == told.exact and name not in but
        ]

    @property
    def _forms(self) -> tuple[tuple[Clean, Accepted], ...]:
        return _forms(self._names())

    def _names(self) -> tuple[tuple[Clean, ...], ...]:
        return tuple((entry,) if isinstance(entry, str) else entry for entry in self.entries)

    def expected(self) -> Clean:
        """The entries."""
        return Clean(", ".join(self.answers()))

    def answers(self) -> tuple[Clean, ...]:
        """The entries, each by its first name."""
        return tuple(names[0] for names in self._names())


@lru_cache(maxsize=64)
def _forms(entries: tuple[tuple[Clean, ...], ...]) -> tuple[tuple[Clean, Accepted], ...]:
    """Every form of every entry, each with the text that the entry is shown as."""
    return tuple(
        (names[0], form) for names in entries for form in accepted(Key(names[0], accept=names[1:]))
    )
