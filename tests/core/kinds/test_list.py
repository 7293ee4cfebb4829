"""list: entries jump into place, near misses say so."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quiz.core.form import Fill
from quiz.core.kinds.list import ListAll
from quiz.core.text import Clean
from quiz.core.verdict import Context
from tests.core.asking import ask, judged


class TestList:
    FILMS = ("Marty", ["Parasite", "Gisaengchung"], "Anora", "Niger", "Nigeria", "The Piano")

    def films(self, **fields: Any) -> ListAll:
        return cast("ListAll", ask("list", entries=list(self.FILMS), **{"need": None, **fields}))

    @pytest.mark.parametrize(
        ("text", "typing", "entered"),
        [
            ("Marty", "found", "found"),
            ("gisaengchung", "found", "found"),
            ("piano", "found", "found"),
            ("Mart", "nothing", "found"),
            ("Parsite", "near", "found"),
            ("Parasiet", "found", "found"),
            ("Niger", "found", "found"),
            ("Nigeri", "nothing", "near"),
            ("Parrisitte", "nothing", "nothing"),
            ("", "nothing", "nothing"),
            ("Cannes", "nothing", "nothing"),
        ],
    )
    def test_entries_are_found_while_they_are_typed(
        self, text: str, typing: str, entered: str
    ) -> None:
        question = self.films()
        assert question.probe(text, ()).state == typing
        assert question.probe(text, (), entered=True).state == entered

    def test_an_entry_is_called_by_its_first_name(self) -> None:
        assert self.films().probe("gisaengchung", ()).entry == "Parasite"

    def test_what_is_there_is_already_there(self) -> None:
        found = (Clean("Parasite"),)
        for text in ("parasite", "Gisaengchung", "Parasiet"):
            probe = self.films().probe(text, found)
            assert (probe.state, probe.entry) == ("already", "Parasite")

    def test_another_answer_of_the_pack_is_none_of_them(self) -> None:
        assert self.films().probe("Martyr", ()).state == "found"
        among = Context(siblings=frozenset({"Martyr", "Marty"}))
        assert self.films().probe("Martyr", (), among).state == "nothing"
        assert self.films().probe("Marty", (), among).state == "found"

    def test_near_gives_nothing_away(self) -> None:
        assert self.films().probe("Parsite", ()).entry == ""

    def test_credit_is_the_share_of_what_is_needed(self) -> None:
        question = self.films(need=3)
        assert question.form("1") == Fill(3, 6)
        verdict = judged(question, "marty", "MARTY", "Nobody", "gisaengchung")
        assert (verdict.credit, verdict.found) == (2 / 3, ("Marty", "Parasite"))
        assert verdict.why == "2 of 3"
        assert judged(question, "Marty", "Parasite", "Anora", "Niger").credit == 1

    def test_need_is_all_unless_it_is_said(self) -> None:
        assert self.films().form("1") == Fill(6, 6)
        with pytest.raises(ValidationError, match="need is more"):
            self.films(need=7)

    @given(st.text(max_size=20), st.booleans())
    def test_probing_never_raises(self, text: str, entered: bool) -> None:
        probe = self.films().probe(text, (Clean("Anora"),), entered=entered)
        assert bool(probe.entry) == (probe.state in ("found", "already"))
