"""Large figures: three lines, each as wide as the others."""

from __future__ import annotations

from quiz.tui.signs import ASCII, UNICODE
from quiz.tui.widgets.large import large


def test_a_score_as_drawn_in_the_design() -> None:
    assert [line.plain for line in large(1486, UNICODE)] == [
        "▄█       █  █  ▄▀▀▄  ▄▀▀ ",
        " █       ▀▀▀█  ▄▀▀▄  █▀▀▄",
        "▄█▄  ▄▀     █  ▀▄▄▀  ▀▄▄▀",
    ]


def test_every_figure_and_losses_have_a_shape() -> None:
    lines = [line.plain for line in large(-1234567890, UNICODE)]
    assert len({len(line) for line in lines}) == 1


def test_without_blocks_figures_are_spaced() -> None:
    assert large(1486, ASCII)[1].plain == "1 , 4 8 6"
