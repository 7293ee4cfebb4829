"""Inner clauses: a date, a maker or a sum behind one is said of something else than the subject.

"Ada Roe bought a mill built in 1855" dates the mill, and not the purchase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.draw.english.gazetteer import words
from quiz.draw.english.grammar import (
    AUXILIARIES,
    CAP,
    NAME,
    PARTICIPLES,
    PAST,
    is_participle,
    is_past,
)

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]*|\d[\d.,]*|,")
_QUOTED = re.compile(r'"[^"]*"')
_RELATIVE = words("relative")
"""Words that open an inner clause, or something that has a time of its own."""
_WITH_TIME = frozenset(["after", "before", "about", "concerning", "since", "until", "till", "than"])
_PREPOSITIONS = words("preposition")
_ARTICLES = words("article")
_FUNCTION = _PREPOSITIONS | _ARTICLES | _RELATIVE | words("function")
_NOUNS = words("noun_or_verb")
"""Forms of verbs that are nouns or adjectives behind an article."""
_ING_NOUNS = words("ing_noun")
_LINKS = AUXILIARIES | {"became", "got", "remained", "becomes"}
_ADVERBS = words("light_adverb")
_UNREAL = re.compile(
    r"^(?:(?:was|were|is|are|had|has|been|\w+ly|also|first|once) )*(?:supposed|meant|scheduled|due"
    "|intended|intends|planned|plans|expected|wanted|wants|hoped|hopes|wished|threatened|promised"
    "|ordered|asked|forbidden|unable|about|proposed|told|urged|invited|wanting|set"
    r"|advised|encouraged|prepared|ready|pretended|dreamed|dreamt|imagined|offered|agreed) "
    r"(?:to|of|that) "
)
_TO_BE = re.compile(r"\bto (?!be\b)([a-z]+) (?:the|an?|his|her|its|their|him|them|it|[A-ZÀ-Þ\"])")
_LISTED = re.compile(
    rf"^(?:(?:and|or) )?(?:the )?(?:{NAME}|Q+)(?:,? (?:and|or) (?:the )?(?:{NAME}|Q+))?$"
)
_CAPITAL = re.compile(CAP)


def unreal(verb: str, rest: str) -> bool:
    """Whether a predicate says what somebody meant to do, and not what was done."""
    return bool(_UNREAL.match(f"{verb} {rest} "))


def beside(verb: str, between: str) -> bool:
    """Whether what follows these words still belongs to the verb before them.

    `verb` is the first word of the predicate and `between` all that stands between it and, say, a
    date: no other verb, participle or relative word, and nothing that only a comma hangs on.
    """
    text = _QUOTED.sub(lambda found: "Q" * len(found[0]), between).strip()
    *inside, last = text.split(",") if "," in text else [text]
    hanging = last.strip()
    if inside and hanging:
        first = hanging.split(" ", 1)[0]
        if not _LISTED.match(hanging) and first not in _PREPOSITIONS | {"and", "or"}:
            return False
    words = _WORD.findall(text)
    start = _own(verb, words)
    return not any(_opens(words, at, start) for at in range(start, len(words)))


def _own(verb: str, words: Sequence[str]) -> int:
    """How many of the words belong to the verb itself: "was" + "first opened"."""
    if verb not in _LINKS:
        return 0
    for at, word in enumerate(words):
        if is_participle(word) and word not in _ADVERBS:
            follows = words[at + 1 : at + 3]
            joined = len(follows) == 2 and follows[0] in ("and", "or", "then")
            return at + 3 if joined and is_participle(follows[1]) else at + 1
        if not (word in _ADVERBS or word.endswith("ly")):
            break
    return 0


def _opens(words: Sequence[str], at: int, start: int) -> bool:
    """Whether a word opens a clause of its own."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if not word[0].islower():
        return False
    if word in _RELATIVE and word not in _WITH_TIME | {"for"}:
        return not (word == "that" and before in _PREPOSITIONS)
    if word in _WITH_TIME:
        return bool(after) and not after[0].isdigit()
    if word == "for":
        return after.endswith("ing") and after not in _ING_NOUNS
    if word == "to":
        phrase = f"to {' '.join(words[at + 1 : at + 3])}"
        deed = after.isalpha() and after not in _FUNCTION and bool(_TO_BE.match(phrase))
        return at > start and before != "on" and deed
    if word in AUXILIARIES:
        return True
    if word.endswith("ing") and len(word) > 4 and word not in _ING_NOUNS:
        named = after[:1].isupper() or after[:1].isdigit() or after in _FUNCTION
        return before not in _ARTICLES | {"by"} and (named or not after)
    if not (is_past(word) or is_participle(word)):
        return False
    return _verbal(word, before, after)


def _verbal(word: str, before: str, after: str) -> bool:
    """Whether a form of a verb is one here, and no adjective: "a covered lane", "the left bank"."""
    article = before in _ARTICLES or before.endswith("'s")
    if word in _NOUNS and (article or before in _PREPOSITIONS):
        return False
    if word in PAST - PARTICIPLES:
        return True
    noun = after.islower() and after.isalpha() and after not in _FUNCTION
    noun = noun and not after.endswith("ly")
    return not (noun or (article and bool(_CAPITAL.match(after))))
