"""Words by which verbs and names are found, and the forms of English verbs that questions need."""

from __future__ import annotations

import re

from quiz.draw.english.gazetteer import irregular, words

CAP = (
    r"(?<![\w°'])(?!I\b)(?:d'[A-ZÀ-Þ][\w-]*"
    r"|[A-ZÀ-ÖØ-Þ](?:[\w-]|'(?!s\b|\s|$)(?=[A-Za-zÀ-ÿ])|\.(?= ?[A-Z])(?<=\b[A-Z]\.))*)"
)
"""A word with a capital letter; a possessive 's is no part of it."""
LINK = r"(?:of the|of|de la|de|du|des|von|van|der|den|di|da|le|la|&|et|(?<=Prize )(?:in|for))"
NAME = rf"{CAP}(?:(?: {LINK})? {CAP})*(?: and (?:Sons|Co|Company|Daughters|Brothers))?"
"""A run of capitalised words, with the small words that names have inside."""
NUMBER_WORD = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundred|thousand)"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: (?:million|billion|trillion|thousand))?"
NUMBER = rf"(?:{DIGITS}|{NUMBER_WORD}(?:-{NUMBER_WORD})?)"
"""A number in digits or in words."""
MONEY = rf"(?:[$£€¥]\s?{DIGITS}|{NUMBER} (?:dollars|pounds|euros|shillings|guineas|francs|marks))"
"""A sum with its currency."""

REST = r"(?:[^,;]|,(?=\d{3}))*"
"""The rest of a clause, up to a comma that is no thousands' sign."""

_FORMS = [tuple(entry.split()) for entry in irregular()]
_BASE = {past: base for base, past, _ in _FORMS} | {part: base for base, _, part in _FORMS}
_PAST = {part: past for _, past, part in _FORMS}
PAST = frozenset(past for _, past, _ in _FORMS)
PARTICIPLES = frozenset(part for _, _, part in _FORMS)
AUXILIARIES = frozenset(["is", "was", "are", "were", "has", "had"])
_NO_VERB = frozenset(
    [
        "hundred",
        "sacred",
        "naked",
        "red",
        "bed",
        "kindred",
        "speed",
        "breed",
        "seed",
        "need",
        "used-to",
        "indeed",
        "embed",
        "one-eyed",
    ]
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1ed$")
_KEEPS_E = re.compile(
    r"(?:[aeiou][cgsvz]|[^aeiou][cgv]|[^aeiou]s|u|[aeiou]rc|at|it|ut|et|ot|ir|ur|ar|or|er|in|on|un|an|en"
    r"|id|od|ud|ad|ik|ok|ak|ek|am|im|om|um|ip|yp|ap|op|ib|ob|ub|ab|il|ol|ul|al|bl|pl|tl|dl|gl|fl|z|th)$"
)
_LONG = re.compile(r"(?:ai|ea|ee|oo|ou|oa|oi)[bdfgklmnprt]$|[^aeiou][wy]$|[aeiou][wyx]$")
_WHOLE = words("whole")


def base(verb: str) -> str:
    """The plain form of a verb in the past or in the third person: won is win, weighs is weigh."""
    if verb in _BASE:
        return _BASE[verb]
    if verb.endswith("ied"):
        return f"{verb[:-3]}y"
    if verb.endswith("ed"):
        return _regular(verb)
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if re.search(r"(?:ch|sh|ss|x|zz|o)es$", verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _regular(verb: str) -> str:
    """The plain form of a verb in -ed; "" where spelling does not tell."""
    stem = verb[:-2]
    if stem in _WHOLE:
        return stem
    if verb.endswith("eed"):
        return verb[:-1]
    doubled = _DOUBLED.search(verb)
    if doubled:
        return stem[:-1] if stem[-1] not in "l" else (stem if stem in _WHOLE else stem[:-1])
    if _LONG.search(stem):
        return stem
    return f"{stem}e" if _KEEPS_E.search(stem) else stem


def past(participle: str) -> str:
    """The simple past of a participle: written is wrote."""
    return _PAST.get(participle, participle)


def is_past(word: str) -> bool:
    """Whether a word may be a verb in the past."""
    return word in PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERB)


def is_participle(word: str) -> bool:
    """Whether a word may be a past participle."""
    return word in PARTICIPLES or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERB)
