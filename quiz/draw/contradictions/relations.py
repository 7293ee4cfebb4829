"""Relations: which words of two documents say the same of a thing, a closed list."""

from __future__ import annotations

import re
from functools import cache

from quiz.draw.english.gazetteer import words
from quiz.draw.english.grammar import base

DATED = {
    "founded": "founded|established|set up|created|formed|instituted|incorporated|started",
    "began": "began|commenced|started",
    "completed": "completed|finished",
    "built": "built|constructed|erected",
    "opened": "opened|inaugurated",
    "published": "published|released|came out|appeared|issued",
    "premiered": "premiered|first (?:performed|shown|screened|staged|given)",
    "died": "died|passed away|killed|murdered|perished",
    "born": "born",
    "sank": "sank|sunk|went down|foundered|wrecked",
    "burned": "burned down|burnt down|burned|burnt|destroyed (?:by|in) (?:a |the )?fire|gutted",
    "demolished": "demolished|pulled down|torn down|tore down|razed|knocked down|dismantled",
    "closed": "closed down|closed|shut down|shut|ceased (?:operations?|trading|publication"
    "|business)",
    "dissolved": "dissolved|disbanded|wound up|abolished",
    "happened": "took place|occurred|happened|fought|broke out",
    "discovered": "discovered",
    "invented": "invented|devised",
    "written": "wrote|written|penned",
    "composed": "composed",
    "painted": "painted",
    "directed": "directed",
    "designed": "designed|drawn up|drew up",
    "launched": "launched",
    "moved": "moved|relocated",
    "married": "married|wed",
    "bought": "bought|purchased|acquired",
    "retired": "retired|stepped down",
    "office": "became|(?:was |were )?(?:elected|appointed|named|chosen|sworn in|installed"
    "|made)(?= )",
}
"""What happened to a thing at a time, by the forms in which a text may say it.

Words that are near but not surely the same, as "opened" and "completed", stay apart.
"""
OF_OBJECT = frozenset(
    [
        "founded",
        "completed",
        "built",
        "opened",
        "published",
        "premiered",
        "sank",
        "burned",
        "demolished",
        "closed",
        "dissolved",
        "happened",
        "discovered",
        "invented",
        "written",
        "composed",
        "painted",
        "directed",
        "designed",
        "launched",
    ]
)
"""Where somebody does it to a thing, the date is the thing's: "Queen Ann opened the Roe Bridge"."""
DATE_NOUNS = {
    "founded": "founding|foundation|establishment|creation",
    "completed": "completion",
    "built": "construction",
    "opened": "opening|inauguration",
    "published": "publication|release",
    "premiered": "premiere",
    "died": "death",
    "born": "birth",
    "sank": "sinking|wreck",
    "demolished": "demolition",
    "closed": "closure|closing",
    "launched": "launch",
}
MADE = {
    "designed": ("designed|planned|drawn up", "designed|planned", "architect|designer"),
    "written": ("written|penned|authored", "wrote|penned|authored", "author|writer|novelist"),
    "directed": ("directed", "directed", "director"),
    "painted": ("painted", "painted", "painter"),
    "composed": ("composed", "composed", "composer"),
    "founded": (
        "founded|established|set up|created|started",
        "founded|established|set up|created|started",
        "founder|creator",
    ),
    "built": ("built|constructed|erected", "built|constructed|erected", "builder"),
    "discovered": ("discovered", "discovered", "discoverer"),
    "invented": ("invented|devised", "invented|devised", "inventor"),
    "sculpted": ("sculpted|carved", "sculpted|carved", "sculptor|carver"),
    "opened": ("opened|inaugurated", "opened|inaugurated", "opener"),
    "won": ("won", "won", "winner|victor"),
}
"""Who made or did it: participles, pasts, and nouns for the doer."""
MADE_BY_KIND = {
    "novel": "written",
    "book": "written",
    "poem": "written",
    "biography": "written",
    "memoir": "written",
    "essay": "written",
    "pamphlet": "written",
    "film": "directed",
    "movie": "directed",
    "documentary": "directed",
    "painting": "painted",
    "picture": "painted",
    "opera": "composed",
    "symphony": "composed",
    "sculpture": "sculpted",
}
"""What "by" and "whose" say of a kind of work."""
WORK_PARTS = re.compile(
    r"\b(screenplay|script|libretto|music|score|lyrics|foreword|preface|sequel|soundtrack"
    r"|plans?|roof|tower"
    r"|organ|windows?|gardens?)\b"
)
"""Parts that have makers of their own."""
REPEATED = words("repeated")
"""What somebody may do, and what may be done, more than once: two dates contradict nothing."""
ONE_OFF = re.compile(
    r"\b(?:battle|siege|treaty|massacre|uprising|coup|revolution|shipwreck|great fire|armistice"
    r"|coronation|assassination|explosion|mutiny|peace of)\b",
    re.I,
)
"""Events that are but once; what is won or signed there is so on their day."""
AGAIN = re.compile(
    r"\b(?:again|partly|partially|temporarily|briefly|once more|second|third|new|as an?)\b"
)
"""What makes it another event: a second opening, or only a part of it."""
_HELPERS = "(?:(?:was|were|had been|has been|had|has) )?(?:(?:officially|formally|finally|first) )?"
_LEAD = re.compile(
    r"^(?:(?:was|were|is|are|had|has|been|first|officially|originally|formally|finally|\w+ly) )+"
)


def dated(verb: str, rest: str) -> tuple[frozenset[str], str]:
    """The relations of a dated predicate, and what follows their words; the verb itself if none."""
    phrase = f"{verb} {rest}".strip()
    passive = verb in ("was", "were")
    if AGAIN.search(rest.split(" by ")[0]):
        return frozenset({_plain(phrase)}), _LEAD.sub("", phrase).partition(" ")[2]
    found: set[str] = set()
    after = ""
    for relation in DATED:
        told = spoken(relation).match(phrase)
        if told and not (relation == "began" and passive):
            found.add(relation)
            after = phrase[told.end() :].strip()
    if not found:
        bare = _LEAD.sub("", phrase)
        found.add(_plain(phrase))
        after = bare.partition(" ")[2]
    return frozenset(found), after


@cache
def spoken(relation: str) -> re.Pattern[str]:
    """The words of a dated relation at the head of a predicate."""
    whole = relation in ("office", "premiered")  # these bring their own "was" and "first"
    return re.compile(rf"^{'' if whole else _HELPERS}(?:was )?(?:{DATED[relation]})\b")


def _plain(phrase: str) -> str:
    """The plain form of the verb of a phrase."""
    return base(_LEAD.sub("", phrase).split(" ", 1)[0])


def repeated(relation: str, of: str) -> bool:
    """Whether a thing may have this relation at several times."""
    if relation in DATED:
        return False
    return relation in REPEATED and not ONE_OFF.search(of)
