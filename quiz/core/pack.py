"""Pack: title, authors, licence, documents and questions."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from quiz.core.kinds import AnyQuestion
from quiz.core.question import Line, Part, Question, Slug, Text
from quiz.core.text import Clean

FORMAT = 1
"""The pack format that this program writes; newer ones are refused with a clear sentence."""

_DAYS = (
    ("0[13578]|1[02]", "0[1-9]|[12][0-9]|3[01]"),
    ("0[469]|11", "0[1-9]|[12][0-9]|30"),
    ("02", "0[1-9]|[12][0-9]"),
)
_DATE = (
    "^(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
    f"(-({'|'.join(f'({months})(-({days}))?' for months, days in _DAYS)}))?$"
)
"""A year, a month or a day; all that a pattern cannot know of calendars is leap years."""


def _first_day(when: str) -> date:
    """Give the first day of a year, a month or a day; raises ValueError if it never was."""
    return date.fromisoformat(when + "0001-01-01"[len(when) :])


def _of_the_calendar(when: str) -> str:
    """Take a date that there is."""
    try:
        _first_day(when)
    except ValueError:
        raise ValueError(f"there is no day {when}") from None
    return when


class Document(Part):
    """What questions were drawn from."""

    id: Slug = Field(description="What citations call it.")
    title: Line = Field(description="Its title, shown with every citation.")
    author: Line | None = Field(default=None, description="Who wrote it.")
    published: Annotated[str, Field(pattern=_DATE), AfterValidator(_of_the_calendar)] | None = (
        Field(default=None, description="When: a year, a month or a day.")
    )
    url: Line | None = Field(default=None, description="Where it can be read.")
    file: Line | None = Field(default=None, description="The file's name in a documents folder.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        default=None, description="The file's hash: another one is another edition."
    )

    def dated(self) -> Clean:
        """The title with its month or year: "A Review, April 2025"."""
        if not self.published:
            return self.title
        day = _first_day(self.published)
        when = f"{day:%B} {day.year}" if "-" in self.published else str(day.year)
        return Clean(f"{self.title}, {when}")


class Allow(Part):
    """A check that this pack may break, and why."""

    rule: Slug = Field(description="The code of the rule, as `quiz check --rules` lists it.")
    why: Line = Field(description="The reason, for whoever reads the pack.")
    question: Slug | None = Field(default=None, description="Only for this question.")


class Pack(Part):
    """A set of questions with a title, a licence and the documents it was drawn from."""

    # Built at once, so that two threads never do it at the same time.
    model_config = ConfigDict(defer_build=False)

    format: Annotated[int, Field(strict=True, ge=FORMAT, le=FORMAT)] = Field(
        description="The version of the pack format."
    )
    id: Slug = Field(description="Unique among packs: progress and boards hang on it.")
    title: Annotated[Line, Field(max_length=240)] = Field(description="Best under 24 characters.")
    description: Text | None = Field(default=None, description="A sentence about the pack.")
    version: Line | None = Field(default=None, description="Changes with the content.")
    language: Line | None = Field(default=None, description="BCP 47, such as en or pt-BR.")
    license: Line | None = Field(default=None, description="SPDX id, such as CC0-1.0.")
    authors: tuple[Line, ...] = Field(default=(), description="Who made it.")
    tags: tuple[Slug, ...] = Field(default=(), description="What it is about.")
    allow: tuple[Allow, ...] = Field(default=(), description="Checks it may break, with why.")
    documents: tuple[Document, ...] = Field(
        default=(), alias="document", description="What questions were drawn from."
    )
    questions: tuple[AnyQuestion, ...] = Field(
        default=(), alias="question", description="The questions."
    )

    def document(self, id: str) -> Document | None:
        """The document that citations call `id`, if it is listed."""
        return next((d for d in self.documents if d.id == id), None)

    def siblings(self) -> frozenset[Clean]:
        """Every answer and distractor of the pack: what no typo may be taken for.

        Ask once and keep it: judging arranges it once for each that it is given.
        """
        return frozenset(text for q in self.questions for text in (*q.answers(), *q.decoys()))

    def playable(self) -> tuple[Question, ...]:
        """The questions that can be dealt: all that are not mere proposals."""
        return tuple(q for q in self.questions if q.status != "proposed")
