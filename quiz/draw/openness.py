"""Open questions: those that many answers fit, or that do not say whose or which is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.draw.english.names import sole_person
from quiz.draw.fact import Fact, Reading

_WITH_MANY = re.compile(
    r"\bwho (?:\w+ly )?(?:collaborat|work|appear|act|perform|co-?star|meet|met\b|talk|spoke\b"
    r"|speak|correspond|attend|train|travel|stud(?:y|ied)|argu|quarrel|join|visit|help|assist"
    r"|support|accompan|befriend|participat|took part|take part)"
    r"(?:ed|s|ing|e|es|ied)?\b(?! (?:the (?:first|title|lead|main)|in the (?:first|title)))",
    re.I,
)
"""What a person does with many, or many do: no single answer."""
_UNNAMED = re.compile(
    r"\b(?:set|broke|break|held|hold|won|win|received?|earn(?:ed)?|took|take|made|make|got|get"
    r"|claim(?:ed)?) (?:an?|another) (?:[\w'-]+ ){0,4}?(?:record|prize|award|medal|title|trophy|cup"
    r"|championship|honou?r|distinction|breakthrough)s?"
    r"(?! (?:of|for|as|by|in the|with)\b)"
)
"""A record without what was done: which one?"""
_SWELLS = re.compile(
    r"\b(?:surge|boom|flourish|thrive|blossom|bloom|explode|emerge|rise|decline|dominate|reign|mature"
    r"|take off|come of age|break through|heyday|golden age|renaissance|flowering|zenith|peak)\b"
)
"""What an essay says of a decade: a view, and no event."""
_BODY = (
    "hair|head|face|eyes?|hands?|arms?|legs?|feet|foot|neck|mouth|nose|ears?|back|skin|shoulders?"
    "|fingers?|pockets?|coat|dress|suit|scarf|hat|shoes?|boots?|beard|smile|voice"
)
_OF_NOBODY = re.compile(
    rf"\b(?P<lead>(?P<noun>[a-z]+) (?:in|on|of|around) )the (?P<part>{_BODY})\b"
)
_OWNED = r"\b{noun} (?:in|on|of|around) (?:his|her) {part}\b"
_BARE_BODY = re.compile(
    rf"\bthe (?:{_BODY})\b(?! of (?:the |an? )?[\"A-ZÀ-Þ])(?! \w+ (?:of|in) [\"A-ZÀ-Þ])"
)


def many_fit(fact: Fact) -> bool:
    """Whether others are right as well, or it is a view, or an unnamed record is asked about."""
    bare = re.sub(r"\"[^\"]*\"", '""', fact.ask)
    if fact.rule == "event-decade" and _SWELLS.search(bare):
        return True
    if fact.measure == "person" and _WITH_MANY.search(bare):
        return True
    general = fact.scope == "rate" and bare.startswith("According to ")
    return general or bool(_UNNAMED.search(bare))


def of_somebody(fact: Fact, reading: Reading) -> Fact | None:
    """The same with the owner of a part of somebody's body; None where the text does not tell."""
    if fact.rule == "definition" or not _BARE_BODY.search(re.sub(r"\"[^\"]*\"", "", fact.ask)):
        return fact
    found = _OF_NOBODY.search(fact.ask)
    owner = _owner(reading, found["noun"], found["part"]) if found else ""
    if not found or not owner or owner == fact.value:
        return None
    where = f' in "{reading.topic}"' if reading.topic and reading.topic not in fact.ask else ""
    instead = f"{found['lead']}{owner}'s {found['part']}{where}"
    ask, stated = (text.replace(found[0], instead, 1) for text in (fact.ask, fact.statement))
    return replace(fact, ask=ask, statement=stated)


def _owner(reading: Reading, noun: str, part: str) -> str:
    """Whose it is: the one person named in the sentence that says "the tinsel in her hair"."""
    told = re.compile(_OWNED.format(noun=noun, part=part))
    owners = {
        sole_person(reading.known, sentence.text[: found.start()])
        for sentence in reading.document.sentences
        if (found := told.search(sentence.text))
    }
    return next(iter(owners)) if len(owners) == 1 else ""
