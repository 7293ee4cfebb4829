"""Rules about options: one right, the others wrong, and no way to tell by their looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import sqrt

from quiz.author.rule import Finding, Subject, right_field, rule
from quiz.core.form import Pick
from quiz.core.text import Clean, fold

_FIGURE = re.compile(r"[^\w]*\d[\d.,\s'–-]*(?:st|nd|rd|th|s)?\W*(?:[a-z]+\W*){0,2}")
_YEAR = re.compile(r"\d{4}")
_CATCH_ALL = re.compile(
    r"(?:all|none|both|neither|any|some|most) (?:of )?(?:the )?(?:above|these|them|those)"
    r"|both|neither|(?:both )?[a-f] and [a-f]|[a-f] or [a-f]"
)
_MAYBE_CATCH_ALL = re.compile(r"\W*(?i:all|none|both|neither|any|some|most|[a-f])\b.{0,16}$")
_FEW = 5


@rule("answer-in-distractors", "error", "The right answer stands among the wrong options, too.")
def answer_in_distractors(subject: Subject) -> Iterator[Finding]:
    """Compare by folding, as a typed answer would be."""
    for number in subject.twins:
        right, wrong = subject.offers[number]
        told = {fold(text) for text in right}
        for place, text in enumerate(wrong):
            if fold(text) in told:
                yield (
                    ("question", number, "distractors", place),
                    f'"{text}" is the right answer, too',
                    "Put something in its place that is surely wrong.",
                )


@rule("same-options", "error", "Two options are the same text but for case, accents and signs.")
def same_options(subject: Subject) -> Iterator[Finding]:
    """Look for twins among the right, and among the wrong options."""
    for number in subject.twins:
        right, wrong = subject.offers[number]
        field = right_field(subject.questions[number])
        for name, options in ((field[0] if field else "", right), ("distractors", wrong)):
            first: dict[str, int] = {}
            for place, text in enumerate(options):
                twin = first.setdefault(fold(text), place)
                if twin != place:
                    yield (
                        ("question", number, name, place),
                        f'"{text}" and "{options[twin]}" are the same option',
                        "Put another one in the place of one of them.",
                    )


@rule("catch-all", "warning", "An option such as “all of the above” tests logic, not knowledge.")
def catch_all(subject: Subject) -> Iterator[Finding]:
    """Find options that speak of other options: their order changes in every round."""
    for number, (right, wrong) in enumerate(subject.offers):
        for place, text in enumerate(right + wrong):
            if _catches_all(text):
                at = place - len(right)
                field = right_field(subject.questions[number], place)
                yield (
                    ("question", number, *(field if at < 0 else ("distractors", at))),
                    f'"{text}" speaks of other options, whose order is never the same',
                    "Name one more wrong answer, or ask with kind multi-choice.",
                )


@rule("longest-option", "warning", "The right option is by far the longest.")
def longest_option(subject: Subject) -> Iterator[Finding]:
    """Compare lengths: the careful wording of the truth gives it away."""
    for number, (right, wrong) in enumerate(subject.offers):
        if len(right) != 1 or len(wrong) < 2:
            continue
        most = max(map(len, wrong))
        if len(right[0]) > max(most * 1.4, most + 6):
            yield (
                ("question", number, *right_field(subject.questions[number])),
                f"the right option is the longest by {len(right[0]) - most} characters",
                "Shorten it, or word the distractors as fully.",
            )


@rule("longest-options", "warning", "The right option is the longest more often than by chance.")
def longest_options(subject: Subject) -> Iterator[Finding]:
    """Count over the pack; a little more than chance is chance."""
    offers = [(right, wrong) for right, wrong in subject.offers if len(right) == 1]
    longest = sum(len(right[0]) > max(map(len, wrong)) for right, wrong in offers)
    chances = [1 / (1 + len(wrong)) for _, wrong in offers]
    expected = sum(chances)
    spread = sqrt(sum(p * (1 - p) for p in chances))
    if len(offers) >= _FEW and longest > expected + 1.64 * spread:
        yield (
            ("question",),
            (
                f"the right option is the longest in {longest} of {len(offers)} questions, "
                f"and chance would make it {expected:.0f}"
            ),
            "Make some distractors longer than the answer.",
        )


@rule("pinned-answers", "warning", "Where the order is fixed, the right options cluster.")
def pinned_answers(subject: Subject) -> Iterator[Finding]:
    """Count the places of right answers among questions that keep the order as written."""
    places: Counter[int] = Counter()
    for question in subject.questions:
        if getattr(question, "fixed", False):
            form = question.form("")
            if isinstance(form, Pick) and question.answers()[0] in form.options:
                places[form.options.index(question.answers()[0])] += 1
    if places.total() >= _FEW and max(places.values()) > 0.6 * places.total():
        place, times = places.most_common(1)[0]
        yield (
            ("question",),
            (
                f"in {times} of {places.total()} questions with a fixed order the right option is "
                f"number {place + 1}"
            ),
            "Leave `fixed` out where the order does not matter.",
        )


@rule("odd-option", "warning", "One option differs from all others in kind or form.")
def odd_option(subject: Subject) -> Iterator[Finding]:
    """Look for a year among names, or one that starts or ends as no other does."""
    for number, (right, wrong) in enumerate(subject.offers):
        options = right + wrong
        if len(right) != 1 or len(options) < 3:
            continue
        for trait, says in _TRAITS:
            odd = _odd(options, trait)
            # In a matter of spelling only the right option is a hint.
            if odd is None or (odd and trait is not _is_figure) or _catches_all(options[odd]):
                continue
            where = right_field(subject.questions[number]) if odd == 0 else ("distractors", odd - 1)
            yield (
                ("question", number, *where),
                f'"{options[odd]}" is the only option that {says(options[odd])}',
                "Give all options the same kind and form.",
            )
            break


def _catches_all(text: str) -> bool:
    """Tell whether an option speaks of the others, such as "all of these"."""
    return bool(_MAYBE_CATCH_ALL.match(text) and _CATCH_ALL.fullmatch(fold(text)))


def _is_figure(text: str) -> bool:
    """Tell whether an option is a number, a year or a quantity."""
    return _FIGURE.fullmatch(text) is not None


_Trait = Callable[[str], bool]
_TRAITS: Sequence[tuple[_Trait, Callable[[str], str]]] = (
    (_is_figure, lambda text: "is a number" if _is_figure(text) else "is not a number"),
    (
        lambda text: text[0].islower(),
        lambda text: "starts with a small letter" if text[0].islower() else "starts with a capital",
    ),
    (
        lambda text: text[-1] == ".",
        lambda text: "ends in a full stop" if text[-1] == "." else "has no full stop",
    ),
)


def _odd(options: tuple[Clean, ...], trait: _Trait) -> int | None:
    """Give the place of the one option that has a trait, or lacks it, unlike all others."""
    has = [trait(text) for text in options]
    count = sum(has)
    if count == 1:
        return has.index(True)
    return has.index(False) if count == len(has) - 1 else None
