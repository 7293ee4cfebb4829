"""Rules about what tells the answer before it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.author.rule import Finding, Subject, rule, texts
from quiz.core.leaks import leaks, phrase, plain, telling

_WORDS = 4
_ALIKE = 0.75
_LOOK_BACK = 20
_SHOWS_ITS_ANSWERS = frozenset({"true-false", "order", "match"})


@rule("answer-in-prompt", "warning", "The prompt, a hint or a clue holds the answer.")
def answer_in_prompt(subject: Subject) -> Iterator[Finding]:
    """Look for the answer in what is shown before it is given."""
    for number, question in enumerate(subject.questions):
        if question.kind in _SHOWS_ITS_ANSWERS:
            continue
        hidden = [text for text in map(phrase, question.answers()) if text]
        if not hidden:
            continue
        prompt = subject.prompts[number]
        for text in hidden:
            if f" {text} " in prompt and not _offered(prompt, subject, number):
                yield (
                    ("question", number, "prompt"),
                    f'the prompt holds the answer, "{text}"',
                    "Ask for it in other words.",
                )
                break
        for field in ("hints", "clues"):
            for place, hint in enumerate(texts(question, field)):
                shown = plain(hint)
                if any(f" {text} " in shown for text in hidden):
                    yield (
                        ("question", number, field, place),
                        "this holds the answer",
                        "A hint leads to the answer without saying it.",
                    )


def _offered(prompt: str, subject: Subject, number: int) -> bool:
    """Tell whether a prompt lists wrong options as well: "Which came first, A or B?"."""
    wrong = subject.offers[number][1]
    return any(f" {phrase(text)} " in prompt for text in wrong if phrase(text))


@rule("gives-away", "warning", "Another question's texts hold the answer.")
def gives_away(subject: Subject) -> Iterator[Finding]:
    """Look for answers in prompts, explanations and cited terms over the whole pack."""
    for giver, given, field in leaks(subject.questions):
        told = subject.questions[given]
        name = {"cite": "cited terms"}.get(field, field)
        yield (
            ("question", giver, field),
            f'the {name} of "{subject.questions[giver].id}" hold the answer of "{told.id}"'
            if field == "cite"
            else f'the {name} of "{subject.questions[giver].id}" holds the answer of "{told.id}"',
            "Word it without that answer; the two are never dealt into one round.",
        )


@rule("near-duplicate", "warning", "Two prompts ask the same thing.")
def near_duplicate(subject: Subject) -> Iterator[Finding]:
    """Find equal prompts, and prompts of almost the same words that have the same answer."""
    prompts: dict[str, int] = {}
    by_answer: dict[str, list[int]] = {}
    for number, question in enumerate(subject.questions):
        twin = prompts.setdefault(subject.prompts[number], number)
        if twin == number:
            others = by_answer.setdefault(question.expected().casefold(), [])
            twin = _twin(subject, number, others[-_LOOK_BACK:])
            others.append(number)
        if twin != number:
            yield (
                ("question", number, "prompt"),
                f'this asks the same as "{subject.questions[twin].id}"',
                "Keep one of the two, or ask for something else.",
            )


def _twin(subject: Subject, number: int, others: Sequence[int]) -> int:
    """Find a question of almost the same words among others; its own number if there is none."""
    if not others:
        return number
    words = frozenset(telling(subject.prompts[number]))
    for other in others if len(words) >= _WORDS else ():
        theirs = frozenset(telling(subject.prompts[other]))
        if len(words & theirs) >= _ALIKE * len(words | theirs):
            return other
    return number
