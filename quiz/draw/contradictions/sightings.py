"""Sightings: other values for a claim, in words that no finder of facts took.

They look for more than they need to: a question that is not asked costs less than a wrong one.
In every text the thing in question is a mark, so that one pattern serves all things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quiz.draw.contradictions.relations import AGAIN, DATE_NOUNS, DATED, MADE
from quiz.draw.contradictions.telling import METRES, WINNER, Telling, content, scaled
from quiz.draw.english.doubt import HEDGE, NEGATED, masked
from quiz.draw.english.grammar import CAP, MONEY, NUMBER
from quiz.draw.english.inner import beside
from quiz.draw.english.names import STOP
from quiz.draw.english.times import DATE, YEAR
from quiz.draw.fact import figure

MARK = "\x00"
_PERSON = rf"{CAP}(?: (?:(?:de|van|von|der|di) )?{CAP}){{0,3}}"
_ROLE = r"(?:(?:the|an?) )?(?:[a-z][\w'-]* ){0,3}?"
_IS_THE = r",?(?: is| was|,)(?: also)?(?: the| an?)? "
_BEFORE = re.compile(r"(?:\b([A-ZÀ-Þ][\w'-]*) |[\w-])$")
_BEHIND = re.compile(r"[\w-]| [A-ZÀ-Þ]\w")
_ARTICLE = re.compile(r"\"?(?:\b[Tt]he )?\"?$")
_THE = re.compile(r"\b[Tt]he $")
_ASIDE = re.compile(r" ?\([^)]*\)|, [^,]*,")
_OTHER = re.compile(
    r"[A-ZÀ-Þ\"]|\b(?:where|when|that|whose|after|before|beside|near|than|the|an?|his|her|its|their"
    r"|and|but|not|never)\b"
)
_BEFORE_IT = ("of", "in", "at", "on", "to", "for", "by", "from", "with", "near")
_FREE = "".join(rf"(?<!\b{word} )" for word in _BEFORE_IT)
"""Not behind a preposition: "the roof of it was built" is not said of it."""
_LIFE = re.compile(rf"^ ?\((?:born |b\. )?(?:[^()–-]*?)({YEAR})\s?[–-]\s?(?:[^()–-]*?)({YEAR})\)")
_YEAR_BRACKET = re.compile(rf"^,? ?\(({YEAR})\)")
_BORN = re.compile(rf"^,? ?\((?:born|b\.) (?:[^()]*?)({DATE})\)")
_DIED = re.compile(rf"^,? ?\((?:died|d\.) (?:[^()]*?)({DATE})\)")
_COST = re.compile(
    rf"\b(?:costs?|price|bill|budget|came to|expense|for a total of)\b[^.;]{{0,60}}?({MONEY})"
    rf"|({MONEY}) (?:budget|to build|in total)\b"
)
_ABOUT = re.compile(
    r"\b(?P<more>more than|over|at least|up to|under|less than|fewer than|almost|nearly|about"
    r"|around"
    r"|some|roughly|approximately|just over|just under|close to) $"
)
_PARTIAL = re.compile(
    r"\b(?:another|other|first|further|additional|last|next|new|of (?:its|the)|until|originally"
    r"|formerly"
    rf"|once|at first|initially|by {YEAR}|in {YEAR})\b",
    re.I,
)
_AGE = re.compile(
    r"\b(?:at the age of|aged|at age|at|age) (\d{1,3})\b|\b(\d{1,3}) years old\b"
    r"|\b(\d{1,3})-year-old\b"
    r"|\bwas (\d{1,3}) when\b"
)
_SPAN = re.compile(
    rf"\b(?:from|between) ({YEAR}) (?:to|and|until) ({YEAR})\b|\(({YEAR})\s?[–-]\s?({YEAR})\)"
)
_HIGH = {
    "height": ("high|tall|in height", "tallest|highest", "height"),
    "length": ("long|in length", "longest", "length"),
    "width": ("wide|in width", "widest|broadest", "width"),
    "depth": ("deep|in depth", "deepest", "depth"),
}
_UNIT = r"(?:kilomet|met|centimet)(?:re|er)s?|miles?|feet|foot|inches"


def seen(telling: Telling, text: str) -> Iterator[str]:
    """The values that a text with the thing marked gives for a telling's relation."""
    relation = telling.relation
    if MARK not in text:
        return
    if telling.kind == "date":
        yield from _dates(telling, text)
    elif relation.startswith(WINNER):
        won = _won(relation.removeprefix(WINNER)).finditer(text)
        yield from (found["who"] or found["other"] for found in won)
    elif telling.kind == "name" and relation.endswith(" by"):
        yield from _makers(relation.removesuffix(" by"), text)
    elif telling.kind == "span":
        yield from _spans(telling, text)
    elif telling.kind == "amount":
        yield from _amounts(telling, text)


def _spans(telling: Telling, text: str) -> Iterator[str]:
    if telling.about and telling.about <= content(text):
        for found in _SPAN.finditer(text):
            yield f"{found[1] or found[3]} to {found[2] or found[4]}"


def _amounts(telling: Telling, text: str) -> Iterator[str]:
    if telling.relation == "cost":
        yield from (found[1] or found[2] for found in _COST.finditer(text))
    elif telling.relation in _HIGH:
        yield from (found[0] for found in _high(telling.relation).finditer(text))
    elif telling.relation == "age":
        yield from _ages(telling, text)


def marked(text: str, name: str) -> str:
    """The text with a thing's name as the mark, but where it is a part of a longer name."""
    out, at = "", 0
    while name and (found := text.find(name, at)) >= 0:
        end = found + len(name)
        word = _BEFORE.search(text[:found])
        common = name.islower() and not _THE.search(text[:found])
        inside = common or (word is not None and (word[1] is None or word[1].lower() not in STOP))
        if inside or _BEHIND.match(text[end:]):
            out, at = out + text[at:end], end
            continue
        out = f"{_ARTICLE.sub('', out + text[at:found])}{MARK}"
        at = end + (text[end : end + 1] == '"')
    return out + text[at:]


def _dates(telling: Telling, text: str) -> Iterator[str]:
    relation = telling.relation
    at = text.find(MARK) + 1
    life = _LIFE.match(text, at) or _LIFE.match(text[at:])
    if relation in ("born", "died") and life:
        yield life[1] if relation == "born" else life[2]
    alone = {"born": _BORN, "died": _DIED, "published": _YEAR_BRACKET}.get(relation)
    if alone and (found := alone.match(text[at:])):
        yield found[1]
    if relation not in DATED or relation in ("office", "moved", "married", "bought"):
        return
    for pattern in _dated(relation):
        for found in pattern.finditer(text):
            told = found.groupdict()
            gap = _ASIDE.sub("", told.get("gap") or "")
            middle = (told.get("mid") or "").strip()
            if _OTHER.search(gap) or not beside(told.get("verb") or "", middle):
                continue
            if AGAIN.search(f"{gap} {middle}"):
                continue
            if HEDGE.search(masked(found[0])) or NEGATED.search(found[0]):
                continue
            yield found["date"]


@cache
def _dated(relation: str) -> tuple[re.Pattern[str], ...]:
    """The shapes in which a text dates a thing, for one relation."""
    verbs, near = DATED[relation], rf"[^.;{MARK}]"
    date = rf"(?:\w+day,? )?(?P<date>{DATE})(?![\d–-]|s\b)"
    first = "|".join(v[0].upper() + v[1:] for v in verbs.split("|") if v[0].isalpha())
    verb, begun = rf"\b(?P<verb>{verbs})\b", rf"^(?:First |Originally )?(?P<verb>{first})\b"
    gap, mid = rf"(?P<gap>{near}{{0,60}}?)", rf"(?P<mid>{near}{{0,50}}?)"
    lead = r"(?:the )?(?:[a-z]+ ){0,2}"
    shapes = [
        rf"{_FREE}{MARK}{gap}{verb}{mid},? (?:in|on|since) {date}",
        rf"{begun}{mid} (?:in|on) {date}{near}{{0,40}}, {MARK}",
        rf"\b(?:In|On) {date},? {lead}{MARK}{gap}\b(?:{verbs})\b(?! (?:in|on) )",
        rf"(?<!by )(?<!was ){verb} {lead}{MARK}{mid},? (?:in|on) {date}",
        rf"{MARK}{near}{{0,20}}? \((?:[^()]*\b)?(?P<verb>{verbs}) (?:in |on )?{date}",
    ]
    if nouns := DATE_NOUNS.get(relation):
        shapes.append(rf"\b(?:{nouns}) of (?:[a-z]+ )?{MARK},? (?:was )?(?:in|on) {date}")
        shapes.append(rf"{MARK}'s (?:{nouns}),? (?:was )?(?:in|on) {date}")
    return tuple(re.compile(shape) for shape in shapes)


def _makers(relation: str, text: str) -> Iterator[str]:
    for pattern in _made(relation):
        for found in pattern.finditer(text):
            gap = _ASIDE.sub("", found.groupdict().get("gap") or "")
            if not _OTHER.search(gap) and not NEGATED.search(found[0]):
                yield found["who"]


@cache
def _made(relation: str) -> tuple[re.Pattern[str], ...]:
    """The shapes in which a text names the maker of a thing."""
    if relation not in MADE:
        return ()
    done, did, nouns = MADE[relation]
    who, of = rf"(?P<who>{_PERSON})", rf"(?:[a-z]+ ){{0,2}}{MARK}"
    gap, near = rf"(?P<gap>[^.;{MARK}]{{0,60}}?)", rf"[^.;,{MARK}]{{0,30}}?"
    shapes = [
        rf"{_FREE}{MARK}{gap}\b(?:{done})\b{near} by {_ROLE}{who}",
        rf"\b{who}(?:, [^,]{{1,40}},)? (?:who )?(?:{did}) (?:(?:the|an?) )?{of}",
        rf"\b(?:{nouns}) (?:of|for|behind) (?:the )?{of} (?:was|is) {_ROLE}{who}",
        rf"\b{who}{_IS_THE}(?:[a-z]+ )?(?:{nouns}) (?:of|for|behind) (?:the )?{of}",
        rf"{MARK}'s (?:{nouns}),? (?:was |is )?{_ROLE}{who}",
    ]
    if relation in ("written", "painted", "composed", "directed"):
        shapes.append(rf"{MARK}(?: \([^)]*\))?,? (?:(?:an?|the) [a-z -]+ )?by {_ROLE}{who}")
    return tuple(re.compile(shape) for shape in shapes)


@cache
def _won(year: str) -> re.Pattern[str]:
    """The shapes in which a text says who won a prize in a year."""
    went = r"(?:went|was (?:awarded|given|presented)) to (?:the )?(?:[a-z]+ )?"
    return re.compile(
        rf"{MARK} (?:of|in|for) {year} {went}(?P<who>{_PERSON})"
        rf"|\b{year},? {MARK} {went}(?P<other>{_PERSON})"
    )


@cache
def _high(relation: str) -> re.Pattern[str]:
    """The shapes of a measure: "96 metres high", "at 96 metres the tallest"."""
    after, most, noun = _HIGH[relation]
    size = rf"{NUMBER}[ -](?:{_UNIT})"
    return re.compile(
        rf"{size}(?=[ -](?:{after})\b)|(?<=[Aa]t ){size}(?=[^.;]*\b(?:{most})\b)"
        rf"|(?<={noun} of ){size}"
    )


def _ages(telling: Telling, text: str) -> Iterator[str]:
    there = content(text)
    if telling.about and len(telling.about & there) >= 0.6 * len(telling.about):
        for found in _AGE.finditer(text):
            yield next(filter(None, found.groups()))


def amount_of(telling: Telling, value: str) -> tuple[float, str]:
    """A seen value as the telling counts: in full, in its unit or currency."""
    number, scale = figure(value)
    if telling.relation in _HIGH:
        unit = re.sub(r"^.*[ -]", "", value)
        unit = unit if unit in METRES else {"foot": "feet", "metre": "metres"}.get(unit, f"{unit}s")
        return number or 0.0, unit
    if telling.relation.startswith("cost"):
        signs = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
        return scaled(number or 0.0, scale), signs.get(value[0]) or value.split()[-1]
    return scaled(number or 0.0, scale), telling.amount[1]


def counts(noun: str, text: str) -> Iterator[tuple[str, float, float]]:
    """The numbers of some things in a text, each with the least and the most that it allows."""
    one = re.escape(re.sub(r"s$", "", noun)) if noun.endswith("s") else re.escape(noun)
    pattern = re.compile(
        rf"\b({NUMBER})(?: |-)(?:(?!of\b|more\b)[a-z]+ )?{one}s?\b(?! (?:old"
        rf"|ago|later))"
    )
    for found in pattern.finditer(text):
        before = text[: found.start()]
        value, scale = figure(found[1])
        if (
            value is None
            or _PARTIAL.search(before[-44:])
            or _PARTIAL.search(text[found.end() :][:24])
        ):
            continue
        least = most = scaled(value, scale)
        if hedge := _ABOUT.search(before):
            least, most = _range(hedge["more"], least)
        yield found[1], least, most


def _range(hedge: str, value: float) -> tuple[float, float]:
    """What a hedged number allows."""
    if hedge in ("more than", "over", "at least", "just over"):
        return value, float("inf") if hedge != "just over" else value * 1.1
    if hedge in ("up to", "under", "less than", "fewer than", "just under"):
        return (0.0 if hedge != "just under" else value * 0.9), value
    return value * 0.9, value * 1.1
