"""Fill: entries jump into place without Enter."""

from __future__ import annotations

from quiz.core.form import Fill, Given
from quiz.core.text import Clean
from quiz.core.verdict import Probe, Verdict
from quiz.tui.forms.base import Outcome
from quiz.tui.forms.fill import FillForm
from tests.tui.forms.press import cleans
from tests.tui.forms.stub import Alone


async def test_entries_are_probed_as_they_are_typed() -> None:
    app = Alone(Fill(3, 4))
    async with app.run_test(size=(80, 24)) as pilot:
        form = app.form
        assert isinstance(form, FillForm)
        await pilot.press("c", "a")
        assert app.typed == ["c", "ca"]
        assert not form.probed(Probe("found", Clean("Cannes")), cleans("Cannes"))
        assert app.field.value == ""
        assert app.lines[0].split() == ["✓", "Cannes", "·", "·"]
        await pilot.press("x", "enter")
        assert app.given == []
        assert app.noted == ["Not one of them, as it stands. Entries need no enter."]
        two = cleans("Cannes", "Venice")
        assert not form.probed(Probe("already", Clean("Cannes")), two[:1])
        assert form.probed(Probe("found", Clean("Berlin")), cleans(*two, "Berlin"))


async def test_what_a_fast_typist_has_changed_already_is_not_looked_at() -> None:
    app = Alone(Fill(3, 4))
    async with app.run_test(size=(80, 24)) as pilot:
        app.field.value = "Canne"
        app.field.value = "Cannes"  # before the app has come to look at the first
        await pilot.pause()
        assert app.typed == ["Cannes"]


async def test_the_verdict_shows_found_and_missed() -> None:
    app = Alone(Fill(3, 3))
    async with app.run_test(size=(80, 24)):
        form = app.form
        assert isinstance(form, FillForm)
        form.restore(1, cleans("Venice"))
        verdict = Verdict(1 / 3, Clean("..."), found=cleans("Venice"), parts=3)
        answers = cleans("Cannes", "Venice", "Berlin")
        form.judged(Outcome(Given(cleans("Venice")), verdict, answers))
        assert app.lines[0].split() == ["○", "Cannes", "✓", "Venice", "○", "Berlin"]


def test_fifty_entries_fit_the_width() -> None:
    from quiz.tui.forms.base import Manner

    form = FillForm(Manner())
    form.shape = Fill(50, 50)
    form.found = cleans(*(f"a state with a long name {n}" for n in range(40)))
    for width in (60, 80):
        lines = form._lines(width)
        assert all(line.cell_length <= width for line in lines)
        assert sum(line.plain.count("✓") for line in lines) == 40
