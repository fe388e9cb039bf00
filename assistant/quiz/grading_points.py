"""Short answers in words (要点判分): which points of the report an answer names.

A point is named when the answer holds enough of its words, or others that mean the same, and its
numbers; 没有 and 不 before a word deny it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.question.lexicon import stands_in
from assistant.quiz.words import telling
from corpus.fold import fold
from corpus.quantities import find_quantities
from index.vocabulary import plain, variants_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["missing_points"]

_ENOUGH = 0.5
_LONG = 3
"""Words of so many pairs may be said in parts (力量比较薄弱)."""


def missing_points(points: Sequence[str], text: str) -> tuple[str, ...]:
    """The points that an answer does not name, in their order."""
    said = fold(text)
    return tuple(point for point in points if not _named(fold(point), said))


def _named(point: str, said: str) -> bool:
    zone = plain(said)
    if plain(point) in zone:
        return True
    numbers = {(one.value, one.unit) for one in find_quantities(point)}
    if not numbers <= {(one.value, one.unit) for one in find_quantities(said)}:
        return False
    words = telling(point)
    held = sum(len(word) * _share(word, zone) for word in words)
    return bool(words) and held >= _ENOUGH * sum(map(len, words))


def _share(word: str, zone: str) -> float:
    """How much of a word an answer holds: all of it, or of its pairs of letters."""
    if any(stands_in(variant, zone) for variant in variants_of(word)):
        return 1.0
    pairs = ["".join(pair) for pair in pairwise(word)]
    if len(pairs) < _LONG:
        return 0.0
    return sum(stands_in(pair, zone) for pair in pairs) / len(pairs)
