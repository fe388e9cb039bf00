"""The word lists of this room (核稿词表)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from index.vocabulary import table as vocabulary

__all__ = ["acts_in", "listed", "rows", "stands_first"]

_FILE = Path(__file__).parent / "data" / "words.toml"
_KEEPS = 2


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of a list, the longest first."""
    return tuple(sorted(_table()[name].split(), key=len, reverse=True))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list of lists, as they stand."""
    return tuple(tuple(row) for row in _table()[name])


@cache
def _acts() -> tuple[tuple[str, str], ...]:
    """Every word for an act with the one that stands for its row, the longest first."""
    families = [row.split() for row in _table()["acts"]]
    spoken = vocabulary("synonyms")["means"]
    found = {word: family[0] for family in reversed(families) for word in family}
    for word, meanings in spoken.items():
        known = {found[meaning] for meaning in meanings if meaning in found}
        if word not in found and len(known) == 1 and len(meanings) <= _KEEPS:
            found[word] = known.pop()
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def acts_in(words: str) -> frozenset[str]:
    """The acts that words name, each by the word of its row; 办结率 names none."""
    acts = set()
    for word, act in _acts():
        at = words.find(word)
        while at >= 0:
            behind = words[at + len(word) : at + len(word) + 1]
            if behind not in {"率", "度", "员"}:
                acts.add(act)
            words = words[:at] + " " * len(word) + words[at + len(word) :]
            at = words.find(word)
    return frozenset(acts)


def stands_first(words: str, names: tuple[str, ...]) -> str:
    """The first of the names, in their order, that stands in the words; empty if none does."""
    return next((name for name in names if name in words), "")
