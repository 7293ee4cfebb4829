"""`quiz import`: a file becomes a pack that plays, and nothing is left out in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from quiz.core.pack import Pack
from tests.cli.conftest import Run

GIFT = """::One:: Which festival gives the Palme d'Or? {=Cannes ~Venice ~Berlin #### Since 1955.}

::Two:: Tell me about it. {}

::Three:: The Palme is golden.{TRUE}
"""
TABLE = "Term;Definition\nFrance;Paris\nJapan;Tokyo\nPeru;\nItaly;Rome\n"


@pytest.fixture
def gift(tmp_path: Path) -> Path:
    file = tmp_path / "prizes.gift"
    file.write_text(GIFT)
    return file


def packs(tmp_path: Path) -> list[Path]:
    return sorted(path for path in tmp_path.rglob("*.toml") if path.parent.name == "packs")


def loaded(file: Path) -> Pack:
    return Pack.model_validate(tomli.loads(file.read_text("utf-8")))


def test_a_file_becomes_a_pack_of_the_players_that_plays(
    quiz: Run, tmp_path: Path, gift: Path
) -> None:
    ran = quiz("import", str(gift))
    assert ran.code == 1
    assert ran.out == "quiz play prizes\n"
    assert "prizes.gift:3: not imported: an essay cannot be judged here" in ran.err
    (file,) = packs(tmp_path)
    pack = loaded(file)
    assert (pack.id, pack.title) == ("prizes", "Prizes")
    assert [q.id for q in pack.questions] == ["one", "three"]
    origin = pack.questions[0].origin
    assert origin
    assert (origin.format, origin.file, origin.id) == ("gift", "prizes.gift", "One")
    assert quiz("check", str(file)).code == 0
    assert quiz("fmt", "--check", str(file)).code == 0
    played = quiz("play", "prizes", "--plain", "--player", "Tester", typed="Cannes\nTrue\n")
    assert played.code == 0


def test_importing_again_keeps_ids_comments_and_what_was_added(
    quiz: Run, tmp_path: Path, gift: Path
) -> None:
    quiz("import", str(gift))
    (file,) = packs(tmp_path)
    text = file.read_text("utf-8").replace(
        'kind = "true-false"', '# It is not.\nkind = "true-false"\ndifficulty = 1'
    )
    text = text.replace('id = "one"', 'id = "my-own-name"')
    file.write_text(text)
    again = quiz("import", str(gift))
    assert "0 added, 0 changed, 2 as they were" in again.err
    assert file.read_text("utf-8") == text

    gift.write_text(GIFT.replace("~Venice", "~Locarno") + "\n\n::Four:: New? {T}\n")
    more = quiz("import", str(gift))
    assert "1 added, 1 changed, 1 as they were" in more.err
    pack = loaded(file)
    assert [q.id for q in pack.questions] == ["my-own-name", "three", "four"]
    assert "Locarno" in pack.questions[0].decoys()
    assert pack.questions[1].difficulty == 1
    assert "# It is not." in file.read_text("utf-8")
    assert packs(tmp_path) == [file]


CAPITALS = "France,Paris\nJapan,Tokyo\nItaly,Rome\nPeru,Lima\n"


def test_importing_again_keeps_what_the_author_has_made_of_it(quiz: Run, tmp_path: Path) -> None:
    table = tmp_path / "towns.csv"
    table.write_text(CAPITALS)
    quiz("import", str(table))
    (file,) = packs(tmp_path)
    text = file.read_text("utf-8")
    first = text[text.index("distractors") : text.index("\n", text.index("distractors"))]
    mine = 'distractors = [\n  "Lyon",  # the second town\n  "Nice",\n]'
    text = text.replace(first, mine).replace('answer = "Paris"', 'answer = "Paris"  # on the Seine')
    text = text.replace('answer = "Rome"', 'answer = "Rome"  # eternal')
    file.write_text(text)
    again = quiz("import", str(table))
    assert "0 added, 0 changed, 4 as they were" in again.err
    assert file.read_text("utf-8") == text

    table.write_text(CAPITALS.replace("Rome", "Roma"))
    assert "0 added, 1 changed, 3 as they were" in quiz("import", str(table)).err
    assert file.read_text("utf-8").replace("Roma", "Rome").count("# ") == text.count("# ")
    assert 'answer = "Roma"  # eternal' in file.read_text("utf-8")
    assert mine in file.read_text("utf-8")
    assert 'answer = "Paris"  # on the Seine' in file.read_text("utf-8")


def test_a_kind_that_was_changed_by_hand_stays(quiz: Run, tmp_path: Path, gift: Path) -> None:
    quiz("import", str(gift))
    (file,) = packs(tmp_path)
    lines = file.read_text("utf-8").split("\n")
    lines = [row for row in lines if not row.startswith("distractors")]
    file.write_text("\n".join(lines).replace('kind = "choice"', 'kind = "short-answer"'))
    before = file.read_text("utf-8")
    assert "2 as they were" in quiz("import", str(gift)).err
    assert file.read_text("utf-8") == before
    gift.write_text(GIFT.replace("~Venice", "~Locarno"))
    assert "1 changed in the file, but you made another kind of it" in quiz("import", str(gift)).err
    assert loaded(file).questions[0].kind == "short-answer"


def test_files_of_one_name_that_have_nothing_in_common_stay_apart(
    quiz: Run, tmp_path: Path
) -> None:
    others = "Dog,Hund\nCat,Katze\nCow,Kuh\nPig,Schwein\n"
    files = [tmp_path / name / "q.csv" for name in ("x", "y")]
    for path, text in zip(files, (CAPITALS, others), strict=True):
        path.parent.mkdir()
        path.write_text(text)
    assert quiz("import", *map(str, files)).out == "quiz play q\nquiz play q-2\n"
    assert quiz("import", str(files[1])).out == "quiz play q-2\n"
    files[0].write_text(CAPITALS.replace("Rome", "Roma") + "Spain,Madrid\n")
    assert quiz("import", str(files[0])).out == "quiz play q\n"
    assert quiz("import", "-", typed=CAPITALS).out == "quiz play imported\n"
    assert quiz("import", "-", typed=others).out == "quiz play imported-2\n"
    assert quiz("import", "-", typed=CAPITALS).out == "quiz play imported\n"
    assert len(packs(tmp_path)) == 4


def test_a_pack_that_came_as_json_is_found_again(quiz: Run, tmp_path: Path, gift: Path) -> None:
    quiz("import", str(gift))
    json = tmp_path / "backup.json"
    quiz("export", "prizes", "--to", "json", "-o", str(json))
    for _ in range(2):
        assert quiz("import", str(json)).out == "quiz play backup\n"


def test_a_table_from_a_pipe(quiz: Run, tmp_path: Path) -> None:
    ran = quiz("import", "-", "--as", "short-answer", typed=TABLE)
    assert ran.code == 1
    assert "“Term” is prompt, “Definition” is answer" in ran.err
    assert "standard input:4: not imported: there is no answer" in ran.err
    (file,) = packs(tmp_path)
    assert [q.kind for q in loaded(file).questions] == ["short-answer"] * 3
    assert ran.out == "quiz play imported\n"


def test_the_encoding_is_said_once(quiz: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("Straße;Weg\nMüller;Beruf\nCafé;Ort\n".encode("cp1252"))
    ran = quiz("import", str(file))
    assert ran.code == 0
    assert ran.err.count("Windows-1252") == 1


def test_several_files_into_one_pack(quiz: Run, tmp_path: Path, gift: Path) -> None:
    table = tmp_path / "towns.csv"
    table.write_text("France;Paris\nJapan;Tokyo\nItaly;Rome\n")
    output = tmp_path / "mine" / "all.toml"
    ran = quiz("import", str(gift), str(table), "-o", str(output))
    assert [q.kind for q in loaded(output).questions].count("choice") == 4
    assert ran.out == f"quiz play all --packs {output.parent}\n"
    assert not packs(tmp_path)


def test_into_a_pack_that_is_there(quiz: Run, tmp_path: Path, gift: Path) -> None:
    table = tmp_path / "towns.csv"
    table.write_text("France;Paris\nJapan;Tokyo\nItaly;Rome\n")
    quiz("import", str(gift))
    ran = quiz("import", str(table), "--into", "prizes")
    assert ran.code == 0
    (file,) = packs(tmp_path)
    assert len(loaded(file).questions) == 5
    shipped = quiz("import", str(table), "--into", "oscar-records")
    assert shipped.code == 1
    assert "comes with the game" in shipped.err


def test_another_file_of_that_name_gets_a_pack_of_its_own(quiz: Run, tmp_path: Path) -> None:
    for name, folder in (("quiz.csv", "a"), ("quiz.tsv", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("France\tParis\nJapan\tTokyo\nItaly\tRome\n")
        assert quiz("import", str(tmp_path / folder / name)).code == 0
    assert [file.name for file in packs(tmp_path)] == ["quiz-2.toml", "quiz.toml"]
    (tmp_path / "oscar-records.csv").write_text("France,Paris\nJapan,Tokyo\nItaly,Rome\n")
    assert quiz("import", str(tmp_path / "oscar-records.csv")).out == "quiz play oscar-records-2\n"


def test_a_licence_of_all_is_the_packs(quiz: Run, tmp_path: Path) -> None:
    file = tmp_path / "animals"
    file.write_text("#Q Which?\n^ a\nA a\nB b\nC c\n")
    assert quiz("import", str(file)).code == 0
    (made,) = packs(tmp_path)
    assert loaded(made).license == "CC-BY-SA-4.0"
    assert loaded(made).questions[0].license is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.bin", bytes(range(256)) * 9, "is not a text"),
        ("a.txt", b"Nothing but words here.\n", "in no format that is known"),
        ("a.gift", b"// nothing\n$CATEGORY: x\n", "no question in it could be imported"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_written(
    quiz: Run, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = quiz("import", str(tmp_path / name))
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert not packs(tmp_path)


def test_usage(quiz: Run, tmp_path: Path, gift: Path) -> None:
    assert quiz("import").code == 2
    assert quiz("import", str(gift), "--into", "x", "-o", "y.toml").code == 2
    missing = quiz("import", str(tmp_path / "none.csv"))
    assert missing.code == 1
    assert "There is no" in missing.err
    assert "is not a file" in quiz("import", str(tmp_path)).err
    assert "There is no import from" in quiz("import", str(gift), "--format", "doc").err
    other = tmp_path / "other.toml"
    other.write_text("x = 1\n")
    assert "is no pack" in quiz("import", str(gift), "-o", str(other)).err
    assert other.read_text() == "x = 1\n"


def test_one_bad_file_does_not_keep_the_others(quiz: Run, tmp_path: Path, gift: Path) -> None:
    ran = quiz("import", str(tmp_path / "none.csv"), str(gift))
    assert ran.code == 1
    assert ran.out == "quiz play prizes\n"
