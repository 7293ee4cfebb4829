"""Rules about keys: what would make a fair judge contradict its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.author.rule import Finding, Subject, entries, rule, texts
from quiz.core.amount import number_in
from quiz.core.question import Question
from quiz.core.text import Clean, fold

_OPTIONAL = re.compile(r"\([^()]*\)")


@rule("accept-and-reject", "error", "A text is both accepted and rejected by one question.")
def accept_and_reject(subject: Subject) -> Iterator[Finding]:
    """Compare the lists of each typed question; `almost` is half a rejection."""
    for number, question in subject.having("reject"):
        if not texts(question, "reject") and not texts(question, "almost"):
            continue
        told = {fold(text) for text in (*texts(question, "accept"), *question.answers())}
        for field in ("reject", "almost"):
            for place, text in enumerate(texts(question, field)):
                if fold(text) in told:
                    yield (
                        ("question", number, field, place),
                        f'"{text}" is accepted and stands in `{field}`, too',
                        "Take it out of one of the two.",
                    )


@rule("rejected-elsewhere", "warning", "An accepted text is rejected by another question.")
def rejected_elsewhere(subject: Subject) -> Iterator[Finding]:
    """Find aliases that the author calls wrong in another place."""
    rejected: dict[str, int] = {}
    for number, question in subject.having("reject"):
        for text in texts(question, "reject"):
            rejected.setdefault(fold(text), number)
    for number, question in subject.having("accept") if rejected else ():
        for place, text in enumerate(texts(question, "accept")):
            forms = (fold(text), fold(_OPTIONAL.sub("", text)))
            other = next((rejected[form] for form in forms if form in rejected), number)
            if other != number:
                yield (
                    ("question", number, "accept", place),
                    f'"{text}" is rejected by the question "{subject.questions[other].id}"',
                    "Accept something more exact, or allow this rule with the reason.",
                )


@rule("tolerance-swallows", "error", "A wrong option lies within what a number forgives.")
def tolerance_swallows(subject: Subject) -> Iterator[Finding]:
    """Compare the bounds of numbers with the numbers among their distractors."""
    for number, question in subject.having("tolerance"):
        bounds = getattr(question, "bounds", None)
        wrong = question.decoys() if bounds else ()
        for place, text in enumerate(wrong):
            value = number_in(text)
            low, high = bounds() if bounds else (0, 0)
            if value is not None and low <= value <= high:
                yield (
                    ("question", number, "distractors", place),
                    f'"{text}" counts as right: it lies from {low:g} to {high:g}',
                    "Narrow the tolerance, or take another distractor.",
                )


@rule("same-entries", "error", "Two things to name, order or match are the same text.")
def same_entries(subject: Subject) -> Iterator[Finding]:
    """Fold the parts of list, order and match questions and look for twins."""
    for field in ("entries", "items", "clues", "pairs"):
        for number, question in subject.having(field):
            names = _parts(question, field)
            seen: dict[str, int] = {}
            for place, text in ((place, text) for place, each in enumerate(names) for text in each):
                first = seen.setdefault(fold(text), place)
                if first != place:
                    yield (
                        ("question", number, field, place),
                        f'"{text}" is the same as number {first + 1} of `{field}`',
                        "Take one of the two out, or tell them apart.",
                    )


def _parts(question: Question, field: str) -> Sequence[tuple[Clean, ...]]:
    """Give what a question is made of: each part with all the names it goes by."""
    if field == "entries":
        return entries(question)
    if field == "pairs":
        pairs: Sequence[tuple[Clean, Clean]] = getattr(question, "pairs", ())
        return [(left,) for left, _ in pairs]
    return [(text,) for text in texts(question, field)]
