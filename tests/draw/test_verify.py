"""Citations: found again after what people do to documents, never taken for intact if altered."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.cited import digest
from quiz.core.question import Citation
from quiz.draw.document import Document, from_text
from quiz.draw.drawing import draw
from quiz.draw.verify import verify
from quiz.store.editing.publish import bare

OWN = Path(__file__).parents[1] / "documents"
FILES = ("skerrow-light.md", "tarn-and-loomis.txt", "marie-curie.md", "french-revolution-notes.txt")
MARKED = ("biology-cells.md", "chemistry-sheet.md", "harbour-prize.md")
"""Documents of terms, of questions with their answers, and of tables."""
INTACT = ("exact", "moved")


@cache
def text(name: str) -> str:
    return (OWN / name).read_text("utf-8")


@cache
def citations(name: str, *, published: bool = False) -> tuple[Citation, ...]:
    """Every citation of every draft of a document; published ones have a hash and terms only."""
    drawn = draw([from_text(name, text(name))])
    found = [Citation(**cite) for draft in drawn.drafts for cite in draft.question["cite"]]
    quoted = [cite for cite in found if cite.quote]
    if not published:
        return tuple(quoted)
    keep = ("document", "paragraph", "says", "sentence")
    return tuple(Citation(**{key: getattr(cite, key) for key in keep}) for cite in quoted)


def changed(name: str, new: str) -> Document:
    return from_text(name, new)


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_every_citation_is_exact_in_its_own_document(name: str, published: bool) -> None:
    document = changed(name, text(name))
    told = citations(name, published=published)
    assert len(told) > 5
    for cite in told:
        standing = verify(cite, document)
        assert (standing.status, standing.paragraph) == ("exact", cite.paragraph)
        assert standing.stands


@given(st.sampled_from(FILES), st.booleans(), st.integers(0, 40))
def test_all_are_found_after_a_paragraph_was_inserted(name: str, published: bool, at: int) -> None:
    lines = text(name).split("\n")
    lines[at % len(lines) : at % len(lines)] = ["", "A paragraph that nobody has seen before.", ""]
    document = changed(name, "\n".join(lines))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT


@given(st.sampled_from(FILES), st.booleans())
def test_all_are_found_after_quote_marks_and_dashes_changed(name: str, published: bool) -> None:
    signs = str.maketrans({'"': "“", "'": "’", "-": "‑"})
    document = changed(name, text(name).translate(signs).replace("‑ ", "- ").replace("‑‑", "--"))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT


@given(st.sampled_from(FILES), st.booleans(), st.integers(30, 100))
def test_all_are_found_after_lines_were_wrapped_anew(
    name: str, published: bool, width: int
) -> None:
    parts = (
        part
        if part.lstrip().startswith(("|", "#"))
        else textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        for part in text(name).split("\n")
    )
    document = changed(name, "\n\n".join(parts))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT, cite.quote


_STRUCTURE = re.compile(r"\s*(?:[|#>]|[-*•+] |\d{1,3}[.)] |!\[)")
"""Lines that stay as they are whatever is done to the paragraphs: tables, headings, items."""
WIDTHS = st.sampled_from([40, 60, 100]) | st.integers(34, 110)


def wrapped(told: str, width: int) -> str:
    """Break paragraphs into lines, with no empty line that was not there before."""
    lines = told.split("\n")
    keep = (not each.strip() or bool(_STRUCTURE.match(each)) for each in lines)
    filled = (
        each if kept else textwrap.fill(each, width) for each, kept in zip(lines, keep, strict=True)
    )
    return "\n".join(filled)


def unwrapped(told: str) -> str:
    """Make one line of each paragraph again."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", told):
        rows: list[str] = []
        for each in block.split("\n"):
            if rows and not _STRUCTURE.match(each) and not re.match(r"\s*[#|]", rows[-1]):
                rows[-1] += ("" if rows[-1].endswith("-") else " ") + each.strip()
            else:
                rows.append(each)
        found.append("\n".join(rows))
    return "\n\n".join(found)


@given(st.sampled_from(FILES), st.booleans(), WIDTHS)
def test_all_are_found_after_paragraphs_were_broken_into_lines(
    name: str, published: bool, width: int
) -> None:
    document = changed(name, wrapped(text(name), width))
    for cite in citations(name, published=published):
        standing = verify(cite, document)
        assert standing.status in INTACT, cite
        assert standing.stands, cite


@given(st.sampled_from(FILES), st.booleans(), WIDTHS, st.none() | WIDTHS)
def test_sentences_of_a_text_in_lines_are_found_in_one_with_others(
    name: str, published: bool, width: int, then: int | None
) -> None:
    """Also where each paragraph is one line again."""
    before = changed(name, wrapped(text(name), width))
    now = text(name) if then is None else wrapped(text(name), then)
    documents = [changed(name, now), changed(name, unwrapped(wrapped(text(name), width)))]
    for each in before.sentences:
        if not each.raw.rstrip('"”’)*_').endswith((".", "!", "?")) or each.raw[0].islower():
            continue  # it is cut off, or no sentence
        place: dict[str, Any] = {"document": name[:4], "paragraph": each.paragraph}
        start, end = each.start, each.end
        ahead, behind = before.around(each.paragraph, start, end)
        quoted = {"quote": each.raw, "start": start, "end": end, "before": ahead, "after": behind}
        told = {key: value for key, value in quoted.items() if value != ""}
        cite = Citation(**place, **({"sentence": digest(each.raw)} if published else told))
        for document in documents:
            assert verify(cite, document).status in INTACT, each.raw


TITLED = """The prize of the coast
It is given each spring to a book about the sea, and the jury of the town chooses it
from six. The Golden Gannet of the Year of the
Long Winter was won by Ada Lund. It is made of tin."""


@pytest.mark.parametrize("width", [24, 38, 60])
def test_a_term_and_a_sentence_are_found_across_the_ends_of_lines(width: int) -> None:
    says = ("Golden Gannet of the Year", "Ada Lund")
    whole = "The Golden Gannet of the Year of the Long Winter was won by Ada Lund."
    heading, _, body = TITLED.partition("\n")
    told = from_text("a.txt", f"{heading}\n{textwrap.fill(' '.join(body.split()), width)}")
    for cite in (
        Citation(document="a", paragraph=2, says=says),
        Citation(document="a", paragraph=2, says=says, sentence=digest(whole)),
        Citation(document="a", paragraph=2, sentence=digest(whole)[:16]),
    ):
        standing = verify(cite, told)
        assert standing.status in INTACT
        assert standing.stands
    other = Citation(document="a", paragraph=2, sentence=digest("Nothing of the kind."))
    assert verify(other, told).status == "changed"


@given(st.data(), st.sampled_from(FILES), st.booleans())
def test_none_is_intact_once_its_sentence_is_gone(
    data: st.DataObject, name: str, published: bool
) -> None:
    index = data.draw(st.integers(0, len(citations(name)) - 1))
    cite, quote = citations(name, published=published)[index], citations(name)[index].quote or ""
    document = changed(name, text(name).replace(quote, ""))
    assert verify(cite, document).status not in INTACT


AHEAD = ("Nobody believes that ", "Nobody believes that\n", "It is not so that ", "not ")
BEHIND = (", but never in Vienna", " or so they say", " and others", "; that is an old mistake")


@given(st.data(), st.sampled_from((*FILES, *MARKED)), st.booleans(), st.none() | WIDTHS)
def test_none_is_intact_once_its_sentence_is_altered(
    data: st.DataObject, name: str, published: bool, width: int | None
) -> None:
    index = data.draw(st.integers(0, len(citations(name)) - 1))
    cite, quote = citations(name, published=published)[index], citations(name)[index].quote or ""
    at = data.draw(st.integers(0, len(quote)))
    way = data.draw(st.sampled_from(["letter", "word", "cut", "digit", "before", "after", "tail"]))
    altered = {
        "letter": f"{quote[:at]}x{quote[at:]}",
        "word": f"{quote[:at]} never {quote[at:]}",
        "cut": quote[:at] + quote[at + 1 :],
        "digit": f"{quote[:at]}7{quote[at:]}",
        "before": f"{data.draw(st.sampled_from(AHEAD))}{quote}",
        "after": f"{quote.rstrip('.')} or so people say.",
        "tail": f"{quote}{data.draw(st.sampled_from(BEHIND))}",
    }[way]
    if digest(altered) == digest(quote) or (quote in altered and way in ("letter", "word")):
        return
    new = text(name).replace(quote, altered)
    document = changed(name, new if width is None else wrapped(new, width))
    assert verify(cite, document).status not in INTACT, (way, altered)


NOTES = """Baking

Streusel: a crumbly topping made of butter, flour and sugar
Roux: flour that was cooked in butter

Q: What makes bread rise?
A: the yeast

| Flour | Grain |
| --- | --- |
| Roggen | rye |
| Dinkel | spelt |
| Hafer | oats |
"""


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("tail", [*BEHIND, " (an old mistake)", "\n(an old mistake)", ": a lie"])
@pytest.mark.parametrize("line", NOTES.splitlines()[2:10])
def test_nothing_can_be_added_to_a_term_an_answer_or_a_row(
    line: str, tail: str, published: bool
) -> None:
    """The line itself is cited by its quote, or by its hash alone."""
    if not line or line.startswith(("Q:", "| F", "| -")):
        return
    number = [each for each in NOTES.splitlines() if each].index(line) + 1
    if published:
        cite = Citation(document="a", paragraph=number, sentence=digest(line))
    else:
        cite = Citation(document="a", paragraph=number, quote=line, start=0, end=len(line))
    assert verify(cite, from_text("a.md", NOTES)).status == "exact"
    changed = verify(cite, from_text("a.md", NOTES.replace(line, line + tail)))
    if not tail.startswith("\n"):
        assert changed.status == "changed"
        assert line in changed.now


def test_a_question_that_the_notes_ask_is_cited_as_a_whole() -> None:
    asked = "Q: Which gas do plants take from the air and turn into sugar with water and light?"
    told = from_text("a.md", f"# Plants\n\n{asked}\nA: carbon dioxide\n")
    (draft,) = draw([told]).drafts
    other = from_text(
        "a.md", f"# Plants\n\n{asked.replace('and light', 'at night')}\nA: carbon dioxide\n"
    )
    for cites in (draft.question["cite"], [bare(cite) for cite in draft.question["cite"]]):
        standing = [verify(Citation(**cite), told).status for cite in cites]
        assert standing == ["exact", "exact"]
        assert [verify(Citation(**cite), other).status for cite in cites] == ["exact", "changed"]


WHERE_WRAPPED = """# Sailing

**Port**: the left side of a boat when facing forward
**Starboard**: the right side of a boat when facing forward
**Important:** never let go of the sheet!

Guard cells: the pair of cells that open and close a stoma
Osmosis is not the same as diffusion.

- **Kogge** - a round-bellied merchant ship with one square sail
- Diet: an assembly of delegates of the towns

It was given again in May.
![The Long Cup (first called the Silver Cup; later the Golden Cup) is the highest prize of the coast
and was made in 1911 by Anna Roe.](https://example.org/cup(1).png)
"""


@pytest.mark.parametrize("width", [40, 60, 72, 90])
def test_lines_without_an_empty_one_between_are_found_in_any_width(width: int) -> None:
    told = from_text("a.md", WHERE_WRAPPED.replace("coast\n", "coast "))
    pieces = [block.raw for block in told.blocks if not block.raw.startswith("![")] + [
        each.raw for each in told.sentences
    ]
    rows = (
        textwrap.fill(row, width) for row in WHERE_WRAPPED.replace("coast\n", "coast ").split("\n")
    )
    now = from_text("a.md", "\n".join(rows))
    for piece in pieces:
        cite = Citation(document="a", paragraph=1, sentence=digest(piece))
        assert verify(cite, now).status in INTACT, piece


def test_a_changed_sentence_is_shown_as_it_stands_now() -> None:
    cite = Citation(
        document="a",
        paragraph=1,
        says=("1850",),
        quote="The old mill was built in 1850 by the miller Anna Roe.",
        start=0,
        end=54,
    )
    now = "The old mill was built in 1851 by the miller Anna Roe."
    standing = verify(cite, from_text("a.md", f"Something else stands here.\n\n{now}"))
    assert (standing.status, standing.paragraph, standing.now) == ("changed", 2, now)
    assert not standing.stands


def test_terms_alone_are_looked_up_in_the_paragraph_and_elsewhere() -> None:
    document = from_text("a.md", "Nothing here.\n\nThe mill of Anna Roe is from 1850.")
    told = {
        paragraph: verify(Citation(document="a", paragraph=paragraph, says=says), document).status
        for paragraph, says in ((2, ("Anna Roe", "1850")), (1, ("Anna Roe",)))
    }
    assert told == {2: "exact", 1: "moved"}
    half = Citation(document="a", paragraph=2, says=("Anna Roe", "1851"))
    assert verify(half, document).status == "changed"
    none = Citation(document="a", paragraph=2, says=("Bo Lind",))
    assert verify(none, document).status == "gone"


SPOKEN = """Ames: Who built it?

Baker: The old mill at Tarn was built in 1850 by the miller Anna Roe. I love “The Mill.” It is old.
"""
WRAPPED = """The valley is known for its mills, which the river drives. The old mill
at Tarn was built in 1850 by the miller Anna Roe, who had come from
the coast with nothing. She sold it in 1871 to the baker Joseph Lind, and
then went home. The house beside it was built in 1902.

- The dam was built
  in 1820 by monks. It broke
  in 1893.
- The bridge is from 1911.
"""


@pytest.mark.parametrize("told", [SPOKEN, WRAPPED])
def test_each_sentence_as_it_was_read_is_exact_by_its_hash_and_by_its_quote(told: str) -> None:
    document = from_text("a.txt", told)
    assert len(document.sentences) > 3
    for each in document.sentences:
        place = {"document": "a", "paragraph": each.paragraph}
        hashed = Citation(**place, sentence=digest(each.raw))
        quoted = Citation(**place, quote=each.raw, start=each.start, end=each.end)
        for cite in (hashed, quoted):
            standing = verify(cite, document)
            assert (standing.status, standing.paragraph) == ("exact", each.paragraph), each.raw


def test_the_first_words_of_a_speaker_are_found_again_when_lines_are_joined() -> None:
    cite = Citation(
        document="a",
        paragraph=2,
        sentence=digest("The old mill at Tarn was built in 1850 by the miller Anna Roe."),
    )
    wrapped = "\n".join(textwrap.fill(part, 40) for part in SPOKEN.split("\n"))
    assert verify(cite, from_text("a.txt", wrapped)).status in INTACT
    altered = SPOKEN.replace("The old mill", "Nobody believes that the old mill")
    assert verify(cite, from_text("a.txt", altered)).status not in INTACT
