"""Joint work: who did something with others is not the one answer to "who did it?"."""

from __future__ import annotations

import re

from quiz.draw.english.grammar import CAP

_ALSO = re.compile(
    r"\b(?:together|along|jointly|in (?:collaboration|partnership|co-?operation|association))"
    r" with\b"
    r"|\bwith (?:the )?(?:\w+ )?(?:help|assistance|aid|collaboration|support|advice) (?:of|from)\b"
    rf"|\bwith (?:the |his |her )?(?:\w+ )?{CAP}(?: {CAP})*"
    r"(?![\w'-]| [A-ZÀ-Þ])(?!,? (?:as|in|playing|and [A-ZÀ-Þ].* (?:as|in))\b)"
    rf"|\bwith {CAP}(?: {CAP})*'s (?:help|assistance|aid|support|advice)\b"
    r"|\bwith (?:his|her|their) (?:wife|husband|brother|sister|son|daughter|father|mother"
    r"|partner|friend"
    r"|team|students?|assistants?|colleagues?)\b"
    r"|\b(?:independently|simultaneously|separately|jointly|likewise)\b|\b(?:also|later|again) by\b"
    r"|\b(?:assisted|helped|aided|joined|supported) by\b|\bas well as\b|\bas did\b|\balongside\b"
    rf"|\bco-[a-z]+|\band (?:\w+ly )?by\b|^,? (?:and|or) (?:(?:the|an?|his|her) )?(?:[a-z]+ )?{CAP}"
    rf"|^, (?:(?:the|an?) )?(?:[a-z]+ )?{CAP}[^,]*,? and "
)


def shared(text: str) -> bool:
    """Whether the words behind a doer, or behind the deed, say that others did it as well."""
    return bool(_ALSO.search(text))
