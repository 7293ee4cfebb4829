"""The game's own four themes, and the contrast they are held to."""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import Theme

TEXT_COLOURS = ("text", "dim", "accent", "second", "right", "wrong", "close")
"""The colours that text is drawn in, on any of the three backgrounds."""


class Palette(NamedTuple):
    """The fourteen colours of one theme, as `#RRGGBB`.

    `cursor` is the text of the highlighted row, `cursor_on` its background.
    """

    name: str
    title: str
    background: str
    surface: str
    panel: str
    text: str
    dim: str
    accent: str
    second: str
    right: str
    wrong: str
    close: str
    line: str
    bulb: str
    cursor: str
    cursor_on: str
    dark: bool = True

    def pairs(self) -> list[tuple[str, str]]:
        """Every pair of text colour and background that the screens draw."""
        grounds = (self.background, self.surface, self.panel)
        texts = [getattr(self, name) for name in TEXT_COLOURS]
        return [(text, ground) for text in texts for ground in grounds] + [
            (self.cursor, self.cursor_on)
        ]


GOLDEN_NIGHT = Palette(
    name="golden-night",
    title="Golden night",
    background="#14100C",
    surface="#1E1711",
    panel="#2A2018",
    text="#F5EAD2",
    dim="#C2B08F",
    accent="#F2C14E",
    second="#E8A598",
    right="#7FE0C8",
    wrong="#FF8F7A",
    close="#CDBBFF",
    line="#8A7350",
    bulb="#FFD978",
    cursor="#14100C",
    cursor_on="#F2C14E",
)
RIVIERA_DAY = Palette(
    name="riviera-day",
    title="Riviera day",
    background="#FBF6EA",
    surface="#FFFDF7",
    panel="#E1EDF3",
    text="#132C3B",
    dim="#475C68",
    accent="#005F87",
    second="#9B3D2B",
    right="#00605C",
    wrong="#B0201A",
    close="#6A3FA0",
    line="#6C828E",
    bulb="#B5651D",
    cursor="#FFFFFF",
    cursor_on="#005F87",
    dark=False,
)
NEON = Palette(
    name="neon",
    title="Neon red and blue",
    background="#090A1C",
    surface="#11122B",
    panel="#1A1B3C",
    text="#EEF0FF",
    dim="#AFB4E0",
    accent="#6CC1FF",
    second="#C9B8FF",
    right="#7DF0C6",
    wrong="#FFA06B",
    close="#FFE07A",
    line="#6A70B8",
    bulb="#FF4D74",
    cursor="#090A1C",
    cursor_on="#FF7292",
)
HIGH_CONTRAST = Palette(
    name="high-contrast",
    title="High contrast",
    background="#000000",
    surface="#000000",
    panel="#000000",
    text="#FFFFFF",
    dim="#E4E4E4",
    accent="#FFD700",
    second="#87D7FF",
    right="#5FFF87",
    wrong="#FFAFAF",
    close="#D7AFFF",
    line="#FFFFFF",
    bulb="#FFD700",
    cursor="#000000",
    cursor_on="#FFFFFF",
)
PALETTES = (GOLDEN_NIGHT, RIVIERA_DAY, NEON, HIGH_CONTRAST)
FALLBACKS = {
    "right": "text-success",
    "wrong": "text-error",
    "close": "text-warning",
    "bulb": "text-accent",
}
"""What the game's own colour names mean in Textual's themes: their names there."""
_LEAST = {"dim": 4.5, "line": 3.0}
"""Names that Textual's themes have no colour for, only a blend, with the contrast they need."""
_STEPS = range(45, 100, 5)
"""How much of the text colour is in a blend, in per cent."""


def theme(palette: Palette) -> Theme:
    """Make a Textual theme of a palette, leaving nothing to be blended."""
    p = palette
    return Theme(
        name=p.name,
        primary=p.accent,
        secondary=p.second,
        warning=p.close,
        error=p.wrong,
        success=p.right,
        accent=p.cursor_on,
        foreground=p.text,
        background=p.background,
        surface=p.surface,
        panel=p.panel,
        dark=p.dark,
        text_alpha=1.0,
        variables={
            "text": p.text,
            "text-muted": p.dim,
            "text-disabled": p.dim,
            "foreground-muted": p.dim,
            "foreground-disabled": p.dim,
            "border": p.line,
            "border-blurred": p.line,
            "footer-background": p.panel,
            "footer-foreground": p.text,
            "footer-key-background": p.panel,
            "footer-key-foreground": p.accent,
            "footer-description-foreground": p.text,
            "footer-description-background": p.panel,
            "block-cursor-foreground": p.cursor,
            "block-cursor-background": p.cursor_on,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": p.text,
            "block-cursor-blurred-background": p.panel,
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": p.panel,
            "input-cursor-foreground": p.background,
            "input-cursor-background": p.accent,
            "input-cursor-text-style": "none",
            "input-selection-background": p.cursor_on,
            "input-selection-foreground": p.cursor,
            "button-color-foreground": p.cursor,
            "button-foreground": p.text,
            "scrollbar": p.line,
            "scrollbar-hover": p.accent,
            "scrollbar-active": p.accent,
            "scrollbar-background": p.background,
            "scrollbar-background-hover": p.background,
            "scrollbar-background-active": p.background,
            "scrollbar-corner-color": p.background,
            "link-color": p.second,
            "link-color-hover": p.cursor,
            "link-background-hover": p.cursor_on,
            "right": p.right,
            "wrong": p.wrong,
            "close": p.close,
            "dim": p.dim,
            "line": p.line,
            "bulb": p.bulb,
        },
    )


def lent(theme: Theme) -> dict[str, str]:
    """Give one of Textual's themes colours for the game's names, as far as it has none of its own.

    Labels and lines are the text colour, faded towards the background as far as they can be read
    or seen. Where the terminal's own colours are used they are the text colour as it is.
    """
    told = {**theme.to_color_system().generate(), **theme.variables}
    found = {ours: told[theirs] for ours, theirs in FALLBACKS.items()}
    text, *grounds = (told[name] for name in ("foreground", "background", "surface", "panel"))
    for name, least in _LEAST.items():
        found[name] = text if theme.ansi else _faded(text, grounds, least)
    return found


def _faded(text: str, grounds: list[str], least: float) -> str:
    """Fade a colour towards the first background, while all of them keep so much contrast to it."""
    for share in _STEPS:
        pairs = zip(_parts(text), _parts(grounds[0]), strict=True)
        mixed = (round((one * share + other * (100 - share)) / 100) for one, other in pairs)
        colour = "#" + "".join(f"{part:02X}" for part in mixed)
        if all(contrast(colour, ground) >= least for ground in grounds):
            return colour
    return text


def is_light(colorfgbg: str) -> bool:
    """Whether a terminal that reports `COLORFGBG`, as "text;background", has a light background."""
    ground = colorfgbg.rpartition(";")[2]
    return ground in ("7", "15")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1."""
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue of `#RRGGBB`, 0 to 255."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
