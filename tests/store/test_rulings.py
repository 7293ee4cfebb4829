"""What players were ruled right with is found in their journals, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from quiz.core.records import Finish, Ruling
from quiz.core.text import Clean
from quiz.store.journal import Journal
from quiz.store.rulings import ruled_right
from tests.store.strategies import AT, attempt


def rule(
    saves: Path, player: str, key: str, *given: str, right: bool = True, round: str = "r1"
) -> None:
    """Answer a question and overrule its verdict."""
    journal = Journal(saves / player / "journal", "ab12cd34")
    at = AT + timedelta(days=int(round[1:]))
    texts = tuple(map(Clean, given))
    journal.append(replace(attempt(1), round=round, at=at, question=key, given=texts))
    journal.append(Ruling(round, at, key, right, 100))
    journal.close()


def test_texts_of_all_players_come_once_as_they_were_typed_first(tmp_path: Path) -> None:
    rule(tmp_path, "ada-1", "films/q1", "Kosmonen")
    rule(tmp_path, "ada-1", "films/q2", " (Juho)  K. ", round="r2")
    rule(tmp_path, "mira-2", "films/q1", "kosmonen!")
    rule(tmp_path, "mira-2", "films/q1", "Cosmonen", round="r2")
    assert ruled_right(tmp_path, "films") == {"q1": ("Kosmonen", "Cosmonen"), "q2": ("Juho K.",)}


def test_only_rulings_about_one_text_of_this_pack_count(tmp_path: Path) -> None:
    rule(tmp_path, "ada-1", "films-2/q1", "Kosmonen")
    rule(tmp_path, "ada-1", "films/q1", "Berlin", "Rome", round="r2")
    rule(tmp_path, "ada-1", "films/q1", round="r3")
    rule(tmp_path, "ada-1", "films/q1", "Nobody", right=False, round="r4")
    journal = Journal(tmp_path / "ada-1" / "journal", "ab12cd34")
    journal.append(replace(attempt(2), round="r5", question="films/q1", given=(Clean("Wrong"),)))
    journal.append(Finish("r5", AT, "end", 0, 1, 1, 1.0, 1.0, 1.0, 1, True))
    journal.close()
    assert ruled_right(tmp_path, "films") == {}
    assert ruled_right(tmp_path / "nowhere", "films") == {}


def test_a_ruling_holds_until_the_same_player_takes_it_back(tmp_path: Path) -> None:
    for player in ("ada-1", "mira-2"):
        rule(tmp_path, player, "films/q1", "Kosmonen")
    rule(tmp_path, "ada-1", "films/q1", "KOSMONEN", right=False, round="r2")
    assert ruled_right(tmp_path, "films") == {"q1": ("Kosmonen",)}
    rule(tmp_path, "mira-2", "films/q1", "kosmonen", right=False, round="r2")
    assert ruled_right(tmp_path, "films") == {}
