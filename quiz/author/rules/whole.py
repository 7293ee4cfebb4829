"""Rules about the pack as a whole: what is missing, and what is the same throughout.

What is true of all questions together is placed at ("question",), and at none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from quiz.author.rule import Finding, Subject, rule

SHORTEST = 5
"""Questions of the shortest round that ranks."""


@rule("no-explanation", "warning", "A question has no explanation to show after the answer.")
def no_explanation(subject: Subject) -> Iterator[Finding]:
    """List them one by one, but a pack without any once."""
    bare = [n for n, question in enumerate(subject.questions) if not question.explanation]
    if bare and len(bare) == len(subject.questions) >= SHORTEST:
        yield (
            ("question",),
            "no question has an explanation",
            "Say after each answer why it is right, or something worth knowing about it.",
        )
        return
    for number in bare:
        yield (
            ("question", number),
            f'"{subject.questions[number].id}" has no explanation',
            "Say why the answer is right, or something worth knowing about it.",
        )


@rule("no-citation", "warning", "A question does not say where its answer is written.")
def no_citation(subject: Subject) -> Iterator[Finding]:
    """List them one by one, but a pack that names no documents once."""
    bare = [n for n, question in enumerate(subject.questions) if not question.cite]
    if bare and len(bare) == len(subject.questions) and not subject.pack.documents:
        yield (
            ("question",),
            "no question says where its answer is written",
            "List what the pack was drawn from as [[document]], and cite it.",
        )
        return
    for number in bare:
        yield (
            ("question", number),
            f'"{subject.questions[number].id}" does not say where its answer is written',
            'Add cite = [{ document = "...", paragraph = 1, says = ["..."] }].',
        )


@rule("one-difficulty", "warning", "All questions have the same difficulty.")
def one_difficulty(subject: Subject) -> Iterator[Finding]:
    """A round goes from easy to hard; this one cannot."""
    levels = {question.difficulty for question in subject.questions}
    if len(levels) == 1 and len(subject.questions) >= SHORTEST:
        yield (
            ("question",),
            f"all {len(subject.questions)} questions have difficulty {levels.pop()}",
            "Spread them from 1, which anybody knows, to 5, which hardly anybody does.",
        )


@rule("too-few", "warning", "There are too few questions for a round.")
def too_few(subject: Subject) -> Iterator[Finding]:
    """Count what can be dealt."""
    count = len(subject.pack.playable())
    if count < SHORTEST and subject.whole:
        yield (
            ("question",),
            f"{count} {'question' if count == 1 else 'questions'}: too few for a round",
            f"The shortest round that ranks has {SHORTEST}.",
        )


@rule("unknown-rule", "warning", "The pack allows a rule, or names a question, that is not there.")
def unknown_rule(subject: Subject) -> Iterator[Finding]:
    """Look every permission up."""
    from quiz.author.rules import RULES

    codes = {known.code for known in RULES}
    ids = {question.id for question in subject.questions}
    for place, allowed in enumerate(subject.pack.allow):
        if allowed.rule not in codes:
            yield (
                ("allow", place, "rule"),
                f'there is no rule "{allowed.rule}" that a pack may break',
                "`quiz check --rules` lists them all.",
            )
        elif allowed.question and allowed.question not in ids and subject.whole:
            yield (
                ("allow", place, "question"),
                f'there is no question "{allowed.question}"',
                "Take this permission out.",
            )
