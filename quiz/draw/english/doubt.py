"""Why a passage is no fact to ask for: hedges, opinions, persons, and times that move."""

from __future__ import annotations

import re

_MASK = re.compile(r"\"[^\"]*\"|\b[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*)+")
HEDGE = re.compile(
    r"\b(?:(?:about|around|some|over|under|almost|nearly|roughly|approximately|up to|at least"
    "|at most"
    "|more than|less than|fewer than|close to|just over|just under|as many as|as early as"
    "|only about)"
    r" (?:[$£€]?\d|half|a |one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|hundred)"
    r"|nearly|roughly|approximately|perhaps|maybe|may|might|possibly|probably|presumably|likely"
    r"|believed|supposedly|reportedly|allegedly|apparently|rumou?rs?|some say|said to|thought to"
    "|claims?|claimed|or so|or more|or less|or later|estimated|expects?|expected|usually|often"
    "|surely"
    r"|seems?|seemed|appears? to|could|would|should|considered|widely|arguably|practically|a little"
    r"|if|unless|disagree|disputed|do not agree|doubts?|legend|so-called|will|is to be|are to be"
    r"|plans?|proposed|somewhat|partly|mostly|in part|generally|sometimes|many|several)\b"
)
_WIDE = re.compile(
    r"\b(?:some say|is said to|are said to|it is said|believed to|reportedly|or so it)\b"
)
OPINION = re.compile(
    r"\b(?:best(?!-known|-selling)|finest|greatest|loveliest|prettiest|ugliest|nicest|nicer|proudest"
    r"|worst|wonderful|beautiful|glorious|lovely|brilliant|sensational|haunting|important|famous"
    r"|definitive|bold|brave|unforgettable|seismic|triumph|perfect|amazing|terrible|unfair|bargain"
    r"|naturally|undeniable|in my view|personally|of course|without a doubt|patron saint|most"
    r" (?:beautiful|important|daring|powerful|controversial|famous|successful)|just an?|testament"
    r"|landmark|sadly|happily|fortunately|luckily|better|too (?:long|short|many|much))\b"
)
RELATIVE = re.compile(
    r"\b(?:now|today|yesterday|tomorrow|tonight|currently|recently|nowadays|soon|ago|lately"
    "|at present"
    r"|so far|to date|as yet|yet"
    "|(?:last|next|this|that|these days) (?:week|month|year|summer|winter|spring|autumn|fall"
    "|time|day"
    r"|night|evening|morning|season|century|decade|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?:'s)?)\b"
)
PERSON = re.compile(
    r"\b(?:I|I'm|I'd|I've|I'll|me|my|mine|myself|we|We|us|our|ours|ourselves|We're|we're|we've|you|your"
    r"|yours|yourself|You|Your|Our|My|you're|You're|let's|Let's)\b"
)
NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|neither|nor|without|none|hardly|rather than|instead of"
    "|failed to"
    r"|unknown|cannot)\b|n't\b"
)
UNRESOLVED = re.compile(
    r"\b(?:he|she|it|they|him|them|his|hers?|their|theirs|its|this|these|those|himself|herself|itself"
    "|themselves|there|here|one another|each other|the (?:former|latter|same|other|others|two"
    "|three"
    r"|following))\b",
    re.I,
)


_OWN = re.compile(
    r"\b(?:his|her|its)\b(?= (?!(?:on|in|at|to|and|with|for|by|as|from|when)\b)\w)"
    r"|\b(?:him|her|it)self\b"
)


def masked(text: str) -> str:
    """The text without the words of titles and names, which hedge nothing."""
    return _MASK.sub("Name", text)


def doubtful(text: str, *, negated: bool = True, relative: bool = True) -> str:
    """Say in a word why a clause is not to be asked for; "" if nothing speaks against it."""
    bare = masked(text)
    if HEDGE.search(bare):
        return "hedged"
    if OPINION.search(bare):
        return "an opinion"
    if relative and RELATIVE.search(bare):
        return "a time that moves"
    if PERSON.search(bare):
        return "first or second person"
    if negated and NEGATED.search(bare):
        return "a denial"
    return "a question" if text.endswith("?") else ""


def hearsay(sentence: str) -> bool:
    """Whether a whole sentence is hearsay, whichever clause says so."""
    return bool(_WIDE.search(sentence.lower()))


def unresolved(text: str) -> bool:
    """Whether a text speaks of something by a pronoun that it does not explain."""
    return bool(UNRESOLVED.search(masked(text)))


def unowned(text: str) -> str:
    """The text without his, her and its before a noun: beside a clear subject they are its own."""
    return _OWN.sub("", text)
