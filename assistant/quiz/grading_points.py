"""Short answers in words (要点判分): which points of the report an answer names.

A point is named by a clause that holds more than half of its words, or of others that mean the
same, and turns them the same way (`assistant.quiz.turns`): 力量充足 does not name 力量薄弱, and
没有针对性 names 针对性不强. Its numbers must be named, too.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import rjieba

from assistant.quiz.turns import Turn, are_opposed, bare_matter, each_turned, turn_of
from assistant.quiz.words import telling
from corpus.fold import fold
from corpus.quantities import find_quantities
from index.vocabulary import cut, is_generic, plain, variants_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["missing_points"]

_ENOUGH = 0.5
_IN_WORDS = 0.99
"""What all of its words come to; the point itself, as it is written, comes to 1."""
_LONG = 3
"""Words of so many pairs may be said in parts (行政执法力量 as 乡镇执法的力量)."""
_LEAST = 4
"""Letters of a matter that is told from others."""
_QUALITIES = "度性"
"""不够精准 speaks of 精准度."""
_PARTS = re.compile(r"[,;。:!?\n]")
_CLAUSES = re.compile(r"[,;。:!?\s]")
_PREDICATES = ("a", "v", "i", "l", "z")


def missing_points(points: Sequence[str], text: str) -> tuple[str, ...]:
    """The points that an answer does not name, in their order."""
    said = fold(text)
    rows = (row for row in _CLAUSES.split(said) if plain(row))
    clauses = tuple(clause for row in rows for clause in each_turned(row))
    return tuple(point for point in points if not _named(fold(point), clauses, said))


def _named(point: str, clauses: Sequence[str], said: str) -> bool:
    """Whether half of a point, or its one part, is named and no part of it is turned round."""
    numbers = {(one.value, one.unit) for one in find_quantities(point)}
    if not numbers <= {(one.value, one.unit) for one in find_quantities(said)}:
        return False
    parts = [part for part in _PARTS.split(point) if plain(part)]
    if any(_turned_round(part, clauses) for part in parts):
        return False
    held = sum(len(plain(part)) for part in parts if _part_named(part, clauses))
    return held > 0 and held >= _ENOUGH * sum(len(plain(part)) for part in parts)


def _naming(part: str, clauses: Sequence[str]) -> list[str]:
    """The clauses that hold most of a part, and more than half of it."""
    shares = [(_held(part, clause), clause) for clause in clauses]
    best = max((share for share, _ in shares), default=0.0)
    return [clause for share, clause in shares if share == best > _ENOUGH]


def _turned_round(part: str, clauses: Sequence[str]) -> bool:
    return any(turn_of(clause) not in (Turn.OPEN, _turn(part)) for clause in _naming(part, clauses))


def _part_named(part: str, clauses: Sequence[str]) -> bool:
    touched = [clause for clause in clauses if _held(part, clause)]
    alike = all(turn_of(clause) in (Turn.OPEN, _turn(part)) for clause in touched)
    if naming := _naming(part, clauses):
        told = any(_says(part, clause) or turn_of(clause) is not Turn.OPEN for clause in naming)
        return (told or alike) and all(_agrees(part, clause) for clause in naming)
    # Said in parts: 执法监督,机制不够健全.
    whole = len(touched) > 1 and _held(part, "".join(touched)) > _ENOUGH
    return whole and alike and any(_agrees(part, clause) for clause in touched)


def _agrees(part: str, clause: str) -> bool:
    """Whether a clause turns a point as the report does.

    What only names the matter of a shortcoming names it, unless it says something else of it.
    """
    if are_opposed(part, clause):
        return False
    said, wanted = turn_of(clause), _turn(part)
    if said is not Turn.OPEN:
        return said is wanted
    return wanted is Turn.FOR or _says(part, clause) or not _says_more(part, clause)


def _says(part: str, clause: str) -> bool:
    """Whether a clause says a part word for word."""
    return plain(part) in plain(clause)


@cache
def _turn(part: str) -> Turn:
    """The turn of a point: that of its first stretch which has one; without any it is for it."""
    turns = (turn_of(stretch) for stretch in part.split("、"))
    return next((turn for turn in turns if turn is not Turn.OPEN), Turn.FOR)


def _says_more(part: str, clause: str) -> bool:
    """Whether a clause goes on with a predicate behind the words that it shares with a point."""
    ends = [clause.rfind(word) + len(word) for word in _words(part) if word in clause]
    rest = clause[max(ends, default=0) :]
    return any(
        tag.startswith(_PREDICATES) and not is_generic(word) for word, tag in rjieba.tag(rest)
    )


@cache
def _words(part: str) -> tuple[str, ...]:
    """The words of a point's matter; where that is too little, whatever it is about (工作推进)."""
    matter = tuple(word for stretch in bare_matter(part).split() for word in telling(stretch))
    if sum(map(len, matter)) >= _LEAST:
        return matter
    return tuple(cut(bare_matter(part, acts=True))) or telling(part)


def _held(part: str, clause: str) -> float:
    """How much of a point a clause holds, from 0 to 1."""
    zone, words = plain(clause), _words(part)
    if _says(part, clause):
        return 1.0
    whole = sum(map(len, words))
    held = sum(len(word) * _share(word, zone) for word in words)
    return _IN_WORDS * held / whole if whole else 0.0


def _share(word: str, zone: str) -> float:
    """How much of a word an answer holds: all of it, or of its pairs of letters."""
    root = word[:-1] if len(word) > len("精准") and word[-1] in _QUALITIES else word
    if root in zone or any(variant in zone for variant in variants_of(word)):
        return 1.0
    pairs = ["".join(pair) for pair in pairwise(word)]
    if len(pairs) < _LONG:
        return 0.0
    return sum(pair in zone for pair in pairs) / len(pairs)
