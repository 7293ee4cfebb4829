"""Any record that a journal may hold, for property tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from quiz.core.records import Attempt, Finish, Move, Opening, Record, Ruling
from quiz.core.rules import Play, Rules
from quiz.core.text import Clean, clean

texts = st.text(max_size=30).map(clean)
"""Cleaned text, with quotes, backslashes, line ends and every script."""
words = st.text(st.characters(codec="ascii", categories=("Ll", "Nd")), min_size=1, max_size=8)
zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001
seconds = st.floats(0, 1e6, allow_nan=False).map(lambda s: round(s, 3))
points = st.integers(-(10**6), 10**6)
plays = st.builds(
    Play,
    level=st.integers(1, 5),
    credit=st.floats(0, 1),
    took=seconds,
    free=seconds,
    melt=seconds,
    streak=st.integers(0, 99),
    hints=st.integers(0, 9),
    tries=st.integers(0, 9),
    interrupted=st.booleans(),
)
openings = st.builds(
    Opening,
    round=words,
    at=moments,
    mode=words,
    questions=st.lists(st.tuples(words, words), max_size=4).map(tuple),
    seed=st.integers(0, 2**63 - 1),
    length=st.integers(0, 99),
    packs=st.dictionaries(words, texts, max_size=3),
    rules=st.builds(Rules, st.booleans(), st.integers(1, 3), st.booleans()),
    seeded=st.booleans(),
    level=words,
    plot=st.booleans(),
    mature=st.booleans(),
    fresh=st.integers(0, 99),
    day=st.sampled_from(["", "2026-11-21"]),
)
moves = st.builds(Move, words, moments, words, words, texts, seconds, seconds)
attempts = st.builds(
    Attempt,
    words,
    moments,
    words,
    st.lists(texts, max_size=4).map(tuple),
    texts,
    plays,
    points,
    points,
    texts,
    seconds,
    st.booleans(),
)
shares = st.sampled_from([0.0, 0.4, 0.7])
rulings = st.builds(Ruling, words, moments, words, st.booleans(), points, shares)
finishes = st.builds(
    Finish,
    words,
    moments,
    words,
    points,
    points,
    points,
    seconds,
    seconds,
    seconds,
    points,
    st.booleans(),
    st.booleans(),
)
records: st.SearchStrategy[Record] = st.one_of(openings, moves, attempts, rulings, finishes)

AT = datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def attempt(n: int = 1, round: str = "r1", at: datetime = AT) -> Attempt:
    """A plain attempt, its points being its number."""
    play = Play(3, 1.0, 2.5, 6.0, 20.0)
    return Attempt(round, at, f"pack/q{n}", (Clean("Marty"),), Clean("Marty"), play, n)


def move(n: int = 1, round: str = "r1", what: str = "asked", at: datetime = AT) -> Move:
    """A plain move."""
    return Move(round, at, what, f"pack/q{n}")
