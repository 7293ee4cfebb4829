"""Words that say of a name that it is a woman's or a man's. First names say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.grammar import NAME

WOMAN = (
    r"actress|wife|widow|mother|sister|daughter|aunt|niece|grandmother|granddaughter|girlfriend"
    r"|queen|princess|empress|duchess|countess|baroness|heroine|waitress|nun|abbess|landlady"
    r"|ballerina|midwife|(?:[a-z]+)?woman|girl|lady|Mrs\.?|Miss|Ms\.?|Madame|Lady|Dame|Queen|Princess"
    r"|Empress|Duchess|Countess|Sister|Mother|Aunt"
)
MAN = (
    r"actor|husband|widower|father|brother|son|uncle|nephew|grandfather|grandson|boyfriend|king"
    r"|prince|emperor|duke|count|baron|hero|waiter|monk|abbot|landlord|pope|(?:[a-z]+)?(?<!wo)man|boy"
    r"|Mr\.?|Sir|Lord|King|Prince|Emperor|Duke|Count|Baron|Father|Brother|Uncle|Pope"
)
_BESIDE = re.compile(
    rf"\b(?:(?P<f>{WOMAN})|(?P<m>{MAN}))(?: and (?:[a-z-]+ ){{0,2}}[a-z-]+)?,?"
    rf" (?:the )?(?:[a-z-]+ ){{0,2}}(?P<who>{NAME})"
)
_OWNER = re.compile(rf"(?P<who>{NAME})(?: and|,) (?:(?P<f>her)|(?P<m>his)) [a-z]+")


def told(text: str) -> Iterator[tuple[str, str]]:
    """Give names in a text as they stand, each with "f" or "m"."""
    for pattern in (_BESIDE, _OWNER):
        for found in pattern.finditer(text):
            yield found["who"], "f" if found["f"] else "m"
