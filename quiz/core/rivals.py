"""The other answers of a pack: what no slip of the fingers may be taken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache

from quiz.core.spelling import Spelled
from quiz.core.text import Clean


class Rivals:
    """Texts arranged for one question: which of them a guess is, or is nearer to."""

    def __init__(self, texts: Collection[str]) -> None:
        self._exact: dict[str, Spelled] = {}
        self._like: defaultdict[str, list[Spelled]] = defaultdict(list)
        self._by_length: defaultdict[int, list[Spelled]] = defaultdict(list)
        for text in sorted(texts):
            spelled = Spelled.of(text)
            if spelled.exact and spelled.exact not in self._exact:
                self._exact[spelled.exact] = spelled
                for key in {spelled.joined, spelled.bag}:
                    self._like[key].append(spelled)
                self._by_length[len(spelled.joined)].append(spelled)

    def nearer(self, told: Spelled, edits: int, own: Collection[str] = ()) -> Clean | None:
        """The text that `told` is, or is fewer than `edits` from; `own` are exact forms to skip."""
        equal = self._exact.get(told.exact)
        if equal and equal.exact not in own:
            return Clean(equal.text)
        if edits:
            for key in (told.joined, told.bag):
                for other in self._like.get(key, ()):
                    if other.exact not in own:
                        return Clean(other.text)
        return self._within(told, edits - 1, own) if edits > 1 else None

    def _within(self, told: Spelled, most: int, own: Collection[str]) -> Clean | None:
        from rapidfuzz.distance import DamerauLevenshtein
        from rapidfuzz.process import extract_iter

        length = len(told.joined)
        for size in range(length - most, length + most + 1):
            there = self._by_length.get(size, [])
            for _, _, place in extract_iter(
                told.joined,
                [other.joined for other in there],
                scorer=DamerauLevenshtein.distance,
                score_cutoff=most,
            ):
                if there[place].exact not in own:
                    return Clean(there[place].text)
        return None


@lru_cache(maxsize=32)
def rivals(texts: frozenset[str]) -> Rivals:
    """The table of these texts: built once for a pack."""
    return Rivals(texts)
