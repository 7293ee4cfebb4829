"""Players keep their names and settings; a save that is damaged is nobody's, and never new."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.text import Clean
from quiz.errors import NotFound, QuizError, Unsaved
from quiz.store import names
from quiz.store.device import Device
from quiz.store.names import WIDEST, cells, slugged
from quiz.store.places import Places
from quiz.store.players import Players
from quiz.store.settings import Settings
from tests.conftest import Clock


@pytest.fixture
def players(places: Places, clock: Clock) -> Players:
    return Players(places, clock)


def test_a_player_comes_back(players: Players, clock: Clock) -> None:
    mira = players.create("  Mira\tde la Mare ")
    assert mira.name == "Mira de la Mare"
    assert mira.slug == mira.folder.name
    assert mira.slug.startswith("mira-de-la-mare-")
    assert mira.created == clock.now
    assert players.all() == [mira]
    assert players.find("MIRA DE LA MARE") == players.find(mira.slug) == mira


def test_settings_come_back(players: Players) -> None:
    mira = players.create("Mira")
    chosen = Settings("neon", False, 3, True, packs=("a", "b"), length=0, signs="ascii")
    players.save(replace(mira, settings=chosen))
    assert players.find("mira").settings == chosen


def test_the_file_is_toml_that_a_person_may_edit(players: Players) -> None:
    mira = players.create("Mira")
    path = mira.folder / "player.toml"
    told = tomllib.loads(path.read_text("utf-8"))
    assert told["format"] == 1
    assert told["name"] == "Mira"
    assert set(told["settings"]) == {field.name for field in fields(Settings)}
    path.write_text(
        "# mine\nformat = 1\nname = 'Mira M.'\ncreated = 2020-01-01\n"
        "[settings]\nclock = false # slow\nreading = 7\nlength = 'all'\nmood = 'good'\n",
        "utf-8",
    )
    edited = players.find("Mira M.")
    assert edited.settings == replace(Settings(), clock=False)


@given(st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]), st.none() | st.text()))
def test_settings_that_cannot_be_used_are_the_defaults(table: dict[str, object]) -> None:
    told = Settings.of(table)
    assert isinstance(told.clock, bool)
    assert told.reading in (1, 2, 3)
    assert told.level in ("all", "gentle", "hard")


@pytest.mark.parametrize(
    "content", [b"", b"format = 1", b"name = 3\nformat = 1", b"\xff\xfe", b"x"]
)
def test_a_damaged_file_is_reported_and_is_no_player(players: Players, content: bytes) -> None:
    mira = players.create("Mira")
    (mira.folder / "player.toml").write_bytes(content)
    assert players.all() == []
    (problem,) = players.problems()
    assert mira.slug in f"{problem.title} {problem.message}"
    again = players.create("Mira")
    assert again.slug != mira.slug
    assert (mira.folder / "player.toml").read_bytes() == content


def test_a_missing_file_beside_a_journal_is_reported(players: Players) -> None:
    mira = players.create("Mira")
    (mira.folder / "journal").mkdir()
    (mira.folder / "player.toml").unlink()
    assert players.all() == []
    assert "player.toml is missing" in players.problems()[0].message


def test_a_newer_format_is_refused_in_a_sentence(players: Players) -> None:
    mira = players.create("Mira")
    (mira.folder / "player.toml").write_text('format = 2\nname = "Mira"\n', "utf-8")
    (problem,) = players.problems()
    assert "newer Palmarès" in problem.title
    assert "format 2" in problem.message


def test_a_board_that_knows_somebody_who_is_gone_is_reported(players: Players) -> None:
    from quiz.core.board import Board
    from quiz.store.scores import Scores
    from tests.store.test_scores import line

    mira = players.create("Mira")
    here = line(Board("classic", ("a",), 10, True), slug=mira.slug)
    Scores(players.places.saves).add([here, replace(here, slug="ada-1", player=Clean("Ada"))])
    (problem,) = players.problems()
    assert "Ada" in problem.title
    (players.places.saves / "archive" / "ada-1").mkdir(parents=True)
    assert players.problems() == []


@pytest.mark.parametrize("name", ["", "   ", "\x1b[2J", "!!!", "x" * 21, "電" * 11])
def test_some_names_are_none(players: Players, name: str) -> None:
    if name == "\x1b[2J":
        assert players.create(name).name == "[2J"
        return
    with pytest.raises(QuizError):
        players.create(name)


def test_a_name_that_is_taken_is_the_same_player(players: Players) -> None:
    mira = players.create("Mira")
    assert players.create("MÍRA") == mira


def test_an_unknown_name_gets_the_nearest(players: Players) -> None:
    players.create("Mira")
    with pytest.raises(NotFound, match="Mira"):
        players.find("Mirra")


def test_the_last_player_is_remembered_on_this_device(players: Players, clock: Clock) -> None:
    assert players.remembered() is None
    ada = players.create("Ada")
    clock.advance(days=1)
    mira = players.create("Mira")
    assert players.remembered() == mira
    players.remember(ada)
    assert Players(players.places, clock).remembered() == ada
    players.archive(ada)
    assert players.remembered() == mira


def test_an_archived_player_is_kept_whole(players: Players) -> None:
    mira = players.create("Mira")
    (mira.folder / "journal").mkdir()
    target = players.archive(mira)
    assert target == players.places.saves / "archive" / mira.slug
    assert (target / "journal").is_dir()
    assert players.all() == []
    assert players.problems() == []


def test_a_player_can_be_renamed(players: Players) -> None:
    mira, _ = players.create("Mira"), players.create("Ada")
    renamed = players.rename(mira, "Mirabelle")
    assert renamed.slug == mira.slug
    assert players.find("mirabelle") == renamed
    with pytest.raises(QuizError, match="taken"):
        players.rename(renamed, "ada")


def test_a_save_folder_that_cannot_be_is_said(places: Places, clock: Clock) -> None:
    places.saves.parent.mkdir(exist_ok=True)
    places.saves.write_text("not a folder", "utf-8")
    players = Players(places, clock)
    assert "Scores cannot be saved in" in players.writable()
    assert "You can play; nothing will be kept." in players.writable()
    with pytest.raises(Unsaved):
        players.create("Mira")
    assert players.guest("Mira").name == "Mira"
    places.saves.unlink()
    assert players.writable() == ""
    assert players.all() == []


@pytest.mark.parametrize(
    ("full", "login", "name"),
    [
        ("Mira Celeste,,,", "mira", "Mira Celeste"),
        ("", "mira", "Mira"),
        ("", "dAda", "dAda"),
        ("root", "root", "Player"),
        ("", "", "Player"),
        ("Maria-Magdalena Extraordinaria", "", "Maria-Magdalena"),
        ("Wolfeschlegelsteinhausen", "", "Wolfeschlegelsteinha"),
        ("\x1b[31m", "", "[31m"),
    ],
)
def test_a_name_is_suggested(
    players: Players, monkeypatch: pytest.MonkeyPatch, full: str, login: str, name: str
) -> None:
    monkeypatch.setattr(names, "_full_name", lambda: full.partition(",")[0])
    monkeypatch.setattr(names, "_login", lambda: login)
    assert players.suggested_name() == name


@given(st.text(max_size=60))
def test_every_name_makes_a_folder_that_every_system_takes(name: str) -> None:
    slug = slugged(name)
    assert slug.isascii()
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(slug) <= WIDEST


def test_cells_are_counted_as_a_terminal_does() -> None:
    assert cells("Mira") == 4
    assert cells("電影") == 4
    assert cells("é") == 1


class TestDevice:
    def test_it_keeps_its_id(self, tmp_path: Path) -> None:
        first = Device(tmp_path / "config").id
        assert len(first) == 8
        assert Device(tmp_path / "config").id == first

    def test_another_machine_with_the_same_folder_is_another_device(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = Device(tmp_path)
        first.remember("mira-1")
        monkeypatch.setattr("platform.node", lambda: "another")
        second = Device(tmp_path)
        assert second.id != first.id
        assert second.player == "mira-1"

    def test_without_a_folder_it_still_has_an_id(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        device = Device(tmp_path / "file")
        assert device.id == device.id
        assert device.player == ""

    @pytest.mark.parametrize(
        "content", [b"", b"\xff", b"format = 2", b'format = 1\ndevice = "../x"']
    )
    def test_a_damaged_file_is_made_again(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "device.toml").write_bytes(content)
        device = Device(tmp_path)
        assert device.id.isalnum()
        assert Device(tmp_path).id == device.id


def test_the_umask_of_the_process_holds(players: Players) -> None:
    if os.name == "posix":
        mode = (players.create("Mira").folder / "player.toml").stat().st_mode & 0o777
        mask = os.umask(0o022)
        os.umask(mask)
        assert mode == 0o666 & ~mask
