"""The judge of typed answers beside three others: what is forgiven, what is taken for another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter_ns
from unicodedata import normalize

from rapidfuzz.fuzz import ratio

from quiz.core.judge import Key, judge_text
from quiz.core.text import Clean
from quiz.core.verdict import Context
from tests.core.slips import (
    ANIMALS,
    Judge,
    animals,
    every_text,
    judge_among,
    others_accepted,
    share_of_slips,
    some_slips,
)
from tests.core.words import LISTS

HEAD = ("what", "judge", "without veto", "ratio >= 85", "Dice >= 0.6", "Anki, exact", "wanted")


def by_ratio(given: str, answer: str) -> bool:
    """What many quiz programs do."""
    return ratio(given.casefold(), answer.casefold()) >= 85


def by_dice(given: str, answer: str) -> bool:
    """Sørensen and Dice on pairs of letters: what JavaScript quizzes do."""
    one, other = _pairs(given), _pairs(answer)
    if not one or not other:
        return given.casefold() == answer.casefold()
    both = sum(min(one.count(pair), other.count(pair)) for pair in set(one))
    return 2 * both / (len(one) + len(other)) >= 0.6


def by_anki(given: str, answer: str) -> bool:
    """What Anki calls correct: the same letters."""
    return normalize("NFC", given.strip()) == normalize("NFC", answer.strip())


def _pairs(text: str) -> list[str]:
    told = "".join(text.casefold().split())
    return [told[i : i + 2] for i in range(len(told) - 1)]


def rows() -> list[tuple[str, ...]]:
    """Others accepted (fewer is better), slips forgiven (more is better), and time."""
    table: list[tuple[str, ...]] = []
    for name, texts in LISTS.items():
        judges = _judges(texts)
        table.append(
            (
                f"{name} taken for one another",
                *(str(len(others_accepted(texts, judge))) for judge in judges),
                "0",
            )
        )
        table.append(
            (
                f"{name}, one slip forgiven",
                *(f"{share_of_slips(texts, judge):.1%}" for judge in judges),
                ">= 98 %",
            )
        )
    years = [str(year) for year in range(1900, 2000)]
    wrong = (str(len(others_accepted(years, judge))) for judge in _judges(()))
    table.append(("wrong years taken, of 9,900", *wrong, "0"))
    return [*table, *_animals(), _time()]


def _judges(siblings: Sequence[str]) -> tuple[Judge, ...]:
    return (judge_among(siblings), judge_among(()), by_ratio, by_dice, by_anki)


def _animals() -> list[tuple[str, ...]]:
    if not ANIMALS.exists():
        return []
    questions = animals()
    judges = _judges(tuple(every_text(questions)))
    asked = [(given, answer) for answer, others in questions for given in others]
    return [
        (
            "animals, distractors taken",
            *(f"{sum(judge(*pair) for pair in asked) / len(asked):.2%}" for judge in judges),
            "0, 0.3 %",
        ),
        (
            "animals, one slip forgiven",
            *(f"{share_of_slips((a for a, _ in questions), j, 4):.1%}" for j in judges),
            ">= 97 %",
        ),
    ]


def _time() -> tuple[str, ...]:
    """The slowest hundredth of judgements, in a pack of a thousand short answers."""
    pack = [f"{one} {other}" for one in LISTS["elements"] for other in LISTS["states"]][:1000]
    context = Context(siblings=frozenset(pack))
    ours = _slowest(
        pack, lambda given, answer: judge_text(Clean(given), Key(Clean(answer)), context)
    )
    others = (_slowest(pack, judge) for judge in _judges(())[1:])
    return (
        "one judgement in 1,000, p99 in µs",
        f"{ours:.0f}",
        *(f"{t:.0f}" for t in others),
        "1000",
    )


def _slowest(pack: Sequence[str], judge: Callable[[str, str], object]) -> float:
    took: list[int] = []
    for answer in pack:
        for given in (*some_slips(answer, 3), answer[1:-1], pack[len(answer)]):
            start = perf_counter_ns()
            judge(given, answer)
            took.append(perf_counter_ns() - start)
    return sorted(took)[len(took) * 99 // 100] / 1000
