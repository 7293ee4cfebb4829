"""Every shipped question was answered by somebody who did not see its key.

`blind.toml` holds one record per question: the fingerprint of what was shown, the answer that the
reader gave from the cited document, and whether a second option could be defended. A question
that was changed since, or never answered blind, fails.
"""

from __future__ import annotations

from pathlib import Path

import tomli

from quiz.core.form import Given
from quiz.core.text import clean
from quiz.core.verdict import NOWHERE
from tests.packs.shipped import questions, shown

RECORDS = tomli.loads(Path(__file__).with_name("blind.toml").read_text(encoding="utf-8"))


def test_every_question_was_answered_blind_and_its_key_was_reached() -> None:
    records = {record["question"]: record for record in RECORDS["answer"]}
    for key, _, question in questions():
        record = records.get(key)
        assert record is not None, f"{key} was never answered blind"
        assert record["fingerprint"] == shown(question), f"{key} changed after it was answered"
        given = Given(tuple(clean(text) for text in record["given"]))
        verdict = question.verdict(given, NOWHERE)
        assert verdict.credit == 1, f"{key}: the reader said {given.text}"
        assert record["second"] is False, f"{key}: a second option was defended"


def test_no_record_is_left_over() -> None:
    keys = {key for key, _, _ in questions()}
    assert [
        record["question"] for record in RECORDS["answer"] if record["question"] not in keys
    ] == []
