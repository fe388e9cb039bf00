"""The word lists of the check (词表), from `data/words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Rate", "rates", "schemes", "words"]

_FILE = Path(__file__).parent / "data" / "words.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate with the words for what is counted and of how many (率与其分子分母)."""

    ends: tuple[str, ...]
    part: tuple[str, ...]
    whole: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words, longest first."""
    return tuple(sorted(_table()[name], key=lambda word: (-len(word), word)))


@cache
def schemes() -> tuple[frozenset[str], ...]:
    """Words that divide a whole into parts of which no two overlap."""
    return tuple(frozenset(row) for row in _table()["schemes"])


@cache
def rates() -> tuple[Rate, ...]:
    """Every rate that can be recomputed."""
    return tuple(
        Rate(ends=tuple(row["ends"]), part=tuple(row["part"]), whole=tuple(row["whole"]))
        for row in _table()["rate"]
    )
