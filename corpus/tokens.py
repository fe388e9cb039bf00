"""Where words begin and end (词界), for rules that must not cut a word in two."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus.words import words_of

if TYPE_CHECKING:
    import rjieba

__all__ = ["edges_of"]


def edges_of(words: str) -> frozenset[int]:
    """Give every offset at which a word begins or ends, 0 and the length included."""
    position, edges = 0, {0}
    for token in _cutter().cut(words, hmm=False):
        position += len(token)
        edges.add(position)
    return frozenset(edges)


@cache
def _cutter() -> rjieba.Jieba:
    import rjieba

    # Our own instance: the module's shared one belongs to whoever else uses it.
    cutter = rjieba.Jieba()
    for word in words_of("whole_words"):
        cutter.add_word(word, None, None)
    return cutter
