"""Numbers follow from records alone, and a ruling changes all that its answer was part of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quiz.core.records import Attempt, Finish, Move, Opening, Ruling
from quiz.core.rules import Play
from quiz.core.tally import Count, Standing, Tally, Topic
from quiz.core.text import Clean
from tests.conftest import NOON

OPENING = Opening(
    "r1", NOON, "classic", (("a/q1", "f"), ("a/q2", "f"), ("a/q3", "f")), 7, 10, {"a": "1"}
)
ASKED = Move("r1", NOON, "asked", "a/q1")


def answered(
    key: str = "a/q1", credit: float = 1.0, points: int = 100, given: str = "Kosmo"
) -> Attempt:
    """An answer."""
    play = Play(2, credit, 3.0, 3.0, 40.0)
    return Attempt("r1", NOON, key, (Clean(given),), Clean("Kuosmanen"), play, points)


def tallied(*records: Opening | Move | Attempt | Ruling | Finish) -> Tally:
    """Count records."""
    tally = Tally()
    for record in records:
        tally.add(record)
    return tally


def ended(why: str = "end", points: int = 1486, **more: object) -> Finish:
    """A finish worth three stars."""
    finish = Finish("r1", NOON, why, points, 8, 10, 1300.0, 1850.0, 60.0, 4, why == "end")
    return replace(finish, **more)  # type: ignore[arg-type]


def test_a_question_is_seen_when_it_is_asked() -> None:
    tally = tallied(OPENING, ASKED)
    assert tally.seen("a/q1") == NOON.timestamp()
    assert tally.seen("a/q2") == 0
    assert tally.packs["a"].seen == 1
    tally.add(replace(ASKED, at=NOON - timedelta(days=1)))
    assert tally.seen("a/q1") == NOON.timestamp()
    assert tally.packs["a"].seen == 1


def test_answers_are_counted_by_question_and_day() -> None:
    tally = tallied(OPENING, answered(), answered(credit=0.5), answered("a/q2", credit=0))
    assert tally.all == Count(3, 1)
    assert (tally.questions["a/q1"].answered, tally.questions["a/q1"].right) == (2, 1)
    assert tally.days == {"2026-11-21": 3}
    assert tally.all.share == 1 / 3
    assert Count().share == 0


def test_days_are_the_players_own() -> None:
    late = replace(answered(), at=NOON.replace(hour=0, minute=30))  # still Friday in London
    assert tallied(late).days == {"2026-11-21": 1}


def test_an_unfinished_round_knows_where_it_stands() -> None:
    tally = tallied(OPENING, ASKED, answered(points=150), answered("a/q2", points=90))
    left = tally.newest
    assert left is not None
    assert (left.answered, left.total, left.points) == (2, 3, 240)
    assert left.opening == replace(OPENING, questions=())
    finish = left.finish(NOON)
    assert (finish.why, finish.points, finish.ranked) == ("left", 240, False)


def test_the_newest_round_is_the_one_to_continue() -> None:
    later = replace(OPENING, round="r2", at=NOON + timedelta(hours=1))
    assert tallied(later, OPENING).newest == tallied(later).newest
    assert tallied(later, OPENING, replace(ended(), round="r2")).newest == tallied(OPENING).newest


def test_a_ruling_changes_points_counts_and_aliases() -> None:
    ruling = Ruling("r1", NOON, "a/q1", True, 120)
    tally = tallied(OPENING, ASKED, answered(credit=0, points=0), ruling)
    assert tally.all == Count(1, 1)
    assert tally.unfinished["r1"].points == 120
    assert tally.aliases == {"a/q1": frozenset({"kosmo"})}
    tally.add(Ruling("r1", NOON, "a/q1", False, 0))
    assert tally.all == Count(1, 0)
    assert tally.unfinished["r1"].points == 0
    assert tally.aliases == {}


def test_a_ruling_on_another_question_changes_nothing() -> None:
    tally = tallied(OPENING, answered(credit=0), Ruling("r1", NOON, "a/q2", True, 120))
    assert tally.all == Count(1, 0)
    assert tally.aliases == {}


def test_an_answer_of_several_texts_makes_no_alias() -> None:
    several = replace(answered(credit=0), given=(Clean("a"), Clean("b")))
    tally = tallied(OPENING, several, Ruling("r1", NOON, "a/q1", True, 100))
    assert tally.aliases == {}


def test_certainty_is_counted_by_how_sure_the_player_was() -> None:
    sure = Move("r1", NOON, "certainty", "a/q1", Clean("sure"))
    tally = tallied(OPENING, ASKED, sure, answered(), ASKED, answered("a/q2", credit=0))
    assert tally.sure == {"sure": Count(1, 1)}
    tally = tallied(OPENING, ASKED, sure, answered(), Ruling("r1", NOON, "a/q1", False, 0))
    assert tally.sure == {"sure": Count(1, 0)}


def test_a_finished_round_gives_stars_and_the_best_of_the_plain_board() -> None:
    tally = Tally()
    tally.add(OPENING)
    assert tally.add(ended()) == (replace(OPENING, questions=()), ended())
    assert tally.packs["a"] == Standing(0, 1486, 3)
    assert tally.run == 4
    assert tally.rounds == 1
    assert tally.unfinished == {}


def test_a_round_that_was_left_gives_neither() -> None:
    assert tallied(OPENING, ended("left")).packs == {}


def test_best_is_only_that_of_ten_questions_classic_alone() -> None:
    for other in (
        replace(OPENING, length=5),
        replace(OPENING, mode="bet"),
        replace(OPENING, packs={"a": "1", "b": "1"}),
    ):
        standing = tallied(other, ended()).packs.get("a", Standing())
        assert standing.best == 0
    assert tallied(OPENING, ended(ranked=False)).packs["a"].best == 0


def test_a_finish_without_its_opening_counts_nothing() -> None:
    assert tallied(ended()) == Tally()


def test_a_daily_counts_for_its_day() -> None:
    assert tallied(replace(OPENING, day="2026-11-20"), ended()).dailies == {"2026-11-20"}


def test_weak_topics_come_first_and_few_answers_prove_nothing() -> None:
    tally = Tally()
    for n in range(6):
        tally.add(answered("a/q1", credit=n % 2))
        tally.add(answered("a/q2", credit=1))
    tally.add(answered("a/q3", credit=0))
    tags = {"a/q1": ["palme", "film"], "a/q2": ["film"], "a/q3": ["rare"]}
    assert tally.weak(tags) == [Topic("palme", 6, 3), Topic("film", 12, 9)]
