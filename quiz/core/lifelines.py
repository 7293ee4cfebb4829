"""What lifelines show: options that are out, a room that guesses, a document with its terms hidden.

All of it follows from the question and a seed, so that it is the same again after every resume.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from random import Random
from types import MappingProxyType

from quiz.core.form import Form, Given, Pick
from quiz.core.question import Question
from quiz.core.state import Dealt
from quiz.core.text import Clean, fold
from quiz.core.verdict import NOWHERE

ROOM = 100
"""How many simulated players are asked."""
KNOWS: Mapping[int, float] = MappingProxyType({1: 0.80, 2: 0.65, 3: 0.50, 4: 0.35, 5: 0.20})
"""The chance that a simulated player knows the answer, by level; the others guess."""
_LURE = 3.0
_WORD = re.compile(r"\w+")


def right_option(question: Question, form: Form) -> Clean | None:
    """The one option that is right; None where nothing is picked, or not just one is right."""
    if not isinstance(form, Pick):
        return None
    right = [o for o in form.options if question.verdict(Given((o,)), NOWHERE).credit >= 1]
    return right[0] if len(right) == 1 else None


def halved(question: Question, form: Form, seed: str) -> frozenset[Clean]:
    """The options that fifty-fifty takes away: all but the right one and one other."""
    right = right_option(question, form)
    if right is None or not isinstance(form, Pick):
        return frozenset()
    wrong = [option for option in form.options if option != right]
    wrong.sort(key=lambda option: sha256(f"{seed}/fifty/{option}".encode()).digest())
    return frozenset(wrong[1:])


def polled(
    question: Question, form: Form, options: Sequence[Clean], seed: str
) -> tuple[tuple[Clean, int], ...]:
    """What a room of simulated players says, in percent for each of the options.

    Some know the answer, fewer the harder the question is. The others guess, and some options
    lure them more than others do.
    """
    right = right_option(question, form)
    if right is None:
        return ()
    rng = Random(f"{seed}/room")
    lures = list(accumulate(1 + _LURE * rng.random() for _ in options))
    votes = dict.fromkeys(options, 0)
    for _ in range(ROOM):
        knows, at = rng.random() < KNOWS[question.difficulty], rng.random() * lures[-1]
        guess = next(o for o, lure in zip(options, lures, strict=True) if at < lure)
        votes[right if knows else guess] += 1
    return tuple((option, votes[option] * 100 // ROOM) for option in options)


def opened(dealt: Dealt) -> tuple[Clean, ...]:
    """Where the documents say it: title, date, paragraph, and the key terms masked."""
    return tuple(
        Clean(
            f"{dealt.documents.get(cite.document, cite.document)}, paragraph {cite.paragraph}"
            + (f": {' · '.join(masked(term, dealt.question.prompt) for term in cite.says)}")
            * bool(cite.says)
        )
        for cite in dealt.question.cite
    )


def masked(term: str, prompt: str) -> Clean:
    """Hide every word that the prompt does not say anyway: a star for each letter or digit."""
    told = {fold(word) for word in _WORD.findall(prompt)}
    return Clean(_WORD.sub(lambda m: m[0] if fold(m[0]) in told else "*" * len(m[0]), term))
