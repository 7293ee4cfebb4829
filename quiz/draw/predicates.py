"""A sentence taken apart: pieces with a verb, and for each verb its subject as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.gazetteer import words
from quiz.draw.grammar import AUXILIARIES, is_participle, is_past
from quiz.draw.names import Lexicon, names_in, titles_in
from quiz.draw.times import DATE

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
    rf"|[Uu]ntil)\b[^,]{{1,60}}), ?(?=\S)|^(In {DATE}|On {DATE}) (?=[A-Zhsit])|^"
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
    after = ""
    if found := _PARTICIPLE.search(piece):
        after = f"{_TURNED[found[1]]}{piece[found.end() :]}"
        piece = piece[: found.start()]
    np, predicate = _cut(piece)
    if np:
        yield from _shared(np, predicate, when)
        if after:
            date = re.search(rf"\b(?:in|on) (?:\w+day, )?{DATE}", predicate)
            yield np, after, when or (date[0] if date else ""), False


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
    while True:
        cut = next(
            (
                m
                for m in _AND.finditer(predicate)
                if (m[1] in AUXILIARIES or is_past(m[1]) or m[1] in PRESENT)
                and not re.search(r"\bboth\b", predicate[: m.start()])
            ),
            None,
        )
        if cut is None:
            break
        yield np, predicate[: cut.start()], when, relative
        predicate = re.sub(r"^(?:then|later|also|first) (?=\w+ed\b)", "", predicate[cut.end() :])
    yield np, predicate, when, relative


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
        if word in AUXILIARIES or word in PRESENT or (is_past(word) and _verbal(piece, found)):
            np = piece[: found.start()].strip().rstrip(",")
            np = re.sub(r" (?:also|once|first|still|later|then|only)$", "", np)
            return np, piece[found.start() :]
    return "", ""


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
