"""Question: what every kind has in common, and how a question says where it comes from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from hashlib import sha256
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from quiz.core.form import Form, Given, shown
from quiz.core.text import Clean, clean, line
from quiz.core.verdict import Context, Probe, Verdict

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[Clean, AfterValidator(clean), Field(min_length=1, max_length=2800)]
"""A text of one or more lines, up to ten times what a screen holds."""
Line = Annotated[Clean, AfterValidator(line), Field(min_length=1, max_length=600)]
"""A text of one line: an option, an answer, a name."""
Slug = Annotated[str, Field(pattern=SLUG, max_length=100)]
"""A stable name for files and records: lower-case letters, digits and single hyphens."""


class Part(BaseModel):
    """Base of everything that is read from a pack: frozen, and strict about unknown fields.

    Its validator waits until somebody validates a part by itself; most are only read in a pack.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Citation(Part):
    """Where a document says so."""

    document: Slug = Field(description="The id of a [[document]] of this pack.")
    paragraph: Annotated[int, Field(ge=1, strict=True)] = Field(
        description="The paragraph's number: the Nth line of the document that is not empty."
    )
    says: tuple[Line, ...] = Field(
        default=(), description="Key terms, names and figures that stand in the paragraph."
    )
    sentence: str | None = Field(
        default=None, pattern=r"^[0-9a-f]{16,64}$", description="A hash of the cited sentence."
    )
    quote: Text | None = Field(default=None, description="The cited sentence; in drafts only.")
    start: Annotated[int, Field(ge=0, strict=True)] | None = Field(
        default=None, description="Where the quote starts in the paragraph; in drafts only."
    )
    end: Annotated[int, Field(ge=0, strict=True)] | None = Field(
        default=None, description="Where the quote ends in the paragraph; in drafts only."
    )
    before: Text | None = Field(default=None, description="What stands before; in drafts only.")
    after: Text | None = Field(default=None, description="What stands after; in drafts only.")


class Origin(Part):
    """Where an imported or drawn question came from."""

    format: Line | None = Field(default=None, description="The foreign format, or 'draw'.")
    file: Line | None = Field(default=None, description="The name of the file it stood in.")
    id: Line | None = Field(default=None, description="Its id there.")
    rule: Line | None = Field(default=None, description="The rule that drew it.")
    tool: Line | None = Field(default=None, description="The program that made it.")
    said: Line | None = Field(
        default=None,
        description="Marks of what each field was there: a later import changes those alone "
        "that have changed there.",
    )


class Question(Part, ABC):
    """A question of any kind: the fields that all kinds share, and what each kind must do."""

    EXAMPLE: ClassVar[dict[str, Any]]
    """A question of this kind as it stands in a pack."""
    RIGHT: ClassVar[Given]
    """A right answer to the example."""
    WRONG: ClassVar[Given]
    """A wrong answer to the example."""

    id: Slug = Field(description="Stable and unique in the pack: progress hangs on it.")
    kind: str = Field(description="What kind of question this is.")
    prompt: Text = Field(description="What is asked; best under 200 characters.")
    explanation: Text | None = Field(
        default=None, description="Shown after every answer; best under 280 characters."
    )
    difficulty: Annotated[int, Field(ge=1, le=5, strict=True)] = Field(
        default=3, description="The level, 1 (anybody) to 5 (hardly anybody)."
    )
    tags: tuple[Slug, ...] = Field(
        default=(), description="Topics; 'spoiler' and 'mature' can be left out by the player."
    )
    hints: tuple[Line, ...] = Field(
        default=(), description="Hints, opened one by one, at half the points each."
    )
    cite: tuple[Citation, ...] = Field(default=(), description="Where documents say so.")
    status: Literal["proposed", "stale"] | None = Field(
        default=None, description="'proposed' is never dealt; 'stale' has a citation that moved."
    )
    origin: Origin | None = Field(default=None, description="Where it was imported or drawn from.")
    license: Line | None = Field(default=None, description="SPDX id, if not the pack's.")
    author: Line | None = Field(default=None, description="Who wrote it, if not the pack's.")

    @abstractmethod
    def form(self, seed: str, *, typed: bool = False) -> Form:
        """Give the shape of the answer, options in the order that `seed` makes.

        `typed` asks for the form without options, where the kind has one (*type it*).
        """

    @abstractmethod
    def judge(self, given: Given, context: Context) -> Verdict:
        """Judge an answer that is not "no idea"; use `verdict` from outside."""

    @abstractmethod
    def expected(self) -> Clean:
        """The right answer in words."""

    @abstractmethod
    def answers(self) -> tuple[Clean, ...]:
        """Every text that is, or is part of, a right answer; what nothing may give away."""

    def decoys(self) -> tuple[Clean, ...]:
        """Every text that is offered and wrong."""
        return ()

    def probe(self, text: str, found: tuple[Clean, ...], context: Context) -> Probe:  # noqa: ARG002
        """Say what a text is while it is typed; only kinds that are filled in know any."""
        return Probe()

    def share(self, opened: int) -> float:  # noqa: ARG002
        """The credit of a right answer with so many clues open; 1 where there are none."""
        return 1.0

    def verdict(self, given: Given, context: Context) -> Verdict:
        """Judge any answer; "no idea" is one, of every kind."""
        if given.passed:
            return Verdict(0.0, self.expected(), passed=True)
        return self.judge(given, context)

    def fingerprint(self) -> str:
        """What an edit changes: a hash of prompt and answers, 16 hex digits."""
        told = "\0".join((self.kind, self.prompt, self.expected(), *self.answers()))
        return sha256(told.encode()).hexdigest()[:16]

    def words(self) -> int:
        """How many words there are to read: the prompt, and what its form shows."""
        return sum(len(text.split()) for text in (self.prompt, *shown(self.form(""))))
