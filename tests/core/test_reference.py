"""The rules as the game plays them, against the reference that was written from the texts alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from quiz.core.kinds.choice import Choice
from quiz.core.modes import modes
from quiz.core.round import Round
from quiz.store.journal import Journal
from tests.core.reference import read, recompute
from tests.core.simulated import levels, played, tables

ROUNDS = 60
SAMPLE = Path(__file__).parents[1] / "store" / "samples" / "format-1"
TAMPERED = (
    ("attempt", "points"),
    ("attempt", "streak"),
    ("attempt", "hints"),
    ("ruling", "points"),
    ("finish", "points"),
    ("finish", "right"),
    ("finish", "run"),
    ("finish", "known"),
    ("finish", "whole"),
    ("finish", "took"),
)


@pytest.mark.parametrize("mode", modes())
def test_game_and_reference_agree_on_every_round(mode: str) -> None:
    for seed in range(ROUNDS):
        round = played(mode, seed)
        reference = recompute(tables(round), levels(round))
        assert reference.wrong == (), f"{mode}, seed {seed}"
        assert reference.points == round.state.points
        assert reference.stars == round.stars


@pytest.mark.parametrize("mode", modes())
def test_game_and_reference_agree_after_every_record(mode: str) -> None:
    round = played(mode, 1)
    whole = tables(round)
    for n in range(1, len(whole)):
        folded = Round.begin(round.opening, round.dealt, round.mode, round.records[: n - 1])
        state = folded.state
        reference = recompute(whole[:n], levels(round))
        assert (reference.points, reference.run) == (state.points, state.run)
        assert (reference.why, reference.lives) == (folded.over, state.lives)


def test_a_journal_on_disk_tells_the_same(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "3d0f51b7")
    rounds = [played(mode, seed) for mode in modes() for seed in (0, 3)]
    for round in rounds:
        for record in (round.opening, *round.records):
            journal.append(record)
    journal.close()
    found = [pair for file in sorted(tmp_path.glob("*.toml")) for pair in read(file.read_text())]
    for round in rounds:
        mine = [pair for pair in found if pair[1]["round"] == round.opening.round]
        assert mine
        assert recompute(mine, levels(round)).wrong == ()


def test_the_sample_of_the_format_still_adds_up() -> None:
    (file,) = SAMPLE.glob("saves/*/journal/*.toml")
    found = read(file.read_text("utf-8"))
    finished = {table["round"] for name, table in found if name == "finish"}
    assert finished
    for round in finished:
        assert recompute(pair for pair in found if pair[1]["round"] == round).wrong == ()


@pytest.mark.parametrize("mode", modes())
def test_a_tampered_journal_is_found_out(mode: str) -> None:
    rng = Random(mode)
    for seed in range(8):
        round = played(mode, seed)
        whole = tables(round)
        for name, field in TAMPERED:
            found = [n for n, (table, _) in enumerate(whole) if table == name]
            if not found:
                continue
            n = rng.choice(found)
            told = dict(whole[n][1])
            told[field] = told.get(field, 0) + 1
            tampered = [*whole[:n], (name, told), *whole[n + 1 :]]
            assert recompute(tampered, levels(round)).wrong


def test_reading_is_free_and_the_bonus_melts_as_long_as_it_is_said() -> None:
    for seed in range(12):
        round = played("classic", seed)
        typed = round.opening.rules.typed
        questions = {dealt.key: dealt.question for dealt in round.dealt if dealt}
        for name, table in tables(round):
            question = questions.get(table.get("question", ""))
            if name != "attempt" or not isinstance(question, Choice):
                continue
            options = () if typed else (question.answer, *question.distractors)
            words = sum(len(text.split()) for text in (question.prompt, *options))
            assert table["free"] == pytest.approx(min(12, max(3, 1 + 0.2 * words)))
            assert table["melt"] == (40 if typed else 20)
