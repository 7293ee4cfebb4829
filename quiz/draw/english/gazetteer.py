"""The small gazetteer: word lists and groups of names of one kind, read once from its data file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _gazetteer() -> Mapping[str, Mapping[str, object]]:
    import tomli

    read: Mapping[str, Mapping[str, object]] = tomli.loads(
        files("quiz.draw.english").joinpath("gazetteer.toml").read_text("utf-8")
    )
    return read


@cache
def words(name: str) -> frozenset[str]:
    """A word list by its name: institution, role, kin, title, work, given."""
    return frozenset(str(_gazetteer()["words"][name]).split())


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Names of one kind, such as capitals, each group by what it is."""
    return {
        name: tuple(map(str, members))  # type: ignore[call-overload]
        for name, members in _gazetteer()["groups"].items()
    }


@cache
def near(name: str) -> frozenset[str]:
    """The names of a group that one would take for each other: for a Dane a Swede, no Greek."""
    regions = [str(told).split() for told in _gazetteer()["near"].values()]
    return frozenset(other for told in regions if name in told for other in told) - {name}


@cache
def trades() -> Mapping[str, frozenset[str]]:
    """What a person of each role does: a novelist wrote, a filmmaker directed."""
    return {
        role: frozenset(
            deed for deed, who in _gazetteer()["trades"].items() if role in str(who).split()
        )
        for told in _gazetteer()["trades"].values()
        for role in str(told).split()
    }


@cache
def kinds_of_thing() -> Mapping[str, str]:
    """The kind of thing that a noun names: "process" for change, "substance" for protein."""
    return {
        noun: kind for kind, told in _gazetteer()["kinds"].items() for noun in str(told).split()
    }


@cache
def irregular() -> tuple[str, ...]:
    """Irregular verbs, each as "plain past participle"."""
    listed = str(_gazetteer()["verbs"]["irregular"]).replace("\n", ",")
    return tuple(entry.strip() for entry in listed.split(",") if entry.strip())


def alternation(*names: str) -> str:
    """Word lists as a regular expression, longest words first."""
    return "|".join(sorted((w for name in names for w in words(name)), key=len, reverse=True))
