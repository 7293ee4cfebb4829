"""A sentence taken apart: pieces with a verb, and for each verb its subject as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.gazetteer import words
from quiz.draw.english.grammar import (
    AUXILIARIES,
    NAME,
    NUMBER_WORD,
    PARTICIPLES,
    PAST,
    is_participle,
    is_past,
)
from quiz.draw.english.names import Lexicon, names_in, titles_in
from quiz.draw.english.times import DATE

PRESENT = words("present")
"""Verbs in the third person that a subject may stand before."""
_SPLIT = re.compile(
    r"(?:;|:| —|, but|, though|, although|, while|, whereas|, so|, which was why)\s"
)
_AND = re.compile(r",? and (?=(?:then |later |also |first )?([\w'-]+))")
_PARTICIPLE = re.compile(r", (winning|earning|receiving|taking|beating|making|selling|losing)\b")
_TURNED = {
    "winning": "won",
    "earning": "earned",
    "receiving": "received",
    "taking": "took",
    "beating": "beat",
    "making": "made",
    "selling": "sold",
    "losing": "lost",
}
_FRONT = re.compile(
    "^((?:[Ii]n|[Oo]n|[Bb]y|[Ff]rom|[Bb]etween|[Dd]uring|[Aa]fter|[Bb]efore|[Aa]t|[Ss]ince"
    rf"|[Uu]ntil)\b[^,]{{1,60}}), ?(?=\S)|^((?:In|On|By|Until|Since) {DATE}) (?=[A-Zhsit])|^"
    rf"(From {DATE} to {DATE}) (?=\S)"
)
_ADVERB = re.compile(
    "^(?:And|But|So|Yet|Then|Instead|Previously|Ultimately|Actually|Sure|Later|Also|Today"
    r"|Throughout [^,]+?)\b,? ?"
)
_RELATIVE = re.compile(r", (who|which) ([^,]+(?:, [^,]+(?= and ))?)(?:,|\.?$)")
_APPOSED = re.compile(r", (?:an?|the) [^,]+,(?= (?:is|was|has|had|won|\w+ed)\b)")
_WHOSE = re.compile(r", whose [^,]+(?:,|$)")
_REDUCED = re.compile(r"^([^,]{2,60}), ((?:first |last )?[a-z]+) ([^,]+),")
_HUNG = re.compile(
    rf"(?<= )(?P<the>the |The )?(?P<name>{NAME}),? (?P<part>(?:first |originally )?(?:founded"
    rf"|built|established"
    "|constructed|completed|erected|published|released|composed|designed|launched|dug"
    "|inaugurated|premiered"
    rf"|created|written)) (?P<tail>(?:in|on|by|for) [^,]+)(?:,|$)"
)
"""A thing with its own participle right behind it: "bought the Orrin Mill, founded in 1855"."""
_REPORTED = re.compile(
    r"\b(?:says?|said|thinks?|believes?|argues?|insists?|suggests?|suppose|maintains?|assumes?)\b"
    r"|\b\w+s (?:claim|report|hold|write|recall|guess|reckon|estimate|agree|tell)\b"
    r"|^(?:According to|In the (?:opinion|view|words) of)\b|^(?:Between|From) \d+ (?:and|to) \d"
    rf"|^(?:Between|From) (?:{NUMBER_WORD}) (?:and|to) (?:{NUMBER_WORD})\b"
)
"""What makes a subject somebody's word, or a mere range: nothing is said of one thing."""
_BY_ITSELF = words("by_itself")
"""Verbs that need no object: behind "was built and" they may stand for themselves."""
_NAMING = words("naming")
_APART = re.compile(
    r"[,;:\"]|\b(?:that|which|who|whose|where|when|while|and|but|or|because|as|if|how|than|after"
    r"|before|until|what)\b"
)
_TITLED = re.compile(r'"[^"]*"')
_OBJECT = re.compile(r"(?:the|an?|his|her|its|their|him|them|it|[A-ZÀ-Þ\"\d])")


def pieces(text: str) -> Iterator[str]:
    """Split at semicolons, dashes and "but"; then where "and" begins a clause of its own."""
    for part in _SPLIT.split(text):
        rest = part
        while found := re.search(
            ", and (?:(?:soon|then|later|now|eventually|finally|afterwards),? )?(?=(?:the |a "
            r"|an |his |her |its |their |he |she |it |they |\w+ members |[A-ZÀ-Þ]))",
            rest,
        ):
            tail = rest[found.end() :]
            if not _has_verb(tail) or not _has_verb(rest[: found.start()]):
                break
            yield rest[: found.start()]
            rest = tail
        yield rest


def _has_verb(text: str) -> bool:
    return any(
        w in AUXILIARIES or is_past(w) or w in PRESENT for w in re.findall(r"[a-z'-]+", text)
    )


def predicates(piece: str, known: Lexicon) -> Iterator[tuple[str, str, str, bool]]:
    """Give subject, predicate, time before it, and whether it hung on "who", for each verb."""
    piece = piece.strip().rstrip(",")
    when = ""
    for _ in range(2):
        piece = _ADVERB.sub("", piece) if not piece.startswith("So far") else piece
        if front := _FRONT.match(piece):
            told = front[1] or front[2] or front[3]
            when = f"{when}, {told}" if when else told
            piece = piece[front.end() :].strip()
    while found := _RELATIVE.search(piece):
        owner = _owner(piece[: found.start()], found[1], known)
        cut = " " if found[0].endswith(",") else ""
        if owner and not found[2][0].isupper():
            yield from _shared(owner, found[2], "", relative=True)
        piece = piece[: found.start()] + cut + piece[found.end() :].lstrip()
    if (found := _REDUCED.match(piece)) and is_participle(found[2].split()[-1]):
        yield from _shared(found[1], f"was {found[2]} {found[3]}", "", relative=True)
        piece = f"{found[1]} {piece[found.end() :].lstrip()}"
    piece = _WHOSE.sub("", _APPOSED.sub("", piece))
    if hung := _hung(piece, known):
        cut, thing, told = hung
        yield from _shared(thing, told, "", relative=True)
        piece = cut
    after = ""
    if found := _PARTICIPLE.search(piece):
        after = f"{_TURNED[found[1]]}{piece[found.end() :]}"
        piece = piece[: found.start()]
    np, predicate = _cut(piece)
    if np and not _REPORTED.search(_TITLED.sub('""', np)):
        yield from _shared(np, predicate, when)
        if after:
            date = re.search(rf"\b(?:in|on) (?:\w+day, )?{DATE}", predicate)
            yield np, after, when or (date[0] if date else ""), False


def _hung(piece: str, known: Lexicon) -> tuple[str, str, str] | None:
    """The piece without a participle that hangs on a thing; the thing; what is said of it.

    A person is not founded or published, so that the participle can only be the thing's.
    """
    for found in _HUNG.finditer(piece):
        before = piece[: found.start()]
        np, predicate = _cut(before + found["name"])
        doer = [name for _, _, name in names_in(np)]
        sure = len(doer) == 1 and known.is_person(doer[0]) and not known.is_person(found["name"])
        if sure and " " in predicate and not re.search(r"[A-ZÀ-Þ][\w'-]* (?:and|or) $", before):
            the = found["the"] or ""
            rest = piece[found.end() :]
            cut = f"{before}{the}{found['name']}{rest and ' '}{rest.lstrip()}"
            return cut, f"{the}{found['name']}", f"was {found['part']} {found['tail']}"
    return None


def _owner(before: str, word: str, known: Lexicon) -> str:
    """The name that ends right before ", who" or ", which"; "" if there is none."""
    for start, end, name in names_in(before):
        person = known.is_person(name)
        if re.search(r"[A-ZÀ-Þ][\w'-]* (?:and|or) (?:the |The )?$", before[:start]):
            continue  # of "Ash and Elm, which" it is not clear which
        beside = end == len(before.rstrip('"')) and (person or known.known(name))
        if beside and (word == "who" or not person):
            the = "The " if before[:start].endswith("The ") else ""
            return f"{the}{name}"
    return ""


def _shared(
    np: str, predicate: str, when: str, *, relative: bool = False
) -> Iterator[tuple[str, str, str, bool]]:
    """Split "was built in 1788 and burned down in 1802" into one predicate after the other."""
    if relative:
        predicate = predicate.strip()
    passive = predicate.split(" ", 1)[0] if predicate.startswith(("was ", "were ")) else ""
    while True:
        cut = next(
            (
                m
                for m in _AND.finditer(predicate)
                if _begins(m[1], passive) and not re.search(r"\bboth\b", predicate[: m.start()])
            ),
            None,
        )
        if cut is None:
            break
        yield np, predicate[: cut.start()], when, relative
        predicate = re.sub(r"^(?:then|later|also|first) (?=\w+ed\b)", "", predicate[cut.end() :])
        passive = passive if _still_passive(predicate, passive) else ""
        predicate = f"{passive} {predicate}".lstrip()
    yield np, predicate, when, relative


def _begins(word: str, passive: str) -> bool:
    """Whether a word behind "and" begins a predicate of the same subject."""
    verb = word in AUXILIARIES or is_past(word) or word in PRESENT
    return verb or (bool(passive) and is_participle(word))


def _still_passive(predicate: str, passive: str) -> bool:
    """Whether "was" goes on behind "and": "was built and sold", but "was built and fell"."""
    words = predicate.split()
    verb = next((w for w in words if not (w.endswith("ly") or w in ("then", "later"))), "")
    if not passive or not is_participle(verb):
        return False
    after = predicate.partition(f"{verb} ")[2]
    if verb in PARTICIPLES - PAST or verb in _NAMING or after.startswith("by "):
        return True
    return verb not in _BY_ITSELF and not _OBJECT.match(after)


def _cut(piece: str) -> tuple[str, str]:
    """Cut a clause before its first verb."""
    in_title = [(s, e) for s, e, _ in titles_in(piece)]
    for found in re.finditer(r"(?<![A-Za-zÀ-ÿ])[a-z]+(?:'s)?", piece):
        word = found[0]
        if any(s <= found.start() < e for s, e in in_title) or not found.start():
            continue
        if piece[found.start() - 1] in "-'’" or piece[found.end() : found.end() + 1] in ("-", "'"):
            continue
        if word in ("cost", "set", "cut") and piece[found.end() :].startswith(" of "):
            continue
        if _hanging(piece, found):
            continue
        if word in AUXILIARIES or word in PRESENT or (is_past(word) and _verbal(piece, found)):
            np = piece[: found.start()].strip().rstrip(",")
            np = re.sub(r" (?:also|once|first|still|later|then|only)$", "", np)
            return np, piece[found.start() :]
    return "", ""


def _hanging(piece: str, found: re.Match[str]) -> bool:
    """Whether a participle hangs on the subject, as "the mill built by Roe was sold" has it."""
    if not is_participle(found[0]) or found[0] in AUXILIARIES:
        return False
    later = re.search(r" (?:was|were|is|are|has|had) ", piece[found.end() :])
    if not later:
        return False
    between = piece[found.end() : found.end() + later.start()]
    return not _APART.search(between)


def _verbal(piece: str, found: re.Match[str]) -> bool:
    """Whether a form in -ed is the verb, and no adjective: "a covered lane", "named Rex"."""
    before = piece[: found.start()].rstrip().rpartition(" ")[2].lower()
    return before not in (
        "a",
        "an",
        "the",
        "most",
        "its",
        "his",
        "her",
        "their",
        "of",
        "very",
        "by",
        "with",
    )
