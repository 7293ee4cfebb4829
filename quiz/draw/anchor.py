"""What a text is about: the one thing that its heading or its title names."""

from __future__ import annotations

import re

from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.english.names import names_in
from quiz.draw.fact import Reading

PARTS = (
    "oven|kiln|forge|cellar|organ|window|roof|tower|nave|crypt|spire|bells?|clock|door|gate|walls?"
    "|garden|wing|stage|ceiling"
    "|dome|chapel|altar|dial|engine|deck|mast|hull|lamp|lantern|lens|pier|staircase|fountain|statue"
)
"""What is a part of the thing that a text is about, if it stands there without a whole."""
COMPANY = frozenset({"company", "firm", "business", "factory", "shop"})
_COMPLETED = re.compile(rf"(?:[a-z-]+ ){{0,2}}(?:{PARTS}|{'|'.join(COMPANY)})s?")


def completed(noun: str) -> bool:
    """Whether a noun that stands alone is told apart by what the text is about."""
    return bool(_COMPLETED.fullmatch(noun))


def subject_of(reading: Reading, heading: str = "") -> str:
    """The one name in a heading, else in the title, with its article; "" if not exactly one.

    A person is none: "winners" and "the jury" are never a person's.
    """
    return _one_name(reading, heading) or _one_name(reading, str(reading.document.title))


_LISTED = re.compile(
    r"^(?:The )?(?:[\w-]+ )?(?:[Ll]ist|[Ww]inners|[Cc]hampions|[Hh]istory|[Tt]able|[Rr]esults"
    r"|[Ll]aureates"
    rf"|[Rr]ecipients|[Hh]olders)(?: of)?(?: winners)? (?:of|in|for|from"
    rf"|at) (?P<the>the )?(?P<of>{NAME})$"
)
_WON = frozenset(
    ["prize", "award", "medal", "cup", "trophy", "race", "regatta", "marathon", "open", "shield"]
)


def _listed(reading: Reading, text: str) -> str:
    """What a heading lists the winners or results of, if its own noun says that it is won."""
    found = _LISTED.match(text.strip())
    if not found or found["of"].lower().split()[-1].rstrip("s") not in _WON:
        return ""
    return f"the {found['of']}" if found["the"] else reading.known.ref(found["of"])


def _one_name(reading: Reading, text: str) -> str:
    """The one thing that a line names and that the text speaks of."""
    if listed := _listed(reading, text):
        return listed
    known, found = reading.known, []
    for start, _, name in names_in(text):
        spoken_of = any(f" {told} " in f" {name} " for told in known.inside) or (
            " " in name and any(name in sentence.text for sentence in reading.document.sentences)
        )
        if spoken_of:
            kind = re.match(r"[A-ZÀ-Þ]\w+ of ", name) and not known.work(name)
            the = "the " if kind or text[:start].lower().endswith("the ") else ""
            found.append(f"{the}{name}" if the and not known.work(name) else known.ref(name))
        elif name in known.people:
            found.append("")
    if len(found) != 1 or found[0] in known.people or known.is_person(found[0]):
        return ""
    return found[0]


_EVENT = (
    r"(?:Regatta|Race|Marathon|Championships?|Tournament|Cup|Open|Games|Final|Derby|League"
    r"|Festival|Show"
    r"|Fair|Rally|Trophy|Contest|Competition|Match)"
)
_EVENTS = re.compile(
    rf"\b(?:the |The )?({CAP}(?: {CAP})* {_EVENT})\b(?! (?:{CAP}|[Cc]ommittee|[Tt]rust))"
)
_BODY = re.compile(
    r"\b(?:trust|society|committee|council|club|association|board|union|company|guild|choir|school"
    r"|league|federation|foundation|parish|group|library|museum|band|orchestra|party"
    r"|co-operative)\b",
    re.I,
)
_MINUTES = re.compile(
    r"\b(?:minutes of|report of|notes of|meeting of|annual general meeting)\b,?\s*", re.I
)
_EARLY = 4


def event_of(reading: Reading) -> str:
    """The one event that a report is of, with its article; "" if there is none, or two."""
    texts = [str(reading.document.title), *(s.text for s in reading.document.sentences[:_EARLY])]
    for text in texts:
        found = {name[1] for name in _EVENTS.finditer(text)}
        if found:
            name = next(iter(found))
            return f"the {name}" if len(found) == 1 else ""
    return ""


def body_of(reading: Reading) -> str:
    """The society or council whose minutes these are, with its article; "" if that is not clear."""
    for line in reading.document.lines[:_EARLY]:
        told = _MINUTES.sub("", line.text[line.start : line.end].strip(" *_"))
        told = told.title() if told.isupper() else told
        found = re.search(rf"(?:[Tt]he )?({NAME})", told)
        if found and _BODY.search(found[1]) and len(found[1].split()) > 1:
            return f"the {found[1]}"
    return ""
