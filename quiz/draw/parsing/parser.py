"""The language parser that may be there: spaCy with one small model, guarded before it is loaded.

Nothing here is needed to draw. The model is a re-upload, so it is never taken at its name: the
version must be the pinned one, and every file that would be read must have the pinned digest.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from quiz.errors import NotFound, Unreadable

if TYPE_CHECKING:
    from spacy.language import Language

TOOL = "spaCy"
"""What drafts name that rest on the parser."""
_SPACY = "3.8."
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
_BATCH = 64
_ADD = "Add it with: pip install 'palmares-quiz[nlp]' (in a checkout: make nlp)."


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parsed text: where it stands, its tag, and what it hangs on and how."""

    start: int
    end: int
    tag: str
    """The tag of the Penn Treebank."""
    dep: str
    """How it hangs on its head, in ClearNLP's terms."""
    head: int
    """The number of the word that it hangs on; its own for a root."""


class Parser(Protocol):
    """What reads sentences: one tuple of words for each text, in order, while it goes along."""

    def __call__(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """Parse texts."""
        ...


@dataclass(frozen=True, slots=True)
class Pinned:
    """The one model that is trusted as far as any: its package, version and files."""

    package: str
    version: str
    files: dict[str, str]
    """The sha256 of every file that loading reads, by its place in the model's folder."""


@cache
def pinned() -> Pinned:
    """Read what is pinned."""
    import tomli

    file = resources.files("quiz.draw.parsing").joinpath("model.toml")
    table = tomli.loads(file.read_text("utf-8"))
    return Pinned(str(table["package"]), str(table["version"]), dict(table["files"]))


@dataclass(frozen=True, slots=True)
class Found:
    """The parser if it can be used, else what is to be said; rules alone go on then."""

    parser: Parser | None
    said: str = ""
    once: bool = False
    """Whether saying it one time is enough: it was never installed, and nothing is wrong."""


def found() -> Found:
    """Look for the parser, and load it; the first time takes half a second."""
    try:
        return Found(loaded())
    except NotFound as missing:
        return Found(None, f"{missing.title}: {missing.message}. {missing.hint}", once=True)
    except Unreadable as wrong:
        return Found(None, f"{wrong.title}: {wrong.message}. {wrong.hint}")


@cache
def loaded() -> Parser:
    """Load the parser, once; it takes half a second.

    Raises NotFound where it is not installed, Unreadable where it is not the pinned one.
    """
    folder = model()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what libraries say to those who write them
        try:
            import spacy

            language = spacy.load(folder, exclude=_UNUSED)
        except Exception as wrong:  # a broken installation breaks in its own ways
            raise Unreadable(
                "Drawing goes on by rules alone",
                f"the language parser does not start ({type(wrong).__name__})",
                "Install it again.",
            ) from wrong
    return _Spacy(language)


def model() -> Path:
    """The folder of the installed model, each of its files being what is pinned.

    No code of the model or of spaCy is run. Raises NotFound or Unreadable.
    """
    pins = pinned()
    place = find_spec(pins.package)
    try:
        spacy, version = metadata.version("spacy"), metadata.version(pins.package)
    except metadata.PackageNotFoundError:
        place = None
    if place is None or place.origin is None:
        raise NotFound(
            "Drawing by rules alone", "the language parser, which finds more, is not there", _ADD
        )
    if not spacy.startswith(_SPACY) or version != pins.version:
        raise Unreadable(
            "Drawing goes on by rules alone",
            f"spaCy {spacy} with {pins.package} {version} is not what was tested",
            _ADD,
        )
    folder = Path(place.origin).parent / f"{pins.package}-{pins.version}"
    if strange := next(_strange(folder, pins), None):
        raise Unreadable(
            "Drawing goes on by rules alone",
            f"the language parser's model is not the pinned one ({strange} differs)",
            _ADD,
        )
    return folder


def _strange(folder: Path, pins: Pinned) -> Iterator[str]:
    """The files that are missing, that differ, or that nobody has pinned."""
    for name, digest in pins.files.items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield name
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        read = name.partition("/")[0] not in _UNUSED and "/" in name
        if read and file.is_file() and name not in pins.files:
            yield name


@dataclass(frozen=True, slots=True)
class _Spacy:
    """spaCy as a parser of ours."""

    language: Language

    def __call__(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """Parse texts, some at a time."""
        for told in self.language.pipe(texts, batch_size=_BATCH):
            yield tuple(
                Word(word.idx, word.idx + len(word.text), word.tag_, word.dep_, word.head.i)
                for word in told
            )
