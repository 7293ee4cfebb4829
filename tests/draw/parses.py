"""A parser that knows some sentences by heart, so that tests need no model.

The parses are what the pinned model says of them: word/tag/dep/head for each word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.draw.parsing.parser import Word

WHEN = "When Anna Roe opened the Lund Mill in {}, nobody came."
_WHEN = (
    "When/WRB/advmod/3 Anna/NNP/compound/2 Roe/NNP/nsubj/3 opened/VBD/advcl/11 the/DT/det/6"
    " Lund/NNP/compound/6 Mill/NNP/dobj/3 in/IN/prep/3 {}/CD/pobj/7 ,/,/punct/11"
    " nobody/NN/nsubj/11 came/VBD/ROOT/11 ././punct/11"
)
FOUNDED = "Founded in 1887 by a baker, the Lund Mill stood empty for years."
NEVER = "When Anna Roe, who never opened the Lund Mill, left Lund in 1921, nobody came."
CLAIMS = "There were claims that Anna Roe opened the Lund Mill in 1921."
IF = "If Anna Roe opened the Lund Mill in 1921, nobody came."
PUPIL = "A pupil of Anna Roe, who opened the Lund Mill in 1921, came to Marn."
EDITION = "An edition drawn by the painter Anna Roe was printed in 1921."
CLOSED = "When the mill was closed in 1931, Bo Lind left."
PARSES = {
    WHEN.format(1921): _WHEN.format(1921),
    WHEN.format(1922): _WHEN.format(1922),
    FOUNDED: "Founded/VBN/advcl/10 in/IN/prep/0 1887/CD/pobj/1 by/IN/agent/0 a/DT/det/5"
    " baker/NN/pobj/3 ,/,/punct/10 the/DT/det/9 Lund/NNP/compound/9 Mill/NNP/nsubj/10"
    " stood/VBD/ROOT/10 empty/JJ/acomp/10 for/IN/prep/10 years/NNS/pobj/12 ././punct/10",
    NEVER: "When/WRB/advmod/11 Anna/NNP/compound/2 Roe/NNP/nsubj/11 ,/,/punct/2 who/WP/nsubj/6"
    " never/RB/neg/6 opened/VBD/relcl/2 the/DT/det/9 Lund/NNP/compound/9 Mill/NNP/dobj/6"
    " ,/,/punct/2 left/VBD/advcl/17 Lund/NNP/dobj/11 in/IN/prep/11 1921/CD/pobj/13 ,/,/punct/17"
    " nobody/NN/nsubj/17 came/VBD/ROOT/17 ././punct/17",
    CLAIMS: "There/EX/expl/1 were/VBD/ROOT/1 claims/NNS/attr/1 that/IN/mark/6"
    " Anna/NNP/compound/5 Roe/NNP/nsubj/6 opened/VBD/acl/2 the/DT/det/9 Lund/NNP/compound/9"
    " Mill/NNP/dobj/6 in/IN/prep/6 1921/CD/pobj/10 ././punct/1",
    PUPIL: "A/DT/det/1 pupil/NN/nsubj/14 of/IN/prep/1 Anna/NNP/compound/4 Roe/NNP/pobj/2"
    " ,/,/punct/4 who/WP/nsubj/7 opened/VBD/relcl/4 the/DT/det/10 Lund/NNP/compound/10"
    " Mill/NNP/dobj/7 in/IN/prep/7 1921/CD/pobj/11 ,/,/punct/1 came/VBD/ROOT/14 to/IN/prep/14"
    " Marn/NNP/pobj/15 ././punct/14",
    IF: "If/IN/mark/3 Anna/NNP/compound/2 Roe/NNP/nsubj/3 opened/VBD/advcl/11 the/DT/det/6"
    " Lund/NNP/compound/6 Mill/NNP/dobj/3 in/IN/prep/3 1921/CD/pobj/7 ,/,/punct/11"
    " nobody/NN/nsubj/11 came/VBD/ROOT/11 ././punct/11",
    EDITION: "An/DT/det/1 edition/NN/nsubjpass/9 drawn/VBN/acl/1 by/IN/agent/2 the/DT/det/5"
    " painter/NN/pobj/3 Anna/NNP/compound/7 Roe/NNP/nsubjpass/9 was/VBD/auxpass/9"
    " printed/VBN/ROOT/9 in/IN/prep/9 1921/CD/pobj/10 ././punct/9",
    CLOSED: "When/WRB/advmod/4 the/DT/det/2 mill/NN/nsubjpass/4 was/VBD/auxpass/4"
    " closed/VBN/advcl/10 in/IN/prep/4 1931/CD/pobj/5 ,/,/punct/10 Bo/NNP/compound/9"
    " Lind/NNP/nsubj/10 left/VBD/ROOT/10 ././punct/10",
}


def words(text: str, parse: str) -> tuple[Word, ...]:
    """A parse of a text, from its short form."""
    found: list[Word] = []
    at = 0
    for entry in parse.split():
        told, tag, dep, head = entry.rsplit("/", 3)
        start = text.index(told, at)
        at = start + len(told)
        found.append(Word(start, at, tag, dep, int(head)))
    return tuple(found)


def by_heart(texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
    """Parse what is known; of any other text say nothing."""
    for text in texts:
        yield words(text, PARSES[text]) if text in PARSES else ()
