"""What the desk teaches: rules re-ranked and muted, options swapped, conflicts settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from quiz.core.text import Clean, clean
from quiz.draw.document import from_text
from quiz.draw.rank import OFF
from quiz.store.desk import reviews
from quiz.store.desk.drawn import Dispute, Drawn, Paper, Passage
from quiz.store.desk.laid import OWN
from quiz.store.desk.review import Review
from quiz.store.desk.taught import Taught
from quiz.tui.app import QuizApp
from quiz.tui.drawing import titled
from quiz.tui.notes import drawn_from
from quiz.tui.screens.bound import BoundScreen
from quiz.tui.screens.desk import DeskScreen
from quiz.tui.screens.ownoption import OwnOptionScreen
from quiz.tui.screens.teaching import TeachingScreen
from quiz.tui.settling import fields, unasked
from quiz.tui.swapping import doubt, refusal, spare, there
from quiz.tui.widgets.rows import Rows
from tests.store.desk.test_review import DRAWN, card
from tests.tui.house import Stage, dump, until

NOTES = """\
# The Elsing Bridge

The Elsing Bridge was built in 1931. The Port Tower was built in 1950. The Lund Mill closed in 1961.

Mara Lindqvist designed the Holm Hall. Oskar Brandt wrote the novel "The Long Field" in 1944. Ines
Marr directed the film "Grey Harbour" in 1961. Carl Ott founded the Elsing Press.

**Cantilever**: a beam that is held at one end only.

**Caisson**: a watertight chamber used for work under water.

**Abutment**: the structure that carries the end of a bridge.

**Truss**: a frame of beams joined in triangles.

**Girder**: a large beam that carries the deck.
"""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path, tmp_path / "own")
    stage.player()
    return stage


def drawn(stage: Stage, text: str = NOTES) -> Drawn:
    _, told, _ = drawn_from(text, stage.places, lambda *_: None)
    return told


def desk(stage: Stage, told: Drawn) -> Review:
    taught = Taught.at(stage.places)
    return reviews.begin(stage.places.config / "desk", Clean("Notes"), told, taught)


def rules(told: Drawn) -> list[str]:
    return list(dict.fromkeys(each.rule for each in told.cards))


# ---- options


def test_every_option_that_is_surely_wrong_is_offered_with_where_it_is_from(stage: Stage) -> None:
    told = drawn(stage)
    (term,) = [each for each in told.cards if each.forms[0].get("answer") == "Cantilever"]
    offered = {*term.forms[0]["distractors"], *term.spare}
    assert offered == {"Caisson", "Abutment", "Truss", "Girder"}
    years = [each for each in told.cards if each.rule == "event-year"]
    assert years
    for each in years:
        assert len(each.spare) > 3
        assert set(each.spare.values()) == {"arithmetic"}
        assert not {"1931", "1950", "1961"} & {y for y in each.spare if y in each.passages[0].text}
    for each in told.cards:
        assert all(each.spare.values())
        right = {str(form.get("answer")) for form in each.forms}
        proof = " ".join(passage.text for passage in each.passages)
        assert not right & each.spare.keys()
        assert not [text for text in each.spare if text in proof]


def test_an_option_of_ones_own_is_not_the_answer_nor_another_word_for_it(stage: Stage) -> None:
    first = card(0, "made-by")
    choice = {**first.forms[0], "answer": "Anna Roe", "distractors": ["Lo", "Mid", "Hi"]}
    short = {**first.forms[1], "answer": "Anna Roe", "accept": ["(Anna) Roe"]}
    passage = Passage("notes", 1, Clean("Anna Roe and Bo Lind built it."), 0, 30)
    told = replace(first, forms=(choice, short), passages=(passage,))
    (lying, *_) = desk(stage, replace(DRAWN, cards=(told,))).cards
    for text in ("anna  roe", "Roe", "Anna Rowe", "", " ", "hi"):
        assert refusal(lying, 0, clean(text)), text
    assert not refusal(lying, 2, Clean("Hi"))  # it is the one that goes
    for text in ("Otto Brandt", "Bo Lind"):
        assert not refusal(lying, 0, Clean(text))
    assert doubt(lying, Clean("Bo Lind"))
    assert not doubt(lying, Clean("Otto Brandt"))
    number = replace(lying, question={**choice, "answer": "nine"}, card=card(1, "how-many"))
    assert refusal(number, 0, Clean("9"))
    assert not refusal(number, 0, Clean("7"))


async def test_a_swap_is_saved_undone_and_gone_on_with(stage: Stage) -> None:
    review = desk(stage, DRAWN)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(DeskScreen(review))
        await until(pilot, lambda: "card 1 of 4" in dump(app))
        await pilot.press("w")
        await until(pilot, lambda: "WHICH ONE SHALL GO?" in dump(app))
        await pilot.press("1")
        await until(pilot, lambda: "WHAT COMES INSTEAD?" in dump(app))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, OwnOptionScreen))
        field = app.screen.query_one("#option", Input)
        field.value = "right 0"
        await pilot.press("enter")
        await until(pilot, lambda: "is the right answer" in dump(app))
        field.value = "Wholly other"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen) and "✗ Wholly" in dump(app))
        again = Review(review.path, review.taught)
        assert there(again.cards[0]) == ["Wholly other", "Mid", "Hi"]
        assert again.cards[0].origins["Wholly other"] == OWN
        assert dict(spare(again.cards[0])) == {"Lo": "the notes", "Up": "more"}
        await pilot.press("a")
        await until(pilot, lambda: "1 accepted" in dump(app))
        assert review.accepted()[0]["distractors"] == ["Wholly other", "Mid", "Hi"]
        await pilot.press("u", "u")
        await until(pilot, lambda: "✗ Lo" in dump(app))
    assert there(Review(review.path, review.taught).cards[0]) == ["Lo", "Mid", "Hi"]


# ---- rules


async def test_where_every_rule_is_muted_no_card_is_shown_or_taken(stage: Stage) -> None:
    review = desk(stage, replace(DRAWN, cards=DRAWN.cards[:1]))
    app = stage.app()

    def empty(app: QuizApp) -> bool:
        return isinstance(app.screen, DeskScreen) and "no card" in dump(app)

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(DeskScreen(review))
        await until(pilot, lambda: "card 1 of 1" in dump(app))
        await pilot.press("z")
        await until(pilot, lambda: empty(app))
        assert "What is number 0?" not in dump(app)
        assert "a Accept" not in dump(app)
        steps = review.steps
        await pilot.press("a", "f", "n", "m", "e", "x", "w", "v", "right")
        assert empty(app)
        assert review.steps == steps
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, BoundScreen))
        assert "Nothing was accepted" in dump(app)
        await pilot.press("q", "r")
        await until(pilot, lambda: isinstance(app.screen, TeachingScreen))
        assert "event-year" in dump(app).splitlines()[3]
        assert "muted" in dump(app).splitlines()[3]
        await pilot.press("enter")
        await until(pilot, lambda: "muted" not in dump(app).splitlines()[3])
        await pilot.press("q")
        await until(pilot, lambda: "card 1 of 1" in dump(app))
        assert Taught.at(stage.places).muted == ()
        await pilot.press("u", "u")
        await until(pilot, lambda: "card 1 of 1" in dump(app))
        assert review.steps == 0


async def test_a_rule_muted_before_is_found_where_documents_are_named(stage: Stage) -> None:
    Taught.at(stage.places).mute("how-many", on=True)
    app = stage.app()
    async with app.run_test(size=(60, 18), notifications=True) as pilot:
        app.push_screen(TeachingScreen(Taught.at(stage.places)))
        await until(pilot, lambda: "muted" in dump(app))
        off = sorted(OFF)[0]
        rows = app.screen.query_one(Rows)
        app.screen.post_message(Rows.Chosen(rows, "how-many"))
        app.screen.post_message(Rows.Chosen(rows, off))
        await until(pilot, lambda: "muted" not in dump(app))
    table = Taught.at(stage.places).table()["rule"]
    assert table == {off: {"wanted": True}}


def test_what_was_accepted_and_rejected_re_ranks_the_next_draw(stage: Stage) -> None:
    first = drawn(stage)
    worst, best = rules(first)[-1], rules(first)[0]
    taught = Taught.at(stage.places)
    for _ in range(12):
        taught.shift({}, {(worst, "accepted"): 1, (best, "rejected"): 1})
    second = rules(drawn(stage))
    assert second.index(worst) < second.index(best)
    taught.mute(worst, on=True)
    assert worst not in rules(drawn(stage))
    taught.mute(worst, on=False)
    assert rules(drawn(stage)) == second


# ---- conflicts and titles

TODAY = date(2026, 3, 1)
PAPER = Paper("notes", Clean("Notes"), Clean("notes.txt"), "2025-04", "a" * 64, (Clean("x"),))


def dispute(ask: str) -> Dispute:
    passage = Passage("notes", 1, Clean("The Port Tower has seven bells."), 0, 31)
    values = (Clean("seven"), Clean("nine"))
    return Dispute(Clean("Port Tower"), "how-many", values, (passage,), Clean(ask))


@pytest.mark.parametrize(
    ("ask", "published", "prompt"),
    [
        ("How many bells has it?", "2025-04", "As of April 2025, how many bells has it?"),
        ("How many bells has it?", "", "As of March 2026, how many bells has it?"),
        ("Mara Lind has how many?", "", "As of March 2026, Mara Lind has how many?"),
        ("Which tower has seven bells?", "2025", "As of 2025, Port Tower: "),
        ("", "2025-04", "As of April 2025, Port Tower: "),
    ],
)
def test_a_settled_question_asks_and_says_as_of_when(ask: str, published: str, prompt: str) -> None:
    told = Drawn((replace(PAPER, published=published),), (), (dispute(ask),))
    question = fields(told, told.disputes[0], Clean("seven"), set(), TODAY)
    assert question["prompt"] == prompt
    assert bool(unasked(question)) is not prompt.endswith("?")


@pytest.mark.parametrize(
    "prompt", ["Mira Toth:", "As of May 2025, Mira Toth: ", "How many has it?"]
)
def test_what_does_not_ask_or_has_no_date_is_refused(prompt: str) -> None:
    assert unasked({"kind": "short-answer", "prompt": prompt})


async def test_a_settled_conflict_that_asks_nothing_is_not_accepted(stage: Stage) -> None:
    review = desk(stage, replace(DRAWN, papers=(PAPER,), disputes=(dispute(""),)))
    settled = fields(review.drawn, review.drawn.disputes[0], Clean("seven"), set(), TODAY)
    number = review.settle(0, settled)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = DeskScreen(review)
        app.push_screen(screen)
        await until(pilot, lambda: "card 1 of 5" in dump(app))
        await pilot.press("left")
        await until(pilot, lambda: "card 5 of 5" in dump(app))
        await pilot.press("a")
        await until(pilot, lambda: "does not ask yet" in dump(app))
        assert review.cards[number].mark == "open"
        review.edit(number, {**settled, "prompt": "As of May 2025, how many bells has it?"})
        await pilot.press("a")
        await until(pilot, lambda: review.cards[number].mark == "accepted")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ('"The Salt Clock": a small wonder', '"The Salt Clock"'),
        ("Anora and the Ascent of Ethical Realism", "Anora and the Ascent"),
        ("The Salt Road: a slow mule", "The Salt Road"),
        ("The history (1901 to 1950) of it", "The history 1901"),
        ("A history of the in and of", "A history"),
        ("Short", "Short"),
    ],
)
def test_a_title_ends_behind_a_word(heading: str, title: str) -> None:
    told = [from_text("a.md", f"# {heading}\n\nThe Roe Bridge has nine spans.")]
    assert titled(told) == title
    ahead: Any = titled(told, "Drafts: ")
    assert len(ahead) <= 24
    assert ahead.removeprefix("Drafts: ").split()[-1].strip('"') in heading


def test_a_date_is_no_title() -> None:
    told = from_text("a.txt", "APRIL 2025:\n\nThe Ascent of the Real\n\nIt rose in May.")
    assert told.title == "The Ascent of the Real"
