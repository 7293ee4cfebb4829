"""What is not the text: menus, archive lists, footnotes, greetings, instructions; each with why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quiz.draw.english.times import MONTH, YEAR
from quiz.draw.lines.layout import Line, Role, joined, runs

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, re.compile(pattern, re.I))
    for why, pattern in (
        (
            "a menu",
            r"^[^|.!?]{1,30}(?: [|·•›] [^|.!?]{1,40}){2,}$|^[^|.!?]{1,40} \| [^|.!?]{1,40}$",
        ),
        (
            "a footnote",
            r"↩|\bretrieved (?:on )?\w+ \d|\barchived from the original|^\[\d+\]:?\s|^\^",
        ),
        ("a link", r"^\W*https?://\S+$|^- .*https?://\S+"),
        ("a notice of rights", r"^©|all rights reserved|\bcookies?\?|privacy policy|^copyright\b"),
        (
            "a request of the site",
            (
                r"^(?:share (?:this|your|on)\b|follow us\b|sign up\b|subscribe\b|leave a (?:comment"
                "|reply)"
                r"|be the first to|back to (?:top|the top)|read more\b|related (?:articles|posts)"
                r"|most read\b|advertisement|click here|contact us|accept cookies|tags?:"
                r"|filed under)"
            ),
        ),
        ("a heading of minutes", r"^minutes of (?:the|an?)\b[^.]*\bmeeting\b[^.]*$"),
        ("an offer", r"\bsubscri(?:be|bers?|ption)s?\b"),
        ("a page number", r"^page \d+(?: of \d+)?\.?$|^\d{1,4}$"),
        ("a note on the page", r"\bthis page was last edited|^last (?:updated|edited|modified)\b"),
        (
            "a note of the editors",
            (
                r"^(?:this|the) (?:interview|conversation|transcript)\b.*\b(?:edited|condensed"
                r"|shortened)\b"
            ),
        ),
        (
            "a greeting",
            r"^(?:congratulations|thank you|thanks|happy|merry|dear|welcome)\b[^.?]*!?$",
        ),
        (
            "an instruction",
            (
                r"^(?:homework\b|do not write\b|please\b|before you start\b|now turn to\b"
                r"|goggles on\b"
                r"|keep this (?:sheet|page)|copy\b|bring (?:a|your)\b|we hope that you\b"
                r"|ask before\b"
                r"|(?:your|you) (?:task|homework|must|may|have)\b|turn to page|see also\b"
                r"|we shall\b)"
            ),
        ),
        (
            "an archive list",
            rf"^(?:news )?archives?:?(?: {MONTH} {YEAR},?)*$|^(?:news )?archive: .*\b{YEAR}",
        ),
        ("a notice of sale", r"\b(?:tickets|copies) are on sale\b"),
    )
)
_MONTH_LINE = re.compile(rf"^\W*{MONTH}(?: {YEAR})?\W*$", re.I)
_WRONG = re.compile(
    r"correct (?:the|these) (?:mistakes|errors|sentences)|find the (?:mistakes?|errors?)"
    r"|(?:false|wrong|incorrect) (?:statements|sentences|answers)|common (?:mistakes|errors|myths)"
    r"|true or false\?",
    re.I,
)
_ALL_WRONG = re.compile(
    r"\b(?:each|all|every one|none) of them (?:is|are) (?:wrong|false|true|right)", re.I
)
_SPEAKER = re.compile(r"^\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s(?=[\"“‘'(\[A-ZÀ-Þ])")
_INSTRUCTED = re.compile(r"\b(?:you must|you may|you have|your (?:book|folder))\b", re.I)
_SHORT = 160


def asides(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Give the numbers of the lines to set aside, each with the reason."""
    told: dict[int, str] = {}
    told.update(_archives(lines))
    told.update(_mistakes(lines))
    for run in runs(lines):
        first = run[0]
        body = joined(run)[first.start :].strip().strip("*_ ")
        if first.role is Role.ROW:
            continue
        why = next((why for why, rule in _RULES if rule.search(body) and _fits(why, body)), "")
        if not why and _INSTRUCTED.search(body) and first.role is Role.PROSE and len(body) < _SHORT:
            why = "an instruction"
        if not body.strip("-–—_*=.·• "):
            why = "a line without words"
        if why:
            for line in run:
                told.setdefault(line.number, why)
    yield from sorted(told.items())


def speaker(text: str) -> str:
    """The name before a colon that says who is speaking; "" if there is none."""
    found = _SPEAKER.match(text)
    return found[1] if found else ""


def _fits(why: str, body: str) -> bool:
    """An offer or a request is short; a long paragraph may mention one and state facts."""
    if why == "an offer":
        return len(body) < _SHORT and not re.search(r"\b(?:was|were)\b", body)
    return why not in ("a greeting", "a request of the site") or len(body) < _SHORT


def _archives(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Months one under another: a site's archive, or a bare list."""
    for months, run in groupby(lines, lambda line: bool(_MONTH_LINE.match(line.text))):
        block = list(run)
        if months and len(block) > 1:
            yield from ((line.number, "an archive list") for line in block)


def _mistakes(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Wrong sentences, given as such: all that stands under their heading."""
    wrong = False
    for run in runs(lines):
        if run[0].role is Role.HEADING:
            wrong = bool(_WRONG.search(run[0].text))
        elif wrong or _ALL_WRONG.search(joined(run)):
            wrong = True
            yield from ((line.number, "a wrong sentence, given as one") for line in run)
