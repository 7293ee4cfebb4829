"""What every shipped pack promises: enough questions, a spread of levels, fair options."""

from __future__ import annotations

from collections import Counter

import pytest

from quiz.core.pack import Pack
from quiz.core.text import fold
from tests.packs.shipped import packs

LEAST = {
    "oscar-records": 20,
    "casting-anecdotes": 22,
    "palme-dor-history": 15,
    "on-set": 35,
    "story-and-money": 25,
}
every_pack = pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)


def test_five_packs_and_enough_questions() -> None:
    counts = {pack.id: len(pack.playable()) for pack in packs()}
    assert counts.keys() == LEAST.keys()
    assert all(counts[id] >= least for id, least in LEAST.items()), counts
    assert sum(counts.values()) >= 120


@every_pack
def test_every_question_is_complete(pack: Pack) -> None:
    assert pack.license == "CC0-1.0"
    for question in pack.questions:
        assert question.explanation, question.id
        assert question.tags, question.id
        assert question.cite, question.id
        assert question.explanation != question.expected()


@every_pack
def test_levels_are_spread(pack: Pack) -> None:
    levels = Counter(question.difficulty for question in pack.questions)
    assert set(levels) == {1, 2, 3, 4, 5}
    assert max(levels.values()) <= 0.4 * len(pack.questions)


@every_pack
def test_the_longest_option_is_right_no_more_than_by_chance(pack: Pack) -> None:
    chosen = [q for q in pack.questions if q.kind == "choice"]
    longest = [q for q in chosen if len(q.answers()[0]) > max(map(len, q.decoys()))]
    chance = sum(1 / (1 + len(q.decoys())) for q in chosen)
    assert len(longest) <= chance


@every_pack
def test_no_prompt_gives_its_own_answer(pack: Pack) -> None:
    for question in pack.questions:
        prompt = f" {fold(question.prompt)} "
        for answer in question.answers():
            if question.kind in ("choice", "short-answer", "clues"):
                assert f" {fold(answer)} " not in prompt, question.id


@every_pack
def test_no_answer_is_all_or_none_of_the_above(pack: Pack) -> None:
    for question in pack.questions:
        options = {fold(text) for text in (*question.answers(), *question.decoys())}
        assert not {text for text in options if text.endswith("of above") or text == "both"}
        assert not options & {"all of above", "none of above", "all of these", "none of these"}
