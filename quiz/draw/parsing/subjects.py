"""Who a parsed verb is about: its subject as it stands, where no other could be meant."""

from __future__ import annotations

import re

from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.names import names_in, titles_in
from quiz.draw.english.times import YEAR
from quiz.draw.parsing.tree import LIGHT, SUBJECTS, VERBS, Tree

Subject = tuple[str, int, bool]
"""A noun phrase, its last word, and whether it hung on "who" or "which"."""
_NO_NOUN = frozenset(["PRP", "PRP$", "WP", "WDT", "WP$", "EX", "DT", "CD", "JJ", "VBG"])
_ROLE = re.compile(rf"(?:[Tt]he |[Aa]n? )?(?:[\w-]+ ){{0,3}}(?:{alternation('role')})")


def bearer(tree: Tree, verb: int) -> int:
    """The verb whose subject another one shares: of "won the cup and left" it is "won"."""
    while tree.words[verb].dep == "conj" and not tree.subjects(verb):
        verb = tree.words[verb].head
    return verb


def subject(tree: Tree, verb: int) -> Subject | None:
    """What a verb is about; None where it is not clear."""
    here = bearer(tree, verb)
    own = tree.subjects(here)
    if len(own) != 1 or own[0] > here or tree.words[here].tag not in VERBS:
        return None
    head = own[0]
    if here != verb and any(tree.words[n].dep in SUBJECTS for n in range(head + 1, verb)):
        return None  # somebody else did something between the two verbs
    start = min([here, *tree.helpers(here)])
    if tree.words[here].dep == "relcl":
        return _antecedent(tree, here, head) if _beside(tree, head, start) else None
    found = phrase(tree, head)
    if found is None or not _begins(tree, found[2]) or not _beside(tree, found[1], start):
        return None
    return found[0], found[1], False


def agree(verb: str, tag: str) -> bool:
    """Whether a verb can belong to a subject: "the mills was" cannot."""
    if verb in ("are", "were", "have"):
        return tag != "NN"
    return tag != "NNS" or verb not in ("is", "was", "has")


def phrase(tree: Tree, head: int) -> tuple[str, int, int] | None:
    """A noun phrase with its last and its first word; "the painter, Ann Poe," is Ann Poe."""
    word = tree.words[head]
    if word.tag in _NO_NOUN or word.dep == "conj" or tree.hanging(head, "conj", "cc", "preconj"):
        return None
    ahead = [n for n in tree.within(head) if n < head]
    first = min(ahead, default=head)
    while first < head and tree.words[first].dep == "punct" and tree.told(first) != '"':
        first += 1
    if any(tree.words[n].tag in VERBS and tree.words[n].dep != "amod" for n in ahead):
        return None
    named = tree.hanging(head, "appos")
    if len(named) == 1 and _ROLE.fullmatch(tree.span(first, head)):
        return phrase(tree, named[0]) if tree.words[named[0]].tag == "NNP" else None
    last = head
    for start, end, _ in [*titles_in(tree.text), *names_in(tree.text)]:
        if start < word.end <= end:  # the whole of the name that the head is in
            if start < tree.words[first].start:
                return None
            last = next(n for n, other in enumerate(tree.words) if other.end >= end)
            break
    last = _modified(tree, head, last)
    return tree.span(first, last), last, first


def _modified(tree: Tree, head: int, last: int) -> int:
    """The last word of what follows a head: of "the roof of Roe Hall in Lund" it is Lund."""
    more: list[int] = []
    for number in (n for n in tree.within(head) if n > last):
        if number != (more[-1] if more else last) + 1 or tree.told(number) in ",;:-–—":
            break
        more.append(number)
    if not more or tree.words[more[0]].tag != "IN" or tree.words[more[0]].dep != "prep":
        return last
    if any(tree.words[n].tag in VERBS or tree.words[n].dep == "conj" for n in more):
        return last
    return more[-1]


def _begins(tree: Tree, first: int) -> bool:
    """Whether a noun phrase can begin here: it is no part of another one."""
    if not first:
        return True
    word, told = tree.words[first - 1], tree.told(first - 1)
    if word.dep == "cc":
        return first > 1 and tree.told(first - 2) in (",", ";")
    year = bool(re.fullmatch(YEAR, told))
    return told in (",", ";") or word.dep == "mark" or word.tag in ("WRB", "RB") or year


def _beside(tree: Tree, last: int, verb: int) -> bool:
    """Whether nothing stands between a subject and its verb but adverbs, or an aside in commas."""
    between = tree.gap(last, verb).strip()
    if between.startswith(","):
        between = between.rpartition(",")[2] if between.count(",") > 1 else "?"
    return all(word in LIGHT for word in between.split())


def _antecedent(tree: Tree, verb: int, pronoun: int) -> Subject | None:
    """What "who" or "which" stands right behind, where no noun before it could be meant."""
    head, told = tree.words[verb].head, tree.told(pronoun).lower()
    above = tree.words[head]
    inside = above.dep == "pobj" and tree.words[tree.words[above.head].head].tag not in VERBS
    if inside or head > pronoun or pronoun != min(tree.within(verb)):
        return None
    gap = tree.gap(head, pronoun).strip()
    if told not in ("who", "which") or gap not in (("", ",") if told == "who" else (",",)):
        return None
    found = phrase(tree, head)
    if found is None or found[1] not in (head, pronoun - 1, pronoun - 2):
        return None
    return found[0], found[1], True
