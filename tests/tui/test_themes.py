"""The game's own themes can be read, by everybody, and Textual's know the game's colour names."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.theme import BUILTIN_THEMES, Theme

from quiz.tui.looks import Looks
from quiz.tui.themes import PALETTES, Palette, contrast, is_light, lent, theme
from tests.tui.house import Stage, dump, until

TEXT, LINES = 4.5, 3.0


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_all_text_can_be_read(palette: Palette) -> None:
    low = {pair: contrast(*pair) for pair in palette.pairs() if contrast(*pair) < TEXT}
    assert not low


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_lines_and_bulbs_can_be_seen(palette: Palette) -> None:
    for colour in (palette.line, palette.bulb):
        for ground in (palette.background, palette.surface, palette.panel):
            assert contrast(colour, ground) >= LINES


def test_high_contrast_keeps_seven() -> None:
    assert min(contrast(*pair) for pair in PALETTES[3].pairs()) >= 7


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_textual_blends_no_text_colour_of_its_own(palette: Palette) -> None:
    made = {**theme(palette).to_color_system().generate(), **theme(palette).variables}
    grounds = (palette.background, palette.surface, palette.panel)
    for name in ("text", "text-muted", "text-disabled", "foreground", "footer-foreground",
                 "footer-key-foreground", "footer-description-foreground"):  # fmt: skip
        text = Color.parse(made[name])
        assert text.a == 1, name
        assert all(contrast(text.hex[:7], ground) >= TEXT for ground in grounds), name


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_verdicts_differ_at_a_glance(palette: Palette) -> None:
    for one, other in combinations((palette.right, palette.wrong, palette.close), 2):
        assert one != other


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_style_can_be_read_in_every_theme_of_textual(name: str) -> None:
    found = BUILTIN_THEMES[name]
    made = {**found.to_color_system().generate(), **found.variables}
    sheet = Stylesheet(variables={**lent(found), **made})
    sheet.add_source(Looks.CSS + Looks.LATER)
    sheet.parse()


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_labels_and_lines_are_colours_in_every_theme_of_textual(name: str) -> None:
    found = BUILTIN_THEMES[name]
    given, made = lent(found), found.to_color_system().generate()
    assert not [told for told in given.values() if Color.parse(told).a != 1]
    text = "ansi_default" if found.ansi else made["foreground"]
    for ours, least in (("dim", TEXT), ("line", LINES)):
        if given[ours] == text:  # it can be no clearer than the text is
            continue
        for ground in (made[name] for name in ("background", "surface", "panel")):
            assert contrast(given[ours], ground) >= least, (ours, ground)


async def test_a_theme_that_cannot_be_used_is_said_and_does_not_end_the_game(stage: Stage) -> None:
    app = stage.app()
    app.register_theme(Theme(name="ill", primary="#FF0000", variables={"line": "auto 60%"}))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.keep(theme="nord")
        await until(pilot, lambda: app.theme == "nord")
        app.keep(theme="ill")
        said = "The theme ill cannot be used here"
        await until(pilot, lambda: said in dump(app))
        assert app.theme == "golden-night"
    again = stage.app()  # which does not know it at all
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: said in dump(again))
        await pilot.press("s")
        await until(pilot, lambda: "SETTINGS" in dump(again))


@pytest.mark.parametrize(
    ("reported", "light"),
    [("0;15", True), ("0;default;7", True), ("15;0", False), ("", False), ("7;8", False)],
)
def test_a_light_terminal_is_known_by_what_it_reports(reported: str, light: bool) -> None:
    assert is_light(reported) is light
