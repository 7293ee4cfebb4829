"""The game line by line: what it says, what it keeps, and how it ends."""

from __future__ import annotations

import json
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli.linewise.game import FINISHED, UNFINISHED, LineGame
from quiz.cli.linewise.talk import LONGEST_LINE, Talk, spelled
from quiz.core.aid import Certainty
from quiz.core.mode import Mode
from quiz.core.modes import modes
from quiz.core.question import Question
from quiz.core.records import Attempt, Finish, Move, Record, Ruling
from quiz.core.rules import Rules
from quiz.core.state import State
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from tests.cli.rounds import (
    NAMES,
    Played,
    Tray,
    begun,
    choice,
    example,
)
from tests.conftest import Clock

WHO = example("short-answer")
TWO = (choice(), choice("first", "Marty", difficulty=4, hints=["It is old.", "It is short."]))


def kinds(records: list[Record]) -> list[str]:
    """What was kept, in words."""
    return [r.what if isinstance(r, Move) else type(r).__name__.lower() for r in records]


def test_a_round_reads_like_the_design() -> None:
    played = Played(begun(*TWO), ["c", "b"])
    assert played.said.splitlines()[:16] == [
        "Test. Classic. 2 questions, easy ones first. No clock.",
        "Type a letter, a number or the words. /hint /pass /pause /help /quit",
        "",
        "Question 1 of 2. Level 3, worth 200. 0 points.",
        "Which film was the last to win both?",
        "Option A of 4: Parasite",
        "Option B of 4: Marty",
        "Option C of 4: The Piano",
        "Option D of 4: Pulp Fiction",
        "Your answer: c",
        "Wrong. The answer is: Parasite. 0 points.",
        "Parasite was the second of three.",
        "Written in: A Review, April 2025, paragraph 15.",
        "",
        "Question 2 of 2. Level 4, worth 250. 0 points.",
        "Which film was the last to win both?",
    ]
    assert played.code == FINISHED
    assert kinds(played.tray.records) == ["asked", "attempt", "asked", "attempt", "finish"]


def test_points_are_said_with_their_sum() -> None:
    played = Played(begun(*(choice(f"q{n}") for n in range(3))), ["a"] * 3)
    assert "Right. Parasite. 240 points: 200 for the answer, 40 for 3 in a row." in played.said
    assert "Level 3, worth 200. 420 points, 2 in a row." in played.said


def test_the_clock_counts_only_where_it_runs() -> None:
    from quiz.core.rules import Rules

    timed = begun(choice(), rules=Rules(clock=True))
    assert "With the clock." in Played(timed, ["a"]).said


@pytest.mark.parametrize("line", ["", "   ", "e", "//"])
def test_what_is_no_answer_keeps_the_question_open(line: str) -> None:
    played = Played(begun(choice()), [line, "a"], piped=False)
    assert played.said.count("Your answer:") == 2
    assert kinds(played.tray.records) == ["asked", "attempt", "finish"]


@pytest.mark.parametrize("question", [choice(), example("true-false"), example("match")])
def test_a_script_cannot_be_asked_again_and_is_judged_as_given(question: Question) -> None:
    played = Played(begun(question), ["zebra"])
    attempt = played.tray.records[1]
    assert isinstance(attempt, Attempt)
    assert (attempt.given, attempt.credit) == (("zebra",), 0.0)


def test_an_empty_line_is_told_what_to_do() -> None:
    assert "Type an answer, or /pass." in Played(begun(choice()), ["", "a"]).said


def test_two_slashes_are_an_answer_with_one() -> None:
    played = Played(begun(WHO), ["//etc"])
    attempt = played.tray.records[1]
    assert isinstance(attempt, Attempt)
    assert attempt.given == ("/etc",)


def test_no_idea_shows_the_answer_and_costs_nothing() -> None:
    played = Played(begun(choice()), ["/pass"])
    assert "No idea. The answer is: Parasite. 0 points. No points lost." in played.said
    assert "You had no idea." in played.said


def test_hints_halve() -> None:
    played = Played(begun(*TWO[1:]), ["/hint", "/HINT", "/hint", "marty"])
    assert "Hint: It is old.\nNow worth 125." in played.said.replace("/hint\n", "")
    assert "Hint: It is short.\nNow worth 63." in played.said.replace("/HINT\n", "")
    assert "No hint. There is no further hint here." in played.said
    assert "Right. Marty. 63 points." in played.said


def test_pause_stops_the_clock_and_shows_the_question_again() -> None:
    played = Played(begun(choice()), ["/pause", "", "a"])
    assert "Intermission." in played.said
    assert played.said.count("Option D of 4") == 2
    assert kinds(played.tray.records) == ["asked", "pause", "resume", "attempt", "finish"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [([], UNFINISHED), (["c"], UNFINISHED), (["/quit"], FINISHED), (["/pause"], UNFINISHED)],
)
def test_leaving_puts_the_round_away(lines: list[str], code: int) -> None:
    played = Played(begun(*TWO), lines)
    assert played.code == code
    assert len(played.tray.left) == 1
    assert not any(isinstance(record, Finish) for record in played.tray.records)
    number = 2 if lines == ["c"] else 1
    assert played.said.rstrip().endswith(
        f"Test is saved at question {number} of 2. `quiz` goes on from there."
    )


def test_ctrl_c_puts_the_round_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Talk, prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Talk, "ask", interrupted)
    played = Played(begun(choice()), [])
    assert played.code == 130
    assert played.tray.left


def test_a_closed_pipe_puts_the_round_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Talk, "say", lambda *_: (_ for _ in ()).throw(BrokenPipeError()))
    tray = Tray()
    with pytest.raises(BrokenPipeError):
        Played(begun(choice()), [], tray)
    assert tray.left


def test_ending_the_round_here_closes_it_unranked() -> None:
    played = Played(begun(*TWO), ["c", "/end"])
    assert played.code == FINISHED
    assert "You ended the round here." in played.said
    assert "Not ranked: the round was not played to its end." in played.said


def test_a_flag_is_kept_with_its_text() -> None:
    played = Played(begun(choice()), ["/flag Marty too", "a"])
    flag = played.tray.records[1]
    assert isinstance(flag, Move)
    assert (flag.what, flag.text) == ("flag", "Marty too")


def test_help_and_unknown_commands_change_nothing() -> None:
    played = Played(begun(choice()), ["/help", "/dance", "/again", "a"])
    assert "/pass: no idea" in played.said
    assert "There is no /dance here." in played.said
    assert played.said.count("Option D of 4") == 2
    assert kinds(played.tray.records) == ["asked", "attempt", "finish"]


def test_a_close_try_asks_once_more() -> None:
    played = Played(begun(WHO), ["Juho", "Kuosmanen"])
    assert "Close. One more try, for 0.8 of the points." in played.said
    assert "Right. Juho Kuosmanen. 160 points." in played.said
    assert kinds(played.tray.records) == ["asked", "close", "attempt", "finish"]


def test_an_answer_without_full_credit_ends_the_row_and_says_what_the_row_gave() -> None:
    round = begun(choice(), choice("b"), example("clues"))
    played = Played(round, ["Parasite", "Parasite", "/next", "Pulp Fiction"])
    assert (
        "Right. Pulp Fiction. 168 points: 140 for the answer, 28 for 2 in a row before it. "
        "The run of 2 ends." in played.said
    )


@pytest.mark.parametrize("lines", [["Kuosmanen"], ["Juho"]])
def test_an_answer_that_comes_as_the_time_runs_out_ends_the_round(lines: list[str]) -> None:
    tray, said, moments = Tray(), StringIO(), iter([0.0, 179.0, 181.0])
    game = LineGame(
        tray,
        begun(WHO, choice(), mode=modes()["storm"], rules=Rules()),
        Talk(StringIO("".join(f"{line}\n" for line in lines)), said),
        title="Storm",
        now=Clock(),
        ticks=lambda: next(moments),
    )
    assert game.play() == FINISHED
    assert kinds(tray.records) == ["asked", "time", "finish"]
    assert "The three minutes are over: 0 questions, 0 right." in said.getvalue()
    assert "Close." not in said.getvalue()


def test_the_clock_stands_still_for_a_second_try() -> None:
    tray, said, moments = Tray(), StringIO(), iter([0.0, 170.0, 170.0, 170.0, 500.0, 501.0, 502.0])
    game = LineGame(
        tray,
        begun(WHO, mode=modes()["storm"], rules=Rules()),
        Talk(StringIO("Juho\nKuosmanen\n"), said),
        title="Storm",
        now=Clock(),
        ticks=lambda: next(moments),
    )
    assert game.play() == FINISHED
    assert kinds(tray.records) == ["asked", "close", "attempt", "finish"]
    assert "Right. Juho Kuosmanen." in said.getvalue()


def test_clues_open_by_next_and_by_a_wrong_guess() -> None:
    played = Played(begun(example("clues")), ["/next", "Marty", "/next", "Pulp Fiction"])
    assert "Clue 1 of 3: It won the Palme d'Or in 1994." in played.said
    assert "Clue 2 of 3: Its three stories are told out of order." in played.said
    assert "Not that. Clue 3 of 3: Its director is Quentin Tarantino." in played.said
    assert "No clue. All clues are open." in played.said
    assert "Right. Pulp Fiction. 80 points." in played.said
    assert "Missed" not in played.said
    assert json.loads(played.told)["right"] is True


def test_many_are_ticked_in_one_line_and_part_counts() -> None:
    question = example("multi-choice")
    played = Played(begun(question), ["Cannes, Locarno, Berlin"])
    assert "Any number of these may be right." in played.said
    assert "Part right: 2 of 3, 1 wrong. You had Cannes, Berlin." in played.said
    assert "The whole answer: Cannes, Venice, Berlin. 67 points." in played.said


def test_order_and_pairs_are_letters_in_a_row() -> None:
    order = Played(begun(example("order")), ["taxi driver, pulp fiction, the pianist, parasite"])
    assert "Put these in order by year of the prize, earliest first." in order.said
    assert "Right." in order.said
    pairs = Played(begun(example("match")), ["sean baker, bong joon-ho, -"])
    assert "Number 1 of 3: Anora" in pairs.said
    assert "Partner B of 3:" in pairs.said
    assert "Part right: 2 of 3 pairs. You had Anora, Parasite." in pairs.said


def test_a_list_is_one_line_with_commas() -> None:
    played = Played(begun(example("list", need=3)), ["berlin, Venezia, berlin, Locarno"])
    assert "Name all 3, in one line, separated by commas." in played.said
    assert "Part right: 2 of 3. You had Berlin, Venice." in played.said
    assert kinds(played.tray.records) == ["asked", "attempt", "finish"]


def test_a_number_says_how_far_off_it_was() -> None:
    played = Played(begun(example("number")), ["1954"])
    assert "Type a number." in played.said
    assert "Wrong. The answer is: 1955. 0 points. 1 year out." in played.said


def test_a_typed_verdict_can_be_overruled_before_the_next_answer() -> None:
    played = Played(begun(WHO, choice()), ["Marty", "/right", "a"])
    assert "If you were right after all, type /right." in played.said
    assert "Taken as right, by your own ruling. 200 points." in played.said
    assert kinds(played.tray.records) == [
        "asked", "attempt", "ruling", "asked", "attempt", "finish",
    ]  # fmt: skip
    ruling = played.tray.records[2]
    assert isinstance(ruling, Ruling)
    assert ruling.right


def test_the_last_typed_verdict_can_be_overruled_too() -> None:
    played = Played(begun(WHO), ["Marty", "/right"])
    assert "1 of 1 right." in played.said
    assert "With a ruling of your own." in played.said
    assert Played(begun(WHO), ["Marty"]).code == FINISHED


def test_only_typed_answers_are_ruled_on() -> None:
    assert "Only a typed answer can be ruled on." in Played(begun(*TWO), ["c", "/right", "b"]).said


class Betting(Mode):
    """Wagers, and one skip that is allowed once."""

    id = "betting"
    title = "Betting"
    summary = "Say how sure you are."
    wagers = True
    certainties = (
        Certainty("guess", Clean("guess"), 1, 0, 0),
        Certainty("sure", Clean("sure"), 3, 6, 80),
    )
    streaks = False
    moves = frozenset({"hint", "bravo"})

    def permit(self, state: State, what: str, text: str) -> None:
        if state.phase != "asking":
            raise OutOfTurn("Not now")


def test_wagers_are_asked_after_the_answer() -> None:
    played = Played(begun(choice(), mode=Betting()), ["a", "4", "2"])
    assert "Say how sure you are." in played.said
    assert "How sure are you? 1 guess (+1 or 0), 2 sure (+3 or -6):" in played.said
    assert "Type a number from 1 to 2, or the words." in played.said
    assert kinds(played.tray.records) == ["asked", "certainty", "attempt", "finish"]
    said = Played(begun(choice(), mode=Betting()), ["a", "Sure"])
    assert [r.text for r in said.tray.records if isinstance(r, Move)][-1] == "sure"


def test_a_mode_brings_its_own_commands() -> None:
    played = Played(begun(choice(), mode=Betting()), ["/help", "/bravo", "/pass"])
    assert "/bravo: see the rules of Betting" in played.said
    assert kinds(played.tray.records) == ["asked", "bravo", "attempt", "finish"]


class Mortal(Mode):
    """One life."""

    id = "mortal"
    title = "Mortal"
    summary = "One life."
    lives = 1


def test_a_mode_with_lives_says_them_and_why_it_ended() -> None:
    played = Played(begun(*TWO, mode=Mortal()), ["c"])
    assert "1 life left." in played.said
    assert "A miss ends the round." in played.said


def climb(*lines: str) -> Played:
    steps = [choice(f"q{n}", difficulty=3) for n in range(14)]
    return Played(begun(*steps, mode=modes()["climb"]), lines)


def test_the_climb_offers_its_lifelines_and_hides_what_is_out() -> None:
    played = climb("/fifty", "/fifty", "a")
    assert "Once each: /fifty (Fifty-fifty), /room (Ask the room)" in played.said
    after = played.said.partition("/fifty\n")[2]
    assert "Fifty-fifty: " in after
    assert sum(f"of 4: {name}" in after.partition("Your answer:")[0] for name in NAMES) == 2
    assert "Used already." in played.said


def test_the_climb_can_be_stopped_after_a_step_until_the_next_answer() -> None:
    played = climb("a", "a", "/bank")
    assert "Before the next answer you may type /bank." in played.said
    assert "You stopped after step 2 and took 200." in played.said
    assert played.code == FINISHED
    assert kinds(played.tray.records)[-3:] == ["attempt", "bank", "finish"]


def test_a_swap_brings_another_question() -> None:
    assert "Question 1 of 12." in climb("/swap", "a").said.partition("/swap")[2]


def test_a_bet_ends_with_how_often_one_was_right() -> None:
    played = Played(begun(*TWO, mode=modes()["bet"]), ["a", "3", "b", "3"])
    assert "When you said sure: 1 of 2 right." in played.said


def test_results_name_score_stars_misses_and_that_it_is_saved() -> None:
    played = Played(begun(*TWO), ["c", "marty"])
    assert "250 points. 2 stars of 5: 56 % of what the round was worth." in played.said
    assert "1 of 2 right." in played.said
    assert (
        "Missed 1. Which film was the last to win both? You said: The Piano. The answer: Parasite."
    ) in played.said
    assert "Saved: all 2 answers, with what you gave and when." in played.said


def test_a_disk_that_refuses_is_said_at_once_and_at_the_end() -> None:
    tray = Tray()
    keep = tray.record

    def refuse(record: Record) -> None:
        keep(record)
        tray.trouble = "Not saved since question 1: disk full. Trying again with each answer."

    tray.record = refuse  # type: ignore[method-assign]
    played = Played(begun(choice()), ["a"], tray)
    assert played.said.count("disk full") == 2
    assert "Saved:" not in played.said


def test_json_is_one_object_for_each_judged_answer() -> None:
    played = Played(begun(*TWO, WHO), ["c", "", "/pass", "Juho", "Marty"])
    told = [json.loads(line) for line in played.told.splitlines()]
    assert told[0] == {
        "question": "test/last-to-win",
        "prompt": "Which film was the last to win both?",
        "given": "The Piano",
        "right": False,
        "credit": 0.0,
        "points": 0,
        "expected": "Parasite",
        "reason": "",
    }
    assert [each["given"] for each in told] == ["The Piano", "", "Marty"]


HOSTILE = "\x1b[2J[/]\u202e\x9b31m\x00"


def test_hostile_text_reaches_no_terminal() -> None:
    question = choice(prompt=f"What{HOSTILE}?", explanation=f"Why{HOSTILE}")
    played = Played(begun(question), [f"{HOSTILE}", "a"], piped=False)
    assert not set("\x1b\u202e\x9b\x00") & set(played.said)
    assert "[2J[/]31m" in played.said


@given(st.lists(st.text(max_size=20), max_size=12))
def test_no_input_breaks_a_round(lines: list[str]) -> None:
    typed = [line.replace("\n", " ").replace("\r", " ") for line in lines]
    played = Played(begun(choice(), *map(example, ("multi-choice", "clues", "list"))), typed)
    assert played.code in (FINISHED, UNFINISHED)
    judged = sum(isinstance(record, Attempt) for record in played.tray.records)
    assert len(played.told.splitlines()) == judged


def test_the_longest_line_is_cut_and_the_next_is_whole() -> None:
    talk = Talk(StringIO("x" * 10 * LONGEST_LINE + "\nnext\n"), StringIO())
    assert len(talk.ask("?") or "") <= LONGEST_LINE
    assert talk.ask("?") == "next"
    assert talk.ask("?") is None


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-8"])
def test_any_encoding_can_be_spoken(encoding: str) -> None:
    raw = BytesIO()
    said = TextIOWrapper(raw, encoding=encoding, errors="strict")
    Talk(StringIO("é\n"), said).say("“Palmarès” – 時 ✓ Łódź…")
    assert raw.getvalue().decode(encoding)


def test_plain_letters_stand_in_for_what_is_missing() -> None:
    assert spelled("Palmarès – “Łódź…”", "ascii") == 'Palmares - "Lodz..."'
    assert spelled("Palmarès", "utf-8") == "Palmarès"


def test_json_stays_json_in_a_narrow_encoding() -> None:
    raw = BytesIO()
    told = TextIOWrapper(raw, encoding="ascii", errors="strict")
    Talk(StringIO(), StringIO(), told).tell({"given": "Palmarès"})
    assert json.loads(raw.getvalue()) == {"given": "Palmarès"}


def test_option_lines_name_all_options() -> None:
    said = Played(begun(choice()), ["a"]).said
    assert all(name in said for name in NAMES)
