"""Arrange: letters place, Backspace takes back, Space picks up and arrows carry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.form import Arrange
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from quiz.tui.forms.arrange import ArrangeForm
from tests.tui.forms.press import Pressed, cleans

FILMS = Arrange(cleans("Pulp Fiction", "The Pianist", "Taxi Driver", "Parasite"), Clean("year"))
ORDER = ("Taxi Driver", "Pulp Fiction", "The Pianist", "Parasite")


def test_letters_in_the_right_order_fill_the_slots() -> None:
    form = Pressed(FILMS)
    form.press("c", "a", "b", "enter")  # the last one has no choice
    assert form.given == ORDER


def test_what_is_missing_is_told() -> None:
    form = Pressed(FILMS)
    form.press("enter")
    assert form.noted == "Nothing is in its place yet. n if you have no idea."
    form.press("c", "enter")
    assert form.noted == "3 more to place."
    assert form.given is None


def test_backspace_takes_the_last_back() -> None:
    form = Pressed(FILMS)
    form.press("d", "backspace", "c", "a", "b", "enter")
    assert form.given == ORDER


def test_backspace_after_the_last_takes_back_what_was_pressed() -> None:
    form = Pressed(FILMS)
    form.press("c", "a", "d", "backspace", "b", "enter")
    assert form.given == ORDER


def test_space_picks_up_and_arrows_carry() -> None:
    form = Pressed(FILMS)
    form.press("down", "down", "down", "space", "up", "up", "space", "enter")
    assert form.given == ORDER


def test_enter_drops_what_is_carried_before_it_answers() -> None:
    form = Pressed(FILMS)
    form.press("up", "space", "up", "enter")
    assert form.given is None
    form.press("enter")
    assert form.given == ("Pulp Fiction", "The Pianist", "Parasite", "Taxi Driver")


def test_a_letter_pressed_again_gives_its_place_back() -> None:
    form = Pressed(FILMS)
    form.press("d", "d", "c", "a", "b", "enter")
    assert form.given == ORDER


def test_the_verdict_says_where_things_belong() -> None:
    form = Pressed(FILMS)
    form.press("a", "c", "b", "enter")
    lines = form.judge(Verdict(0.8, Clean("..."), parts=4), *(form.given or ()), answers=ORDER)
    assert lines[0].strip() == "in order of year"
    assert lines[1].startswith("   ✗   A   Pulp Fiction")
    assert lines[1].endswith("belongs second")
    assert lines[3] == "   ✓   B   The Pianist"


def test_no_idea_shows_the_right_order() -> None:
    form = Pressed(FILMS)
    lines = form.judge(Verdict(0.0, Clean("..."), passed=True), answers=ORDER)
    assert [line[11:] for line in lines[1:]] == list(ORDER)


KEYS = st.lists(
    st.sampled_from(["a", "b", "c", "d", "up", "down", "space", "backspace", "enter", "z", "5"]),
    max_size=30,
)


@given(KEYS)
def test_whatever_is_pressed_every_item_stays_and_only_whole_orders_are_given(
    keys: list[str],
) -> None:
    form = Pressed(FILMS)
    for key in keys:
        if form.given is None:
            form.press(key)
    assert isinstance(form.form, ArrangeForm)
    assert sorted(form.form.order) == [0, 1, 2, 3]
    assert form.given is None or sorted(form.given) == sorted(ORDER)
    assert len(form.lines()) == 5


async def test_the_highlighted_item_is_in_sight_where_not_all_fit() -> None:
    from tests.tui.forms.stub import Alone

    nine = tuple(Clean(f"thing {n}") for n in range(1, 10))
    app = Alone(Arrange(nine, by=Clean("size")))
    async with app.run_test(size=(60, 6)) as pilot:
        form = app.form
        assert isinstance(form, ArrangeForm)
        form.styles.height = 5
        await pilot.press("up")
        await pilot.pause()
        assert "thing 9" in form.render().plain
        await pilot.press(*["up"] * 8)
        assert "in order of size" in form.render().plain
