"""Signatures that differ in one ordinary word (近似签名), judged by meaning.

Measured on labelled pairs (tests/index/indicator_pairs.toml): cosines alone do not tell 按期 and
按时 from 来信 and 来访 or 县长 and 县委书记, which reach 0.99 as well. So two words must be likely
to stand for each other before vectors have a say: listed as near in meaning, or of one length
with a character in common.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from index.groups import Signature, kind_of
from index.vocabulary import is_place, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Swap", "close_enough", "join", "swappable", "swaps_among"]

_LISTED = 0.965
"""Cosine of two names from which on they are one, where the words are listed as near."""
_ALIKE, _ALIKE_WORDS = 0.988, 0.96
"""The same where they are only alike, and what the two words must reach by themselves."""

Swap = tuple[Signature, Signature, str, str]
"""Two signatures, and the word of each that the other has not."""


def swappable(word: str) -> bool:
    """Whether a word may stand for another: no matter, act, number, place or level."""
    return (
        kind_of(word) == "content"
        and not word.startswith(("<", "≠"))
        and not is_place(word)
        and word not in table("indicator_words")["distinct"].split()
        and not _levels().intersection(word)
        and not any(letter.isascii() for letter in word)
    )


def swaps_among(alike: Iterable[tuple[str, Signature]]) -> Iterator[Swap]:
    """The pairs worth comparing among signatures that differ in the given words alone."""
    for (word, one), (other_word, other) in combinations(sorted(alike, key=lambda a: a[0]), 2):
        if word != other_word and (_near(word, other_word) or _looks_like(word, other_word)):
            yield one, other, word, other_word


def close_enough(swap: Swap, vectors: Mapping[str, NDArray[np.float32]]) -> float | None:
    """How near two signatures are, if they mean one thing; None without vectors."""
    one, other, word, other_word = swap
    texts = (" ".join(one.words), " ".join(other.words), word, other_word)
    if any(text not in vectors for text in texts):
        return None
    whole, words = (round(float(vectors[a] @ vectors[b]), 3) for a, b in (texts[:2], texts[2:]))
    if _near(word, other_word):
        return whole if whole >= _LISTED else None
    return whole if whole >= _ALIKE and words >= _ALIKE_WORDS else None


def join(pairs: Iterable[tuple[float, int, int]]) -> list[set[int]]:
    """Sets of which each two members are a pair: no chain leads from one meaning to another."""
    ordered = sorted(pairs, key=lambda pair: (-pair[0], *sorted(pair[1:])))
    allowed = {frozenset(ends) for _, *ends in ordered}
    sets: dict[int, set[int]] = {}
    for _, one, other in ordered:
        left, right = sets.setdefault(one, {one}), sets.setdefault(other, {other})
        if left is right or any(frozenset((a, b)) not in allowed for a in left for b in right):
            continue
        left |= right
        sets.update(dict.fromkeys(right, left))
    return list({id(members): members for members in sets.values()}.values())


def _looks_like(word: str, other: str) -> bool:
    return len(word) == len(other) > 1 and not set(word).isdisjoint(other)


def _near(word: str, other: str) -> bool:
    return not _rows().get(word, frozenset()).isdisjoint(_rows().get(other, frozenset()))


@cache
def _rows() -> dict[str, frozenset[int]]:
    """The rows of near synonyms in which a word stands."""
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(table("synonyms")["same"]):
        for word in row:
            rows.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in rows.items()}


@cache
def _levels() -> frozenset[str]:
    return frozenset(table("indicator_words")["levels"])
