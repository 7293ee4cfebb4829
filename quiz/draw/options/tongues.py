"""Tongues: whether a name among others is told apart by the language that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz.draw.fact import Fact


class Tongues:
    """What letters and documents tell of the languages of names."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._nation = {fact.subject: fact.value for fact in facts if fact.rule == "nationality"}

    def alone(self, answer: str, others: Sequence[str]) -> bool:
        """Whether the answer alone has foreign letters, or none, or alone is of its nation."""
        nation = self._nation.get(answer)
        if nation and all(self._nation.get(other) != nation for other in others):
            return True
        marked = [_marked(other) for other in others]
        return not any(marked) if _marked(answer) else all(marked)


def _marked(name: str) -> bool:
    """Whether a name has a letter beyond English, or a double given name as the French have."""
    head = name.split(" ", 1)[0]
    double = "-" in head and all(part[:1].isupper() for part in head.split("-"))
    return double or any(letter.isalpha() and not letter.isascii() for letter in name)
