"""Packs are found and listed by their heads, and nothing in a folder stops the game."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.errors import NotFound, Unreadable
from quiz.store.library import Library
from quiz.store.places import Places

QUESTION = """
[[question]]
id = "q{}"
kind = "choice"
prompt = "Which?"
answer = "This"
distractors = ["That"]
"""


def pack(id: str, title: str = "A title", questions: int = 2, head: str = "") -> str:
    asked = "".join(QUESTION.format(number) for number in range(questions))
    return f'format = 1\nid = "{id}"\ntitle = "{title}"\n{head}{asked}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "packs").mkdir()
    return tmp_path / "packs"


@pytest.fixture
def library(folder: Path, places: Places) -> Library:
    return Library(replace(places, packs=(folder,), shipped=None))


def test_the_shipped_packs_are_billed(places: Places) -> None:
    headers = Library(places).headers()
    assert headers[0].id == "oscar-records"
    assert all(header.shipped and not header.problem for header in headers)
    for header in headers:
        loaded = Library(places).load(header.id)
        assert (header.title, header.count) == (loaded.title, len(loaded.questions))
        assert header.description == loaded.description


def test_headers_agree_with_the_parser_however_the_head_is_written(
    folder: Path, library: Library
) -> None:
    ways = {
        "plain": pack("plain", head='description = "D" # why\nversion = "1"\n'),
        "single": pack("single").replace('"A title"', "'A title'"),
        "several": pack("several").replace('"A title"', '"""\nA title"""'),
        "escaped": pack("escaped").replace("A title", r"A \u0074itle"),
        "spaced": pack("spaced").replace("[[question]]", "  [[ question ]]"),
        "windows": pack("windows").replace("\n", "\r\n"),
        "lists": pack("lists", head='authors = [\n  "a",\n  "b",\n]\n'),
        "bom": "\ufeff" + pack("bom"),
        "inline": 'id = "inline"\ntitle = "A title"\nformat = 1\nquestion = [\n'
        '{ id = "a", kind = "true-false", prompt = "x", answer = true },\n'
        '{ id = "b", kind = "true-false", prompt = "x", answer = true },\n]\n',
    }
    for name, text in ways.items():
        (folder / f"{name}.toml").write_bytes(text.encode())
    headers = library.headers()
    assert {header.id for header in headers} == ways.keys()
    for header in headers:
        assert (header.title, header.count, header.problem) == ("A title", 2, ""), header
        assert len(library.load(header.id).questions) == 2


def test_nothing_in_a_folder_stops_the_others(folder: Path, library: Library) -> None:
    (folder / "good.toml").write_text(pack("good"))
    (folder / "folder.toml").mkdir()
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    (folder / "latin.toml").write_bytes(b'format = 1\nid = "caf\xe9"\n')
    (folder / "empty.toml").touch()
    (folder / "newer.toml").write_text('format = 9\nid = "newer"\ntitle = "N"\n')
    (folder / "syntax.toml").write_text("= no\n")
    (folder / "bad-id.toml").write_text(pack("../../evil"))
    (folder / ".hidden.toml").write_text(pack("hidden"))
    (folder / "notes.txt").write_text("no pack")
    os.mkfifo(folder / "pipe.toml")
    if os.getuid():
        (folder / "locked.toml").touch(mode=0)
    headers = library.headers()
    assert [header.id for header in headers if not header.problem] == ["good"]
    assert len(headers) >= 9
    problems = library.problems()
    assert folder / "good.toml" not in problems
    assert len(problems) == len(headers) - 1
    assert library.load("good").id == "good"


def test_hostile_heads_are_cleaned(folder: Path, library: Library) -> None:
    (folder / "x.toml").write_text(pack("x", "A\x7f \u202etitle").replace("\x7f", "\u009b"))
    assert library.headers()[0].title == "A title"


def test_a_folder_that_is_not_there_holds_no_packs(library: Library, folder: Path) -> None:
    folder.rmdir()
    assert library.headers() == []


def test_of_two_packs_with_one_id_the_first_found_plays(
    folder: Path, library: Library, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (folder / "a.toml").write_text(pack("same", "First"))
    (other / "b.toml").write_text(pack("same", "Second"))
    both = Library(replace(library.places, packs=(folder, other)))
    first, second = both.headers()
    assert not first.problem
    assert str(folder / "a.toml") in second.problem
    assert both.load("same").title == "First"
    assert [told[0].code for told in both.problems().values()] == ["taken-id"]


def test_an_unknown_pack_names_the_nearest(folder: Path, library: Library) -> None:
    (folder / "a.toml").write_text(pack("oscar-records"))
    with pytest.raises(NotFound) as caught:
        library.load("oscar-record")
    assert "oscar-records" in caught.value.message


def test_a_pack_is_read_again_when_its_file_changes(folder: Path, library: Library) -> None:
    file = folder / "a.toml"
    file.write_text(pack("a", questions=1))
    first = library.load("a")
    assert library.load("a") is first
    file.write_text(pack("a", questions=3))
    assert len(library.load("a").questions) == 3
    file.write_text(pack("a", questions=3) + "broken")
    with pytest.raises(Unreadable):
        library.load("a")


def test_large_packs_are_counted_once(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "large.toml"
    file.write_text(pack("large", questions=1500))
    before = library.headers()
    assert before[0].count == 1500
    shelf = library.places.cache / "headers.tsv"
    assert shelf.is_file()

    def unread(_: Path) -> bytes:
        raise AssertionError("the cache knows this file")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", unread)
        assert Library(library.places).headers() == before
    file.write_text(pack("large", questions=1600))
    assert Library(library.places).headers()[0].count == 1600


@pytest.mark.parametrize("content", [b"", b"\xff\t\n", b"a\tb\tc\n" * 3, b"\t" * 50])
def test_a_damaged_cache_is_ignored(folder: Path, library: Library, content: bytes) -> None:
    (folder / "large.toml").write_text(pack("large", questions=1500))
    library.places.cache.mkdir(parents=True)
    (library.places.cache / "headers.tsv").write_bytes(content)
    assert library.headers()[0].count == 1500


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, library: Library) -> None:
    (folder / "large.toml").write_text(pack("large", questions=1500))
    library.places.cache.parent.mkdir(parents=True, exist_ok=True)
    library.places.cache.write_text("a file where the folder should be")
    assert library.headers()[0].count == 1500
