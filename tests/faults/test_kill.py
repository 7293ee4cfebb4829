"""Killed at any byte: the same round, the same question, the same options, nothing judged lost."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.core.form import Given
from quiz.core.records import Attempt, Finish, Opening, Record
from quiz.core.round import Round
from quiz.core.text import Clean
from quiz.store.journal import Journal
from quiz.store.segments.segment import read_segment
from tests.conftest import Clock
from tests.store.house import House, given

SOME = 40


class Played:
    """A real round with one of everything, and after each record the bytes that were there."""

    def __init__(self, folder: Path) -> None:
        self.house = House.built(folder, Clock())
        seat = self.house.seat()
        self.rounds = [self.house.open(seat)]
        (self.path,) = (self.house.player.folder / "journal").glob("*.toml")
        self.ends = [self._size()]
        round = self.rounds[0]
        for n in range(5):
            round = self._did(seat, round.ask(self.house.clock()))
            self.house.clock.advance(2)
            if n == 1:
                round = self._did(seat, round.hint(self.house.clock(), 1.0))
            if n == 2:
                told = Clean('a "flag"\nof two lines')
                round = self._did(seat, round.move("flag", self.house.clock(), 1.0, told))
            answer = Given() if n == 3 else given(round, right=n != 1)
            round = self._did(seat, round.answer(answer, self.house.clock(), 2.0))
            if n == 1:
                round = self._did(seat, round.rule(True, self.house.clock()))
        self._did(seat, round.finish(self.house.clock()))
        self.content = self.path.read_bytes()
        del seat

    def _did(self, seat: object, done: tuple[Round, Record]) -> Round:
        round, record = done
        seat.record(record)  # type: ignore[attr-defined]
        self.rounds.append(round)
        self.ends.append(self._size())
        return round

    def _size(self) -> int:
        return self.path.stat().st_size - 1  # the last line end is spare

    def cut(self, at: int) -> None:
        """Start again after a kill that left so many bytes, and compare."""
        whole = sum(end <= at for end in self.ends)
        self.path.write_bytes(self.content[:at])
        (self.house.player.folder / "progress.toml").unlink(missing_ok=True)
        seat = self.house.seat()
        assert seat.glance().problems == ()
        round = seat.resume()
        if whole in (0, len(self.ends)):
            assert round is None
        else:
            assert round is not None
            before = self.rounds[whole - 1]
            again = Round.begin(before.opening, before.dealt, before.mode, before.records)
            assert round.records == before.records
            assert round.state == again.state
            assert round.total == before.total
            if round.phase == "asking":
                assert round.form == before.form
            round, move = round.ask(self.house.clock()) if not round.over else (round, None)
            if move:
                seat.record(move)
                assert seat.trouble == ""
            seat.leave(round)
        found = Journal(self.path.parent, "0").read()
        assert all(damage.kind == "tail" for damage in found.damage)
        kept = [saved.record for saved in found.records]
        assert kept[:whole] == [before.opening for before in self.rounds[:1] if whole] + [
            *self.rounds[max(whole - 1, 0)].records
        ]
        shutil.rmtree(self.path.parent / "damaged", ignore_errors=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return Played(tmp_path_factory.mktemp("kill"))


def test_some_cut_points(played: Played) -> None:
    step = len(played.content) // SOME
    near = {end + off for end in played.ends for off in (-1, 0, 1)}
    for at in sorted({*range(0, len(played.content), step), *near}):
        played.cut(min(at, len(played.content)))


@pytest.mark.faults
def test_every_cut_point(played: Played) -> None:
    for at in range(len(played.content) + 1):
        played.cut(at)


def test_the_round_has_one_of_everything(played: Played) -> None:
    kinds = {type(record) for record in played.rounds[-1].records}
    assert len(kinds) == 4
    assert Finish in kinds
    assert not any(isinstance(record, Opening) for record in played.rounds[-1].records)


@pytest.mark.parametrize("kill", range(3))
def test_a_killed_process_loses_nothing_it_said_was_saved(tmp_path: Path, kill: int) -> None:
    code = (
        "import sys; from pathlib import Path; from quiz.store.journal import Journal;"
        "from tests.store.strategies import attempt;"
        "j = Journal(Path(sys.argv[1]), 'ab12cd34');"
        "[(j.append(attempt(n)), print(n, flush=True)) for n in range(10**6)]"
    )
    for start in range(2):
        running = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "journal")],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert running.stdout is not None
        said = [int(running.stdout.readline()) for _ in range(20 + 37 * kill)]
        running.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        rest = running.stdout.read()
        running.wait()
        running.stdout.close()
        said += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        found = Journal(tmp_path / "journal", "0").read()
        kept = [s.record.points for s in found.records if isinstance(s.record, Attempt)]
        assert all(damage.kind == "tail" for damage in found.damage)
        assert kept.count(said[-1]) == start + 1
        assert {*said} <= {*kept}
    numbers = [saved.n for saved in found.records]
    assert numbers == sorted(set(numbers))


@pytest.mark.faults
def test_every_flipped_bit_costs_at_most_one_record(played: Played) -> None:
    there = [saved.record for saved in read_segment("ab-0001.toml", played.content).records]
    content = bytearray(played.content)
    for at in range(len(content)):
        for bit in range(8):
            content[at] ^= 1 << bit
            part = read_segment("ab-0001.toml", bytes(content))
            left = [saved.record for saved in part.records]
            assert len(left) >= len(there) - 1
            assert [record for record in there if record in left] == left
            assert len(left) == len(there) or part.damage
            content[at] ^= 1 << bit
