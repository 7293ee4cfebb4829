"""Trying a pack: all that is sound of it is played, and it is said what is not."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.store.editing.fieldtext import fresh
from quiz.tui.trial import Trial, sound_part
from tests.tui.house import Stage

HEAD = 'format = 1\nid = "rivers"\ntitle = "Rivers"\n'
HERE = Path("rivers.toml")


def text(*questions: dict[str, Any], head: str = HEAD) -> str:
    return "\n".join([head, *map(fresh, questions)])


def asked(id: str, prompt: str, answer: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "kind": "short-answer", "prompt": prompt, "answer": answer, **more}


NILE = asked("nile", "Which river is in Cairo?", "Nile")
LEAK = asked("cairo", "Which city lies on the Nile, near Giza?", "Cairo", difficulty=1)
DRAFT = asked("seine", "Which river is in Paris?", "Seine", status="proposed", tags=["spoiler"])
BROKEN = {"id": "po", "kind": "choice", "prompt": "Which river is in Turin?", "answer": "Po"}


def test_everything_is_played_as_it_stands_there(mira: Stage) -> None:
    player = mira.players.remembered()
    assert player is not None
    sound = sound_part(text(NILE, LEAK, DRAFT), HERE)
    trial = Trial(sound.text, sound.id, player, mira.clock, Random(1))
    try:
        dealt = trial.deal().dealt
        assert [item.question.id for item in dealt if item] == ["nile", "cairo", "seine"]
    finally:
        trial.close()


def test_what_is_broken_is_left_out_and_said() -> None:
    twice = asked("nile", "Which is it again?", "Nile")
    found = sound_part(text(NILE, BROKEN, LEAK, twice), HERE)
    assert found.text == text(NILE, LEAK)
    assert found.id == "rivers"
    assert found.left_out == (
        "Question 2 is left out: Distractors is missing",
        'Question 4 is left out: the id "nile" is question 1\'s already',
    )


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (text(BROKEN), "Distractors is missing"),
        (text(), "there is no question in it"),
        (text(NILE, head='format = 1\nid = "rivers"\n'), "Title is missing"),
        (text(NILE) + "\nodd", "line "),
    ],
)
def test_where_nothing_can_be_played_it_is_said_why(written: str, why: str) -> None:
    with pytest.raises(QuizError) as wrong:
        sound_part(written, HERE)
    assert wrong.value.message.startswith(why)
    assert HERE.name not in wrong.value.message


def test_a_pack_in_another_layout_is_played_as_it_is() -> None:
    flat = HEAD + 'question = [{ id = "a", kind = "short-answer", prompt = "A?", answer = "a" }]\n'
    assert sound_part(flat, HERE).text == flat
