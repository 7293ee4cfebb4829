"""quiz check: say what is wrong with packs, and where, as an editor would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.author.check import FLAGGED, check, codes
from quiz.cli.report import FORMATS, report
from quiz.cli.root import Root
from quiz.core.problem import Problem, problem
from quiz.core.text import clean
from quiz.errors import NotFound
from quiz.store.documents import find_documents
from quiz.store.packs import Reading, inspect, uncollected

if TYPE_CHECKING:
    from quiz.store.journal import Flag


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Prove every citation with the documents in this folder.",
)
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="full")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Warnings are errors.")
@click.option("--flags", is_flag=True, help="List what players flagged as well.")
@click.option("--rules", is_flag=True, help="List the codes of all rules.")
@click.pass_obj
def command(
    root: Root,
    paths: tuple[Path, ...],
    documents: Path | None,
    form: str,
    as_json: bool,
    strict: bool,
    flags: bool,
    rules: bool,
) -> int:
    """Say what is wrong with packs, and where, as an editor would.

    PATH is a pack or a folder of packs; without it all packs that the game finds are checked.
    Ends with 1 if there are errors, with 0 if there are only warnings.
    """
    if rules:
        _list_rules()
        return 0
    files = list(_files(paths)) if paths else [h.file for h in root.library.headers()]
    found = _check(files, documents, _flags(root) if flags else [])
    report(found, "json" if as_json else form, len(files))
    return int(any(told.severity == "error" or strict for told in found))


def _list_rules() -> None:
    """Print every code with what it means."""
    listed = list(codes())
    width = max(len(code) for code, _, _ in listed)
    for code, severity, about in listed:
        click.echo(f"{code:<{width}}  {severity:<7}  {about}")


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Find the packs that were named; a folder stands for the packs in it."""
    for path in paths:
        if path.is_dir():
            yield from sorted(f for f in path.glob("*.toml") if not f.name.startswith("."))
        elif path.exists():
            yield path
        else:
            raise NotFound(f"There is no {clean(str(path))}", hint="Name a pack file or a folder.")


def _check(files: list[Path], documents: Path | None, flags: list[Flag]) -> list[Problem]:
    """Check every file, and that no two packs share an id; add what players flagged."""
    found: list[Problem] = []
    ids: dict[str, Path] = {}
    for file in files:
        with uncollected():
            reading = inspect(file)
            found += sorted(
                [
                    *reading.problems,
                    *_content(reading, documents),
                    *_rivals(reading, ids),
                    *_flagged(reading, flags),
                ],
                key=lambda told: (told.line, told.column),
            )
    return found


def _content(reading: Reading, documents: Path | None) -> list[Problem]:
    """Check what could be read of a pack."""
    pack = reading.pack
    if pack is None:
        return []
    proofs = find_documents(documents, pack, _extracted) if documents else None
    return reading.placed(check(pack, reading.sound, proofs, whole=not reading.problems))


def _extracted(name: str, raw: bytes) -> tuple[str, ...]:
    """Take the paragraphs out of a web page, PDF or Word file as drawing does."""
    from quiz.draw.document import read

    return read(name, raw).paragraphs


def _rivals(reading: Reading, ids: dict[str, Path]) -> list[Problem]:
    """Object to a pack whose id another one has."""
    name = reading.data.get("id")
    if not isinstance(name, str) or ids.setdefault(name, reading.path) == reading.path:
        return []
    told = problem(
        "taken-id",
        f'the id "{name}" is taken by {ids[name]}',
        ("id",),
        "Give one of the two another id: progress and scores hang on it.",
    )
    return reading.placed([told])


def _flags(root: Root) -> list[Flag]:
    """Read what players flagged."""
    from quiz.store.journal import flagged

    return flagged(root.places.saves)


def _flagged(reading: Reading, flags: list[Flag]) -> list[Problem]:
    """Give what players said of the questions of a pack."""
    if reading.pack is None or not flags:
        return []
    places = {f"{reading.pack.id}/{q.id}": n for n, q in enumerate(reading.pack.questions)}
    known = [flag for flag in flags if flag.key in places]
    return reading.placed(
        problem(
            FLAGGED,
            _said(flag),
            ("question", places[flag.key]),
            "Look at it with a player's eyes; change the pack's version when you change it.",
            severity="warning",
        )
        for flag in known
    )


def _said(flag: Flag) -> str:
    """Word a flag."""
    told = f"{flag.player} flagged this question on {flag.at:%d %B %Y}"
    return f'{told}: "{flag.text}"' if flag.text else told
