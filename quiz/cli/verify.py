"""quiz verify: say which citations of a pack still stand in its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli import report
from quiz.cli.root import Root
from quiz.core.text import Clean, clean, line
from quiz.errors import NotFound

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Question
    from quiz.draw.answered import Answered
    from quiz.tui.cited import Cited, Papers

_SIGNS = {"exact": "✓", "moved": "→", "changed": "≠", "gone": "✗", "unread": "?"}
_UNREAD = "unread"
"""What is said of a citation whose document could not be read."""
_LONGEST = 300
_WHERE = {"elsewhere": "but elsewhere in the document", "nowhere": "and nowhere in the document"}


@click.command()
@click.argument("file", metavar="PACK", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the documents are; without it they are looked for beside the pack.",
)
@click.option("--all", "whole", is_flag=True, help="List the citations that are exact as well.")
@click.option("--json", "as_json", is_flag=True, help="Write a list of all to standard output.")
@click.pass_obj
def command(root: Root, file: Path, documents: Path | None, whole: bool, as_json: bool) -> int:
    """Say which citations of a pack still stand in its documents.

    Each is exact, moved, changed or gone. Ends with 1 if somebody has to look at a question: a
    citation is changed or gone, its terms no longer stand in it, or its document cannot be read.

    It is said as well, with a ?, where the answer does not stand in the words of its passages: it
    may be told there in other words, so a question that you wrote or accepted does not fail by
    that. A proposed one does if its answer is nowhere in the document, for it was drawn from there.
    """
    from quiz.store.packs import load
    from quiz.store.whereabouts import remember

    if not file.exists():
        raise NotFound(f"There is no {clean(str(file))}", hint="Name a pack file.")
    pack = load(file)
    papers = _papers(root, pack, file, documents)
    if documents:
        remember(root.places, [documents])
    told = list(papers.cited(pack.questions))
    answers = {question.id: papers.answered(question) for question in pack.questions}
    if as_json:
        click.echo(report.as_json([_row(each, answers[each.question.id]) for each in told]))
    else:
        for each in sorted(told, key=lambda each: (not each.lost, each.standing is not None)):
            if whole or _status(each) != "exact" or each.lost:
                click.echo("\n".join(_lines(each)))
        for id, found in answers.items():
            if found and found.absent:
                click.echo(_answer_line(id, found))
    for said in _remarks(pack, papers):
        click.echo(said, err=True)
    odd = [q for q in pack.questions if (found := answers[q.id]) and _is_altered(q, found)]
    click.echo(_summary(told, len(odd), answers.values()), err=True)
    return int(bool(odd) or any(each.lost or each.standing is None for each in told))


def _is_altered(question: Question, found: Answered) -> bool:
    """Whether a proposal has another answer than the one that was drawn."""
    return question.status == "proposed" and found.where == "nowhere"


def _answer_line(id: str, found: Answered) -> str:
    """Say which answer was not found, and where it is."""
    parts = ", ".join(f'"{line(text)}"' for text in found.absent)
    are = "is" if len(found.absent) == 1 else "are"
    return f"? answer  {id}: {parts} {are} not in the passage, {_WHERE[found.where]}."


def _papers(root: Root, pack: Pack, file: Path, folder: Path | None) -> Papers:
    """Read the documents in the folder that was named, or where they are likely to be."""
    from quiz.tui.cited import nearby, papers

    found = papers(pack, folder) if folder else nearby(pack, file, root.places)
    if found.documents or not any(question.cite for question in pack.questions):
        return found
    if folder is None:
        raise NotFound(
            f"The documents of {clean(file.name)} are not beside it",
            hint="Name the folder that it was drawn from with --documents.",
        )
    raise NotFound(
        f"None of the pack's documents can be read in {clean(str(folder))}",
        ". ".join(dict.fromkeys(found.unread.values())),
        "Name the folder that the pack was drawn from.",
    )


def _status(cited: Cited) -> str:
    return cited.standing.status if cited.standing else _UNREAD


def _lines(cited: Cited) -> Iterator[str]:
    """A citation: the question, where it is cited, and what has changed there."""
    cite, told, status = cited.citation, cited.standing, _status(cited)
    where = f"{cite.document}, paragraph {cite.paragraph}"
    if status == "moved" and told:
        same = told.paragraph == cite.paragraph
        where += " (elsewhere in it)" if same else f" → {told.paragraph}"
    yield f"{_SIGNS[status]} {status:<7} {cited.question.id}: {where}"
    if not cited.lost or told is None:
        return
    if cite.quote or cite.says:
        terms = ", ".join(f'"{term}"' for term in cite.says)
        yield f"    cited: {_shown(cite.quote) if cite.quote else terms}"
    if told.now:
        moved = "" if told.paragraph in (0, cite.paragraph) else f" (paragraph {told.paragraph})"
        yield f"    now:   {_shown(told.now)}{moved}"
    if told.missing:
        terms = ", ".join(f'"{term}"' for term in told.missing)
        yield f"    {terms} {'is' if len(told.missing) == 1 else 'are'} not in it any more."


def _shown(text: str) -> str:
    told = line(text)
    return f'"{told if len(told) <= _LONGEST else f"{told[:_LONGEST].rstrip()}…"}"'


def _row(cited: Cited, found: Answered | None) -> dict[str, object]:
    """A citation for other programs; `now` and what follows is null where nothing was read.

    `answer` says of the question where its answer stands, and `absent` what of it is not in any
    of its passages; both are null where that cannot be told.
    """
    told = cited.standing
    return {
        "question": cited.question.id,
        "document": cited.citation.document,
        "paragraph": cited.citation.paragraph,
        "status": _status(cited),
        "now": told.paragraph if told else None,
        "text": told.now if told else None,
        "stands": told.stands if told else None,
        "missing": list(told.missing) if told else None,
        "answer": found.where if found else None,
        "absent": list(found.absent) if found else None,
    }


def _remarks(pack: Pack, papers: Papers) -> Iterator[Clean]:
    """What is to be said of the documents."""
    cited = {cite.document for question in pack.questions for cite in question.cite}
    for id, why in papers.unread.items():
        if id in cited:
            yield why
    for entry in pack.documents:
        if entry.id in papers.editions:
            name = entry.file or entry.id
            yield Clean(f"{name} is not the edition that the pack was made from.")


def _summary(told: Sequence[Cited], altered: int, answers: Iterable[Answered | None]) -> str:
    """How many there are of each."""
    if not told:
        return "The pack cites no documents."
    counts = Counter(map(_status, told))
    said = [", ".join(f"{counts[status]} {status}" for status in _SIGNS if counts[status])]
    stale = len({each.question.id for each in told if each.lost})
    if stale:
        said.append(f"{stale} {'question is' if stale == 1 else 'questions are'} stale")
    if absent := sum(bool(found and found.absent) for found in answers):
        said.append(f"{absent} {'answer' if absent == 1 else 'answers'} not in the passage")
    if altered:
        which = "proposal has" if altered == 1 else "proposals have"
        said.append(f"{altered} {which} another answer than the one drawn")
    return f"{'. '.join(said)}."
