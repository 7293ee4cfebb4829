"""quiz play: who plays what, on which streams, and with which exit code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.cli import table
from quiz.cli.root import Root
from tests.cli.conftest import Run

ROUND = ("play", "oscar-records", "--plain", "--seed", "7", "--questions", "5")
SCRIPT = "a\n" * 5


def test_a_seeded_round_finishes_and_is_the_same_each_time(quiz: Run) -> None:
    first = quiz(*ROUND, "--player", "Tester", typed=SCRIPT)
    again = quiz(*ROUND, "--player", "Tester", typed=SCRIPT)
    assert first.code == again.code == 0
    assert "The end. Oscar Records, Classic, no clock." in first.out
    assert "Not ranked: the seed was chosen." in first.out
    assert first.out.partition("The end.")[0] == again.out.partition("The end.")[0]


def test_scores_list_it_unranked(quiz: Run) -> None:
    told = quiz(*ROUND, "--player", "Tester", "--json", typed=SCRIPT)
    (score,) = quiz("scores", "--json").data
    assert score["player"] == "Tester"
    assert score["packs"] == ["oscar-records"]
    assert (score["mode"], score["length"], score["clock"]) == ("classic", 5, False)
    assert score["ranked"] is False
    assert score["points"] == sum(row["points"] for row in told.rows)


def test_json_holds_judged_answers_and_nothing_else(quiz: Run) -> None:
    told = quiz(*ROUND, "--json", "--player", "Tester", typed="a\n\n/hint\n/pass\nb\na\na\n")
    assert told.code == 0
    assert len(told.rows) == 5
    wanted = {"question", "prompt", "given", "right", "credit", "points", "expected", "reason"}
    assert all(set(row) == wanted for row in told.rows)
    assert all(row["question"].startswith("oscar-records/") for row in told.rows)
    assert "Your answer:" in told.err


def test_the_end_of_input_pauses_and_the_next_call_goes_on(quiz: Run) -> None:
    words = ("play", "oscar-records", "--plain", "--player", "Tester")
    first = quiz(*words, typed="a\nb\n")
    assert first.code == 1
    assert "Oscar Records is saved at question 3 of 10. `quiz` goes on from there." in first.out
    shown = first.out[first.out.index("Question 3 of 10") : first.out.rindex("Your answer:")]
    second = quiz("play", "--plain", typed="a\n" * 8)
    assert "This round was waiting for you at question 3." in second.out
    assert shown in second.out
    assert second.code == 0
    assert len(quiz("scores", "--json").data) == 1


def test_new_ends_what_waited(quiz: Run) -> None:
    words = ("play", "oscar-records", "--plain", "--player", "Tester")
    quiz(*words, typed="a\n")
    told = quiz(*words, "--new", typed="/quit\n")
    assert told.code == 0
    assert "Oscar Records ends at question 2: another round begins." in told.out
    assert "Question 1 of 10" in told.out


def test_another_pack_does_not_go_on_with_the_first(quiz: Run) -> None:
    quiz("play", "oscar-records", "--plain", "--player", "Tester", typed="a\n")
    told = quiz("play", "on-set", "--plain", typed="")
    assert "On Set. Classic. 10 questions" in told.out


def test_an_unknown_pack_names_the_nearest(quiz: Run) -> None:
    told = quiz("play", "oscar-record", "--plain", typed="")
    assert told.code == 1
    assert told.out == ""
    assert "oscar-records" in told.err


@pytest.mark.parametrize(
    "words",
    [("--mode", "dance"), ("--questions", "none"), ("--questions", "-1"), ("--clock", "maybe"),
     ("--seed", "x"), ("--nothing",)],
)  # fmt: skip
def test_what_is_no_option_is_a_matter_of_usage(quiz: Run, words: tuple[str, ...]) -> None:
    told = quiz("play", "oscar-records", "--plain", *words)
    assert told.code == 2
    assert told.out == ""


@pytest.mark.parametrize("words", [("play", "oscar-records"), ()])
def test_without_a_terminal_one_sentence_and_2(quiz: Run, words: tuple[str, ...]) -> None:
    told = quiz(*words)
    assert told.code == 2
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "--plain" in told.err


def test_a_first_player_without_a_terminal_has_the_systems_name(quiz: Run) -> None:
    assert quiz(*ROUND, typed=SCRIPT).code == 0
    (score,) = quiz("scores", "--json").data
    assert score["player"]


def test_the_remembered_player_plays(quiz: Run) -> None:
    quiz(*ROUND, "--player", "Ada", typed=SCRIPT)
    quiz(*ROUND, "--player", "Mira", typed=SCRIPT)
    quiz(*ROUND, typed=SCRIPT)
    assert sorted(score["player"] for score in quiz("scores", "--json").data) == [
        "Ada", "Mira", "Mira",
    ]  # fmt: skip


def test_all_questions_and_the_clock(quiz: Run) -> None:
    told = quiz("play", "palme-dor-history", "--plain", "--questions", "all", "--clock", "on")
    assert "With the clock." in told.out
    assert f"Question 1 of {count(quiz, 'palme-dor-history')}." in told.out


def test_a_mix_deals_from_all(quiz: Run) -> None:
    told = quiz("play", "mix", "--plain", "--questions", "20", "--json", typed="a\n1\n/pass\n" * 20)
    assert len({row["question"].partition("/")[0] for row in told.rows}) > 1
    two = quiz("play", "on-set,oscar-records", "--plain", "--new", typed="")
    assert "Mixed bill. Classic. 10 questions" in two.out


def count(quiz: Run, pack: str) -> int:
    """How many questions a pack deals with the plot kept secret."""
    from quiz.store.library import Library
    from quiz.store.places import find_places

    questions = Library(find_places()).load(pack).playable()
    return sum("spoiler" not in question.tags for question in questions)


def test_a_folder_that_cannot_be_written_is_said_and_played_in(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    told = quiz(*ROUND, "--player", "Tester", typed=SCRIPT)
    assert told.out.startswith("Scores cannot be saved in")
    assert "nothing will be kept" in told.out.splitlines()[0]
    assert told.code == 0


PACK = """
format = 1
id = "mine"
title = "Mine"
"""
QUESTION = """
[[question]]
id = "q{n}"
kind = "choice"
prompt = "What is {n} and one?"
answer = "{right}"
distractors = ["Nothing", "Too much"]
"""


def write(folder: Path, count: int, right: str = "Enough") -> None:
    """Write a pack; `right` is the answer to every question."""
    questions = (QUESTION.format(n=n, right=right) for n in range(count))
    (folder / "mine.toml").write_text(PACK + "".join(questions))


def test_questions_that_changed_meanwhile_are_skipped_and_said(quiz: Run, tmp_path: Path) -> None:
    write(tmp_path, 5)
    words = ("play", "mine", "--packs", str(tmp_path), "--plain", "--questions", "5")
    assert quiz(*words, "--player", "Tester", typed="Enough\n").code == 1
    write(tmp_path, 5, right="Plenty")
    told = quiz(*words, typed="Plenty\n" * 5)
    assert told.code == 0
    assert "some questions are skipped, and it does not rank" in told.out
    assert "Not ranked: the pack has changed since the round began." in told.out


def test_a_broken_pack_says_where_and_is_left_out_of_a_mix(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(PACK + '[[question]]\nid = "q"\n')
    told = quiz("play", "mine", "--packs", str(tmp_path), "--plain")
    assert told.code == 1
    assert "mine.toml" in told.err
    mixed = quiz("play", "mix", "--packs", str(tmp_path), "--plain", typed="")
    assert "Mixed bill. Classic. 10 questions" in mixed.out


def test_hostile_words_on_the_command_line_reach_no_terminal(quiz: Run) -> None:
    for words in (("\x1b[2Jx",), ("on-set", "--mode", "\x1bx"), ("on-set", "--questions", "\x1b")):
        told = quiz("play", *words, "--plain")
        assert told.code in (1, 2)
        assert "\x1b" not in told.out + told.err


def test_line_by_line_needs_no_textual(tmp_path: Path) -> None:
    script = (
        "import sys; from quiz.cli import main; "
        f"main(['--saves', {str(tmp_path)!r}, *{(*ROUND, '--player', 'Tester')!r}]); "
        "sys.exit(sum(name in sys.modules for name in ('textual', 'rich')))"
    )
    run = subprocess.run([sys.executable, "-c", script], input=SCRIPT.encode(), capture_output=True)
    assert run.returncode == 0
    assert b"The end." in run.stdout


def test_a_daily_says_where_its_questions_come_from(quiz: Run) -> None:
    daily = quiz("play", "on-set", "--plain", "--mode", "daily", "--player", "Tester", typed="")
    assert "Daily deals from the packs that came with the game." in daily.out
    storm = quiz("play", "on-set", "--plain", "--mode", "storm", typed="")
    assert "Storm deals from all packs." in storm.out


@pytest.mark.parametrize("seed", [str(2**63), str(-(2**63)), "1e3"])
def test_a_seed_that_a_journal_could_not_hold_is_a_matter_of_usage(quiz: Run, seed: str) -> None:
    told = quiz("play", "on-set", "--plain", "--player", "Tester", f"--seed={seed}", typed="a\n")
    assert (told.code, told.out) == (2, "")
    assert quiz("play", "on-set", "--plain", "--player", "T", f"--seed={2**63 - 1}").code == 1


class TestSomebodyWhoseRecordIsLost:
    """Damage is reported, and is never a new player."""

    @pytest.fixture(autouse=True)
    def played(self, quiz: Run) -> None:
        assert quiz(*ROUND, "--player", "Tester", typed=SCRIPT).code == 0

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (folder,) = (tmp_path / "saves").glob("tester-*")
        return folder

    @pytest.mark.parametrize("named", [(), ("--player", "Tester"), ("--player", "TESTER")])
    @pytest.mark.parametrize("what", ["newer", "damaged", "missing", "gone"])
    def test_it_is_said_and_nobody_new_plays(
        self, quiz: Run, tmp_path: Path, folder: Path, what: str, named: tuple[str, ...]
    ) -> None:
        file = folder / "player.toml"
        match what:
            case "newer":
                file.write_text(file.read_text("utf-8").replace("format = 1", "format = 2", 1))
            case "damaged":
                file.write_bytes(b"\xff")
            case "missing":
                file.unlink()
            case "gone":
                shutil.rmtree(folder)
        before = sorted((tmp_path / "saves").iterdir())
        told = quiz("play", "oscar-records", "--plain", *named, typed=SCRIPT)
        assert (told.code, told.out) == (1, "")
        assert folder.name.partition("-")[0] in told.err.casefold()
        assert sorted((tmp_path / "saves").iterdir()) == before

    def test_another_name_plays_all_the_same(self, quiz: Run, folder: Path) -> None:
        (folder / "player.toml").unlink()
        assert quiz(*ROUND, "--player", "Mira", typed=SCRIPT).code == 0
        assert quiz("play", "oscar-records", "--plain", typed="/quit\n").code == 0

    def test_whoever_played_last_is_not_mistaken_for_somebody_else(
        self, quiz: Run, folder: Path, tmp_path: Path
    ) -> None:
        quiz(*ROUND, "--player", "Mira", typed=SCRIPT)
        quiz(*ROUND, "--player", "Tester", typed=SCRIPT)
        (folder / "player.toml").unlink()
        told = quiz("play", "oscar-records", "--plain", typed=SCRIPT)
        assert (told.code, told.out) == (1, "")

    def test_who_was_archived_may_come_again(self, quiz: Run, folder: Path) -> None:
        archive = folder.parent / "archive"
        archive.mkdir()
        folder.rename(archive / folder.name)
        assert quiz(*ROUND, "--player", "Tester", typed=SCRIPT).code == 0


def test_a_round_that_another_window_plays_is_not_said_to_end(quiz: Run, tmp_path: Path) -> None:
    quiz("play", "on-set", "--plain", "--player", "Tester", typed="/quit\n")
    root = Root(saves=str(tmp_path / "saves"))
    other = table.seat(root, table.who(table.players(root), "Tester", None))
    round = other.resume()
    assert round is not None
    told = quiz("play", "oscar-records", "--plain", "--questions", "1", typed="/pass\n")
    assert told.code == 0
    assert "ends at question" not in told.out
    other.leave(round)
    assert "This round was waiting" in quiz("play", "--plain", typed="/quit\n").out
