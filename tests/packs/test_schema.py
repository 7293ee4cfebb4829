"""The schema beside the shipped packs is the one that this version prints."""

from __future__ import annotations

import json

import pytest

from quiz.cli import main
from tests.packs.shipped import FOLDER


def test_the_schema_beside_the_packs_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    kept = json.loads((FOLDER / "pack.schema.json").read_text(encoding="utf-8"))
    assert kept == printed, "run `quiz schema > questions/pack.schema.json`"
