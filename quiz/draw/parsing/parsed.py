"""What a parse proposes: clauses, where the parser sees who did what in a longer sentence.

A parse is never trusted. A clause stands only if its subject is a known name and no other could
be meant, if its pieces stand in the sentence as they are, and if nothing above it in the tree
denies it, doubts it, or lets somebody say it. What is not simple is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause, resolved
from quiz.draw.english.doubt import HEDGE, doubtful, unresolved
from quiz.draw.english.grammar import is_participle
from quiz.draw.english.names import Lexicon, names_in
from quiz.draw.parsing.parser import Word
from quiz.draw.parsing.predication import before, rest
from quiz.draw.parsing.subjects import agree, phrase, subject
from quiz.draw.parsing.tree import FINITE, SUBJECTS, VERBS, Tree

_MARKS = frozenset(["after", "because", "when", "while", "although", "though", "before", "where"])
_NOUN = re.compile(r"[Tt]he [a-z][\w-]*")
_ONLY = re.compile(r"[Tt]he (?:first|last|only|\w+est)\b")
_LONGEST = 160


def parsed(
    sentence: Sentence, text: str, words: Sequence[Word], known: Lexicon, above: str = ""
) -> Iterator[Clause]:
    """Give the clauses of a sentence whose subject is clear in its parse.

    `text` is what was parsed, the sentence without its brackets; `above` what its paragraph says
    before, where "the bridge" must have been named.
    """
    tree = Tree(text, words)
    if not tree.whole:
        return
    for verb in range(len(words)):
        clause = _clause(sentence, tree, verb)
        if clause is None or not clause.rest or len(clause.rest) > _LONGEST:
            continue
        bound = resolved(clause, known, [], None, [], text)
        if bound is None or (_NOUN.fullmatch(clause.np) and bound.subject not in above):
            continue
        if bound.subject or _described(clause):
            yield bound


def _described(clause: Clause) -> bool:
    """Whether a noun phrase says by the one name in it what it means: "the roof of Roe Hall"."""
    np = clause.np
    named = [name for _, _, name in names_in(f"x {np}")]
    if len(named) != 1 or unresolved(np) or doubtful(np):
        return False
    if _ONLY.match(np) and is_participle(clause.rest.split(" ", 1)[0]):
        return False  # "the first use of it is ascribed to Ann Poe"
    return bool(re.match(r"[Tt]he [^,]+$", np)) or np.startswith(f"{named[0]}'s ")


def _clause(sentence: Sentence, tree: Tree, verb: int) -> Clause | None:
    """Read the clause of a verb; None where anything is in doubt."""
    word = tree.words[verb]
    if word.tag not in VERBS or word.dep == "amod" or not _stands(tree, verb):
        return None
    if word.start and tree.text[word.start - 1] in "-–/":
        return None  # "re-declared" is not "declared"
    helpers = tree.helpers(verb)
    if word.tag == "VBN" and word.dep in ("acl", "advcl") and not helpers:
        return _participle(sentence, tree, verb)
    told = _finite(tree, verb, helpers)
    about = subject(tree, verb) if told else None
    if about is None:
        return None
    np, last, relative = about
    said = rest(tree, verb, helpers[0] + 1 if helpers else verb + (word.tag != "VBN"))
    when = before(tree, verb)
    if said is None or when is None or not agree(told, tree.words[last].tag):
        return None
    return Clause(sentence, np, "", False, told, said, when, relative)


def _stands(tree: Tree, verb: int) -> bool:
    """Whether a verb states something: nothing above it denies, doubts, wishes or reports it."""
    here = verb
    for _ in tree.words:
        word = tree.words[here]
        if word.tag in VERBS and not _open(tree, here):
            return False
        if word.head == here:
            return not tree.hanging(verb, "ccomp", "csubj")
        here = word.head
    return False


def _open(tree: Tree, verb: int) -> bool:
    """Whether a verb states what hangs below it, too."""
    word = tree.words[verb]
    if _undone(tree, verb):
        return False
    if word.dep == "acl":  # no "claim that she wrote it"
        return word.tag == "VBN" and not tree.hanging(verb, "mark", *SUBJECTS)
    if word.dep == "advcl":
        return _factive(tree, verb)
    return word.head == verb or word.dep in ("conj", "relcl")


def _undone(tree: Tree, verb: int) -> bool:
    """Whether a verb is denied, or a mere possibility."""
    for number in tree.below[verb]:
        word, told = tree.words[number], tree.told(number).lower()
        if word.tag == "MD" or word.dep == "neg":
            return True
        if word.dep in ("advmod", "mark") and (HEDGE.search(told) or told in ("if", "unless")):
            return True
    return False


def _factive(tree: Tree, verb: int) -> bool:
    """Whether a subordinate clause tells what was: "after", "when"; or is a mere participle."""
    marks = [
        tree.told(n).lower()
        for n in tree.below[verb]
        if tree.words[n].dep == "mark" or tree.words[n].tag in ("WRB", "WP", "WDT")
    ]
    return len(marks) < 2 and all(mark in _MARKS for mark in marks)


def _finite(tree: Tree, verb: int, helpers: Sequence[int]) -> str:
    """The first word of a verb as the rules have it: "was" opened, "has" won, won; or ""."""
    word = tree.words[verb]
    if helpers:
        first = tree.told(helpers[0])
        plain = word.tag == "VBN" and first.lower() not in ("did", "does", "do")
        return first if plain and tree.words[helpers[0]].tag in FINITE else ""
    above = word.head
    shared = word.dep == "conj" and not tree.subjects(verb) and tree.words[above].tag in VERBS
    passive = shared and bool(tree.hanging(above, "auxpass"))
    if word.tag == "VBN":  # "was built in 1788 and destroyed in 1802"
        lent = tree.helpers(above) if passive else []
        return tree.told(lent[0]) if len(lent) == 1 else ""
    # "was built in 1788 and burned down" may be either
    return tree.told(verb) if word.tag in FINITE and not passive else ""


def _participle(sentence: Sentence, tree: Tree, verb: int) -> Clause | None:
    """A participle beside its noun: "Founded in 1887, the firm ...", "the firm, founded ..."."""
    word, group = tree.words[verb], tree.within(verb)
    owner = word.head if word.dep == "acl" else next(iter(tree.subjects(word.head)), -1)
    if tree.hanging(verb, "mark") or group[0] != verb or owner < 0:
        return None
    found = phrase(tree, owner)
    said = rest(tree, verb, verb)
    if tree.words[owner].dep not in ("nsubj", "nsubjpass") or found is None or said is None:
        return None
    np, last, first = found
    behind = verb > last == owner and tree.gap(last, verb).strip() == ","
    ahead = verb == 0 and first > group[-1] and tree.gap(group[-1], first).strip() == ","
    if not (behind or ahead) or before(tree, tree.words[owner].head) is None:
        return None
    return Clause(sentence, np, "", False, "was", said[:1].lower() + said[1:], "", True)
