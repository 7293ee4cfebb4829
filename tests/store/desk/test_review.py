"""A review is its steps: saved at once, undone one by one, and counted once for each rule."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.text import Clean
from quiz.errors import Unreadable, Unsaved
from quiz.store.desk import bind, review, reviews
from quiz.store.desk.drawn import Card, Dispute, Drawn, Paper, Passage, SetAside
from quiz.store.desk.review import TWICE, Review
from quiz.store.desk.taught import Taught
from quiz.store.packs import load

RULES = ("event-year", "made-by", "event-year", "definition")
PAPER = Paper("notes", Clean("Notes"), Clean("notes.txt"), "2025-04", "a" * 64, (Clean("One."),))


def card(number: int, rule: str) -> Card:
    """A card with two forms and one spare distractor."""
    cite = {
        "document": "notes", "paragraph": 1, "says": ["One"], "sentence": "b" * 32,
        "quote": "One.", "start": 0, "end": 4, "before": "x", "after": "y",
    }  # fmt: skip
    head = {"id": f"q{number}", "prompt": f"What is number {number}?", "difficulty": 3,
            "status": "proposed", "cite": [cite], "explanation": "So it is."}  # fmt: skip
    choice = {"kind": "choice", "answer": f"Right {number}", "distractors": ["Lo", "Mid", "Hi"]}
    typed = {"kind": "short-answer", "answer": f"Right {number}"}
    passage = Passage("notes", 1, Clean("One."), 0, 4)
    origins = {"Lo": "the notes"}
    return Card(({**head, **choice}, {**head, **typed}), rule, (passage,), origins, {"Up": "more"})


DRAWN = Drawn(
    (PAPER,),
    tuple(card(n, rule) for n, rule in enumerate(RULES)),
    (Dispute(Clean("It"), "money", (Clean("1"), Clean("2")), (Passage("notes", 1, Clean("x")),)),),
    (SetAside("notes", 1, Clean("Menu"), Clean("a menu")),),
)


def desk(folder: Path) -> Review:
    return reviews.begin(folder / "desk", Clean("Notes"), DRAWN, Taught(folder / "taught.toml"))


def state(told: Review) -> Any:
    """All that a person sees of a review."""
    lying = [(c.mark, c.form, c.edited, c.hidden, c.reason, dict(c.question)) for c in told.cards]
    return lying, list(told.order)


def act(told: Review, verb: str, number: int) -> None:
    fields = {**told.cards[number].question, "prompt": f"New {number}?"}
    doing: dict[str, Any] = {
        "accept": lambda: told.accept(number),
        "reject": lambda: told.reject(number, "dull"),
        "twice": lambda: told.reject(number, TWICE),
        "leave": lambda: told.leave(number),
        "flip": lambda: told.flip(number, 1 - told.cards[number].form),
        "swap": lambda: told.swap(number, 1, "Up"),
        "edit": lambda: told.edit(number, fields),
        "more": lambda: told.more(number),
        "mute": lambda: told.mute(number),
        "hush": lambda: told.silence(RULES[number], on=True),
        "speak": lambda: told.silence(RULES[number], on=False),
        "settle": lambda: told.settle(0, {"id": "settled", "kind": "short-answer", "prompt": "?"}),
        "undo": told.undo,
    }
    doing[verb]()


VERBS = (
    *("accept", "reject", "twice", "leave", "flip"),
    *("swap", "edit", "more", "mute", "hush", "speak", "settle", "undo"),
)
PLANS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 3)), max_size=12)


@settings(max_examples=40, deadline=None)
@given(PLANS)
def test_a_kill_loses_nothing_and_undo_goes_back_to_the_beginning(
    plan: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = desk(folder)
        first = state(told)
        for verb, number in plan:
            act(told, verb, number)
            again = Review(told.path, Taught(folder / "taught.toml"))
            assert state(again) == state(told)
        counted = Taught(folder / "taught.toml").table()["rule"]
        decided = [c for c in told.cards if c.mark == "accepted"]
        taken = sum(rule.get("accepted", 0) + rule.get("edited", 0) for rule in counted.values())
        assert taken == len(decided)
        against = [c for c in told.cards if c.mark == "rejected" and c.reason != TWICE]
        assert sum(rule.get("rejected", 0) for rule in counted.values()) == len(against)
        while told.undo() >= 0:
            pass
        assert state(told) == first
        assert Taught(folder / "taught.toml").table()["rule"] == {}


@settings(max_examples=15, deadline=None)
@given(PLANS)
def test_what_was_accepted_is_a_pack_without_proposals_and_without_quotes(
    plan: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = desk(folder)
        for verb, number in plan:
            act(told, verb, number)
        told.accept(0)
        path = bind.bind(told, "My [notes]", folder / "own", ())
        pack = load(path)
        assert [q.id for q in pack.playable()] == [str(q["id"]) for q in told.accepted()]
        for question in pack.questions:
            for cite in question.cite:
                assert (bool(cite.sentence), cite.quote, cite.start) == (True, None, None)


def test_a_second_pack_from_one_review_is_the_first_brought_up_to_date(tmp_path: Path) -> None:
    told = desk(tmp_path)
    told.accept(0)
    told.accept(1)
    path = bind.bind(told, "Notes", tmp_path / "own", ())
    told.made(path)
    told = Review(told.path, told.taught)
    told.reject(0, "dull")
    told.accept(2)
    assert bind.bind(told, "Notes", tmp_path / "own", ()) == path
    assert [q.id for q in load(path).questions] == ["q1", "q2"]


def test_more_brings_the_same_rule_forward_and_later_puts_a_card_last(tmp_path: Path) -> None:
    told = desk(tmp_path)
    assert told.more(0) == 1
    assert list(told.order) == [0, 2, 1, 3]
    told.leave(0)
    assert list(told.order) == [2, 1, 3, 0]
    assert told.after(0) == 2
    for number in (2, 1, 3):
        told.accept(number)
    assert told.after(3) == 0
    told.accept(0)
    assert told.after(0) == -1


def test_a_muted_rule_is_gone_from_the_desk_and_told_to_the_next_draw(tmp_path: Path) -> None:
    told = desk(tmp_path)
    told.mute(0)
    assert list(told.order) == [1, 3]
    rules = tomli.loads((tmp_path / "taught.toml").read_text("utf-8"))["rule"]
    assert rules == {"event-year": {"muted": True}}


def test_a_rule_speaks_again_here_and_in_the_next_draws(tmp_path: Path) -> None:
    told = desk(tmp_path)
    told.mute(0)
    told.silence("event-year", on=False)
    assert list(told.order) == [0, 1, 2, 3]
    assert list(told.taught.muted) == []
    told.undo()
    assert list(told.taught.muted) == ["event-year"]
    told.undo()
    told.taught.mute("table", on=True)  # in another review: no card of it lies here
    told.silence("table", on=False)
    assert (told.taught.muted, told.steps) == ((), 0)


def test_typing_on_is_one_step(tmp_path: Path) -> None:
    told = desk(tmp_path)
    told.edit(0, {**told.cards[0].question, "prompt": "W?"})
    told.edit(0, {**told.cards[0].question, "prompt": "Who?"}, onto=True)
    told.accept(0)
    told.undo()
    told.undo()
    assert told.cards[0].question["prompt"] == "What is number 0?"


def test_a_step_that_makes_no_sense_is_left_out(tmp_path: Path) -> None:
    told = desk(tmp_path)
    told.accept(0)
    file = tomli.loads(told.path.read_text("utf-8"))
    bad: list[dict[str, Any]] = [
        {"card": 1, "act": "form", "form": "second"},
        {"card": 1, "act": "swap", "place": []},
        {"card": 99, "act": "accept"},
        {"card": 1, "act": "burn"},
        {"act": "settle", "card": 4, "dispute": 7},
    ]
    review.write(told.path, {**file, "step": [*bad, *file["step"]]})
    again = Review(told.path, told.taught)
    assert state(again) == state(told)
    assert again.steps == 1


def test_what_waits_is_listed_and_what_is_broken_is_said(tmp_path: Path) -> None:
    told = desk(tmp_path)
    second = desk(tmp_path)
    assert [each.title for each in reviews.waiting(tmp_path / "desk")] == ["Notes", "Notes"]
    second.close()
    assert [each.path for each in reviews.waiting(tmp_path / "desk")] == [told.path]
    told.path.with_name(f"{told.path.stem}{review.DRAWN}").write_text("cards = 3", "utf-8")
    with pytest.raises(Unreadable):
        Review(told.path, told.taught)


def test_a_disk_that_refuses_is_told_and_the_step_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = desk(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(review, "replace", full)
    with pytest.raises(Unsaved, match="disk full"):
        told.accept(0)
    assert told.cards[0].mark == "accepted"
