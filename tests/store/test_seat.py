"""From the deal to the board: what a seat records is there after any other start."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quiz.core.board import Board
from quiz.core.deal import Want
from quiz.core.form import NO_IDEA
from quiz.core.modes import modes
from quiz.core.records import Finish
from quiz.core.rules import Rules
from quiz.errors import NotFound, OutOfTurn, Undealable
from quiz.store.glance import Glance
from quiz.store.journal import Journal
from quiz.store.places import Places
from quiz.store.players import Players
from quiz.store.scores import Scores
from tests.conftest import Clock
from tests.faults.disks import FailingDisk
from tests.store.house import CLASSIC, House, write_pack

BOARD = Board("classic", ("films",), 5, True)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House.built(tmp_path)


class TestGlance:
    def test_nobody_has_played(self, house: House) -> None:
        assert house.seat().glance() == Glance(None, {}, 0, 0, (), 0)

    def test_a_finished_round_is_summed_up(self, house: House) -> None:
        seat = house.seat()
        round = house.open(seat, 10)
        result = seat.close(house.play(seat, round, wrong=2))
        glance = house.seat().glance()
        assert glance.unfinished is None
        assert glance.packs["films"].seen == 10
        assert glance.packs["films"].best == result.finish.points
        assert glance.packs["films"].stars == result.round.stars
        assert (glance.missed, glance.due, glance.answered) == (2, 0, 10)
        assert glance.days == (date(2026, 11, 21),)
        house.clock.advance(days=30)
        assert house.seat().glance().due == 8

    def test_it_is_the_same_with_and_without_the_checkpoint(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat), wrong=1))
        round = house.answer(seat, house.open(seat))
        quick = house.seat().glance()
        (house.player.folder / "progress.toml").unlink()
        slow = house.seat().glance()
        assert slow == quick
        seat.leave(round)
        assert house.seat().glance() == replace(slow, missed=1)

    def test_it_counts_what_was_written_after_the_checkpoint(self, house: House) -> None:
        seat = house.seat()
        seat.leave(house.answer(seat, house.open(seat)))
        round = seat.resume()
        assert round is not None
        house.answer(seat, round, right=False)
        glance = house.seat().glance()
        assert glance.unfinished is not None
        assert (glance.unfinished.number, glance.unfinished.total) == (3, 5)
        assert (glance.answered, glance.missed) == (2, 1)

    def test_it_needs_no_models_and_no_locks(self, house: House) -> None:
        seat = house.seat()
        seat.leave(house.answer(seat, house.open(seat)))
        code = (
            "import sys; from datetime import datetime; from pathlib import Path;"
            "from quiz.store.places import find_places; from quiz.store.players import Players;"
            "from quiz.store.library import Library; from quiz.store.seat import Seat;"
            "from random import Random; now = lambda: datetime.now().astimezone();"
            "places = find_places(saves=sys.argv[1]); player, = Players(places, now).all();"
            "seat = Seat(player, Library(places), places, now, Random(1));"
            "assert seat.glance().unfinished.number == 2;"
            "bad = {'fsrs', 'pydantic', 'rapidfuzz', 'filelock', 'textual', 'tomli'};"
            "sys.exit(str(bad & sys.modules.keys()) if bad & sys.modules.keys() else 0)"
        )
        for args in ([], ["tail"]):
            if args:
                (house.player.folder / "progress.toml").unlink()
            ran = subprocess.run(
                [sys.executable, "-c", code, str(house.places.saves)],
                capture_output=True,
                text=True,
                cwd=Path(__file__).parents[2],
            )
            assert ran.returncode == 0, ran.stderr


class TestOpen:
    def test_a_round_is_on_disk_before_the_first_question(self, house: House) -> None:
        round = house.open(house.seat())
        (saved,) = Journal(house.player.folder / "journal", "0").read().records
        assert saved.record == round.opening
        assert round.opening.packs == {"films": "1"}
        assert (round.opening.length, round.opening.fresh) == (5, 5)
        assert round.opening.at == house.clock.now

    def test_another_round_ends_the_first_as_left(self, house: House) -> None:
        seat = house.seat()
        first = house.answer(seat, house.open(seat))
        second = house.open(seat)
        finishes = [
            saved.record
            for saved in Journal(house.player.folder / "journal", "0").read().records
            if isinstance(saved.record, Finish)
        ]
        assert [(f.round, f.why, f.asked) for f in finishes] == [(first.opening.round, "left", 1)]
        again = house.seat().glance().unfinished
        assert again is not None
        assert again.round == second.opening.round
        assert seat.boards() == []

    def test_a_round_that_was_left_and_cannot_be_dealt_any_more_ends_too(
        self, house: House
    ) -> None:
        seat = house.seat()
        seat.leave(house.answer(seat, house.open(seat)))
        (house.packs / "films.toml").unlink()
        write_pack(house.packs, "other")
        seat = house.seat()
        seat.open(CLASSIC, ["other"], Want(length=5), Rules())
        pending = house.seat().glance().unfinished
        assert pending is not None
        assert pending.packs == ("other",)

    def test_questions_that_were_asked_come_last(self, house: House) -> None:
        seat = house.seat()
        first = house.play(seat, house.open(seat))
        seat.close(first)
        second = house.open(seat)
        asked = {key for key, _ in first.opening.questions}
        assert not asked & {key for key, _ in second.opening.questions}
        assert second.opening.fresh == 5

    def test_a_question_counts_as_seen_when_it_was_asked(self, house: House) -> None:
        seat = house.seat()
        round, move = house.open(seat).ask(house.clock())
        seat.record(move)
        assert house.open(house.seat(), 0).opening.fresh == 11
        assert round.current is not None

    def test_one_seed_deals_one_round_whatever_was_seen(self, house: House) -> None:
        seat = house.seat()
        first = house.open(seat, seed=7)
        house.answer(seat, first)
        second = house.open(house.seat(), seed=7)
        assert second.opening.questions == first.opening.questions
        assert second.opening.seeded
        assert second.opening.seed == 7

    def test_an_unknown_pack_and_an_empty_choice_are_said(self, house: House) -> None:
        with pytest.raises(NotFound, match="films"):
            house.seat().open(CLASSIC, ["film"], Want(), Rules())
        write_pack(house.packs, "empty", range(4, 5))
        with pytest.raises(Undealable):
            house.seat().open(CLASSIC, ["empty"], Want(level="gentle"), Rules())

    def test_a_round_that_cannot_be_dealt_leaves_the_first_alone(self, house: House) -> None:
        seat = house.seat()
        house.open(seat)
        with pytest.raises(NotFound):
            seat.open(CLASSIC, ["film"], Want(), Rules())
        assert house.seat().glance().unfinished is not None


class TestResume:
    def test_nothing_to_resume(self, house: House) -> None:
        assert house.seat().resume() is None
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        assert seat.resume() is None

    def test_the_same_round_at_the_same_place(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.answer(seat, house.open(seat)), right=False)
        round, move = round.ask(house.clock())
        seat.record(move)
        options = round.form
        seat.leave(round)
        again = house.seat().resume()
        assert again is not None
        assert again.state == round.state
        assert again.form == options
        assert again.records == round.records

    def test_what_another_program_plays_is_not_taken(self, house: House) -> None:
        seat = house.seat()
        round = house.open(seat)
        with pytest.raises(OutOfTurn):
            house.seat().resume()
        other = house.open(house.seat())
        assert other.opening.round != round.opening.round
        finished = Journal(house.player.folder / "journal", "0").of(round.opening.round)
        assert not any(isinstance(saved.record, Finish) for saved in finished)
        seat.leave(round)

    def test_questions_that_changed_or_went_are_skipped(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.open(seat, 0))
        seat.leave(round)
        keys = [key for key, _ in round.opening.questions]
        gone, changed = (int(key.removeprefix("films/q")) for key in (keys[2], keys[3]))
        numbers = [n for n in range(12) if n != gone]
        write_pack(house.packs, "films", numbers, **{f'right_{changed}"': 'another"'})
        again = house.seat().resume()
        assert again is not None
        assert again.dealt[2] is None
        assert again.dealt[3] is None
        assert again.state.changed
        assert again.total == 10
        again = house.play(seat := house.seat(), again)
        assert not seat.close(again).finish.ranked

    def test_an_answered_question_that_went_keeps_its_points(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.open(seat))
        seat.leave(round)
        gone = int(round.opening.questions[0][0].removeprefix("films/q"))
        write_pack(house.packs, "films", [n for n in range(12) if n != gone])
        again = house.seat().resume()
        assert again is not None
        assert again.dealt[0] is None
        assert again.state.points == round.state.points
        assert again.state.attempts == round.state.attempts

    def test_a_mode_that_is_gone_is_said(self, house: House) -> None:
        seat = house.seat()
        round = house.open(seat)
        seat.leave(round)
        path = next((house.player.folder / "journal").glob("*.toml"))
        path.unlink()
        (house.player.folder / "progress.toml").unlink()
        journal = Journal(house.player.folder / "journal", "00000000")
        journal.append(replace(round.opening, mode="marathon"))
        journal.close()
        with pytest.raises(NotFound, match="marathon"):
            house.seat().resume()

    def test_another_devices_round_goes_on_here(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.open(seat))
        seat.leave(round)
        (house.places.config / "device.toml").unlink()
        here = house.seat()
        again = here.resume()
        assert again is not None
        house.clock.now -= (house.clock.now - round.opening.at) * 9  # a clock that is behind
        again = house.play(here, again)
        result = here.close(again)
        assert result.finish.asked == 5
        assert (
            len({s.device for s in Journal(house.player.folder / "journal", "0").read().records})
            == 2
        )
        looked = house.seat().look(result.line)
        assert looked is not None
        assert looked.state.points == result.finish.points


class TestRecord:
    def test_trouble_says_since_when_and_goes_when_it_is_over(
        self, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seat = house.seat()
        round = house.answer(seat, house.open(seat))
        disk = FailingDisk()
        monkeypatch.setattr(seat._journal, "_disk", disk)
        round = house.answer(seat, round)
        assert seat.trouble == ""
        disk.failing = set(range(disk.count, disk.count + 999))
        round = house.answer(seat, round)
        told = "Not saved since question 3: disk full. Trying again with each answer."
        assert seat.trouble == told
        round = house.answer(seat, round)
        assert seat.trouble == told
        disk.failing = set()
        round = house.answer(seat, round)
        assert seat.trouble == ""
        assert len(house.seat().tally().days) == 1
        assert house.seat().tally().all.answered == 5

    def test_without_a_disk_one_can_still_play(self, places: Places, clock: Clock) -> None:
        places.saves.parent.mkdir(exist_ok=True)
        places.saves.write_text("a file", "utf-8")
        player = Players(places, clock).guest("Mira")
        house = House(places, clock, player, places.own)
        seat = house.seat()
        assert seat.glance().unfinished is None
        round = seat.open(CLASSIC, ["oscar-records"], Want(length=5), Rules(), 7)
        assert seat.trouble.startswith("Scores cannot be saved in")
        while not round.over:
            round, move = round.ask(clock())
            seat.record(move)
            round, record = round.answer(NO_IDEA, clock(), 1.0)
            seat.record(record)
        assert "nothing will be kept" in seat.trouble
        result = seat.close(round)
        assert (result.finish.asked, result.place) == (5, 0)
        again = seat.open(CLASSIC, ["oscar-records"], Want(length=5), Rules())
        asked = {key for key, _ in round.opening.questions}
        assert not asked & {key for key, _ in again.opening.questions}


class TestClose:
    def test_the_first_round_is_first_and_best(self, house: House) -> None:
        seat = house.seat()
        result = seat.close(house.play(seat, house.open(seat)))
        assert result.finish.why == "end"
        assert result.finish.ranked
        assert (result.place, result.of, result.best, result.first) == (1, 1, True, True)
        assert result.ahead is None
        assert Scores(house.places.saves).on(BOARD) == [result.line]

    def test_later_rounds_are_compared(self, house: House) -> None:
        ada = Players(house.places, house.clock).create("Ada")
        theirs = house.seat(ada)
        leader = theirs.close(house.play(theirs, house.open(theirs))).line
        seat = house.seat()
        first = seat.close(house.play(seat, house.open(seat), wrong=3))
        assert (first.place, first.of, first.first, first.ahead) == (2, 2, True, leader)
        second = seat.close(house.play(seat, house.open(seat), wrong=4))
        assert (second.place, second.of, second.best, second.first) == (3, 3, False, False)
        assert [line.points for line in seat.history(BOARD)] == [
            first.finish.points,
            second.finish.points,
        ]

    def test_a_seeded_round_is_listed_and_does_not_rank(self, house: House) -> None:
        seat = house.seat()
        result = seat.close(house.play(seat, house.open(seat, seed=7)))
        assert (result.place, result.of, result.best, result.first) == (0, 0, False, False)
        ((board, lines),) = seat.boards()
        assert board == BOARD
        assert [line.ranked for line in lines] == [False]

    def test_a_round_that_was_ended_by_the_player_is_closed_once(self, house: House) -> None:
        seat = house.seat()
        round, finish = house.answer(seat, house.open(seat)).finish(house.clock(), "ended")
        seat.record(finish)
        result = seat.close(round)
        assert result.finish is finish
        found = Journal(house.player.folder / "journal", "0").of(round.opening.round)
        assert sum(isinstance(saved.record, Finish) for saved in found) == 1

    def test_a_round_in_which_nothing_was_answered_is_on_no_board(self, house: House) -> None:
        seat = house.seat()
        round, finish = house.open(seat).finish(house.clock(), "ended")
        seat.record(finish)
        seat.close(round)
        assert seat.boards() == []
        for rebuilt in (
            house.places.saves / "highscores.toml",
            house.player.folder / "progress.toml",
        ):
            rebuilt.unlink(missing_ok=True)
        assert house.seat().boards() == []

    def test_a_mode_without_a_board_has_none(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat), wrong=2))
        round = seat.open(modes()["rematch"], ["films"], Want(), Rules())
        result = seat.close(house.play(seat, round))
        assert (result.place, result.first, result.best) == (0, False, False)
        assert [board for board, _ in seat.boards()] == [BOARD]

    def test_rounds_of_another_device_come_onto_the_board(self, house: House) -> None:
        seat = house.seat()
        result = seat.close(house.play(seat, house.open(seat)))
        journal = house.player.folder / "journal"
        (name,) = journal.glob("*.toml")
        for lost in (house.places.saves / "highscores.toml", house.player.folder / "progress.toml"):
            lost.unlink()
        Scores(house.places.saves).add([replace(result.line, slug="ada-1", round="r0")])
        name.rename(journal / "00000000-0001.toml")
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        assert len(Scores(house.places.saves).on(BOARD)) == 3

    def test_no_lock_of_a_round_is_left_behind(self, house: House) -> None:
        seat = house.seat()
        round = house.open(seat)
        seat.close(house.play(seat, round))
        names = [path.name for path in (house.player.folder / "journal").iterdir()]
        assert not any(round.opening.round in name for name in names)

    def test_a_board_that_cannot_be_written_is_trouble_and_no_more(self, house: House) -> None:
        seat = house.seat()
        round = house.play(seat, house.open(seat))
        (house.places.saves / "highscores.toml").mkdir()
        result = seat.close(round)
        assert result.place == 1
        assert "highscores.toml" in seat.trouble


class TestPreview:
    def test_it_says_what_the_round_would_be(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        preview = seat.preview(CLASSIC, ["films"], Want(length=5), Rules())
        assert (preview.count, preview.fresh, preview.dealt) == (12, 7, 5)
        assert preview.whole == 1000
        assert preview.most == 100 + 165 + 240 + 325 + 420
        assert preview.board == BOARD
        assert [line.slug for line in preview.top] == [house.player.slug]

    def test_it_records_nothing(self, house: House) -> None:
        house.seat().preview(CLASSIC, ["films"], Want(), Rules())
        assert not (house.player.folder / "journal").exists()

    def test_it_does_not_change_what_is_dealt(self, house: House) -> None:
        plain, curious = house.seat(), house.seat()
        curious.preview(CLASSIC, ["films"], Want(), Rules())
        one = house.open(plain).opening.questions
        plain.leave(house.open(plain))
        assert len(one) == 5
        assert house.open(curious).opening.seed == house.open(house.seat()).opening.seed

    def test_what_cannot_be_dealt_says_why(self, house: House) -> None:
        with pytest.raises(Undealable):
            house.seat().preview(modes()["rematch"], ["films"], Want(), Rules())


class TestDaily:
    def test_it_has_one_try(self, house: House) -> None:
        daily = modes()["daily"]
        seat = house.seat()
        round = seat.open(daily, [], Want(), Rules())
        assert round.opening.day == "2026-11-21"
        assert round.opening.packs == {}
        with pytest.raises(Undealable, match="begun"):
            seat.preview(daily, [], Want(), Rules())
        round, finish = round.finish(house.clock(), "ended")
        seat.record(finish)
        seat.close(round)
        with pytest.raises(Undealable, match="midnight"):
            house.seat().open(daily, [], Want(), Rules())
        glance = house.seat().glance()
        assert glance.dailies == (date(2026, 11, 21),)
        assert glance.run == 1
        house.clock.advance(days=1)
        assert house.seat().open(daily, [], Want(), Rules()).opening.day == "2026-11-22"

    def test_its_questions_come_from_the_shipped_packs(self, house: House) -> None:
        round = house.seat().open(modes()["daily"], ["films"], Want(), Rules())
        assert not any(key.startswith("films/") for key, _ in round.opening.questions)

    def test_a_seeded_one_is_nobodys_daily(self, house: House) -> None:
        round = house.seat().open(modes()["daily"], [], Want(), Rules(), 7)
        assert round.opening.day == ""


class TestRematch:
    def test_it_deals_what_was_missed(self, house: House) -> None:
        seat = house.seat()
        round = house.play(seat, house.open(seat), wrong=2)
        seat.close(round)
        missed = [a.question for a in round.state.attempts[:2]]
        assert seat.missed() == missed
        again = seat.open(modes()["rematch"], ["films"], Want(), Rules())
        assert {key for key, _ in again.opening.questions} == set(missed)
        seat.close(house.play(seat, again))
        assert seat.missed() == []

    def test_three_wins_on_three_days_make_a_trophy(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat, 0), wrong=12))
        for _ in range(3):
            assert seat.trophies() == []
            house.clock.advance(days=1)
            seat.close(house.play(seat, house.open(seat, 0)))
        assert len(seat.trophies()) == 12


class TestDamage:
    def test_it_is_named_and_kept_aside_and_the_rest_counts(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.answer(seat, house.open(seat)))
        del round, seat
        (path,) = (house.player.folder / "journal").glob("*.toml")
        content = path.read_bytes()
        path.write_bytes(content.replace(b"points = ", b"points = 9", 1))
        glance = house.seat().glance()
        assert glance.answered == 1
        (problem,) = glance.problems
        assert path.name in problem
        kept = next((house.player.folder / "journal" / "damaged").iterdir())
        assert b"points = 9" in kept.read_bytes()
        assert kept.name in problem

    def test_it_is_named_although_it_was_counted_before(self, house: House) -> None:
        seat = house.seat()
        round = house.answer(seat, house.answer(seat, house.open(seat)))
        seat.leave(round)
        (path,) = (house.player.folder / "journal").glob("*.toml")
        content = path.read_bytes()
        path.write_bytes(content.replace(b"points = 1", b"points = 9", 1))
        seat = house.seat()
        assert seat.glance().problems == ()
        again = seat.resume()
        assert again is not None
        assert len(again.state.attempts) == 1
        (problem,) = seat.glance().problems
        kept = next((house.player.folder / "journal" / "damaged").iterdir())
        assert path.name in problem
        assert kept.name in problem
        assert b"points = 9" in kept.read_bytes()

    def test_a_lost_journal_beside_a_checkpoint_is_damage(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        next((house.player.folder / "journal").glob("*.toml")).unlink()
        glance = house.seat().glance()
        assert "is missing" in glance.problems[0]
        assert glance.answered == 5
        assert glance.packs["films"].seen == 5

    def test_an_emptied_journal_beside_a_checkpoint_is_damage(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        next((house.player.folder / "journal").glob("*.toml")).write_bytes(b"")
        assert "shorter" in house.seat().glance().problems[0]

    def test_after_a_loss_one_plays_on(self, house: House) -> None:
        seat = house.seat()
        seat.close(house.play(seat, house.open(seat)))
        next((house.player.folder / "journal").glob("*.toml")).write_bytes(b"")
        seat = house.seat()
        round = house.answer(seat, house.open(seat))
        del seat
        pending = house.seat().glance().unfinished
        assert pending is not None
        assert (pending.round, pending.number) == (round.opening.round, 2)
        seat = house.seat()
        again = seat.resume()
        assert again is not None
        seat.close(house.play(seat, again))
        glance = house.seat().glance()
        assert (glance.answered, glance.problems) == (10, ())

    def test_a_torn_tail_is_nobodys_problem(self, house: House) -> None:
        seat = house.seat()
        house.answer(seat, house.open(seat))
        del seat
        (path,) = (house.player.folder / "journal").glob("*.toml")
        path.write_bytes(path.read_bytes()[:-30])
        assert house.seat().glance().problems == ()


def test_an_alias_counts_from_the_ruling_on(house: House) -> None:
    seat = house.seat()
    round = house.answer(seat, house.open(seat), right=False)
    round, ruling = round.rule(True, house.clock())
    seat.record(ruling)
    key, told = round.state.attempts[0].question, round.state.attempts[0].given[0]
    seat.leave(round)
    again = house.seat().resume()
    assert again is not None
    assert again.aliases == {key: frozenset({told})}
    assert again.state.ruled
