"""The word lists of this room (核稿词表)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from index.vocabulary import table as vocabulary

__all__ = ["act_words_in", "acts_in", "as_reported", "is_act_word", "listed", "patterns", "rows"]

_FILE = Path(__file__).parent / "data" / "words.toml"
_NOT_LOST = "(?<![运传灌]输)(?!(?<=输)[送出入电油气水变配血液])"
"""输 is to lose (败诉), but not in 运输, 输送."""
_KEEPS = 2
"""Meanings of an everyday word up to which it may say an act."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of a list, the longest first."""
    return tuple(sorted(_table()[name].split(), key=len, reverse=True))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list of rows, each in its own order."""
    return tuple(tuple(row.split()) for row in _table()[name])


@cache
def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """A list of patterns."""
    return tuple(re.compile(pattern) for pattern in _table()[name])


def as_reported(words: str) -> str:
    """Spoken words as reports write them (写进 is 纳入)."""
    for said, written in rows("spoken"):
        words = words.replace(said, written)
    return words


@cache
def _acts() -> dict[str, str]:
    """Every word for an act with the one that stands for its row."""
    families = rows("acts")
    found = {word: family[0] for family in reversed(families) for word in family}
    for word, meanings in vocabulary("synonyms")["means"].items():
        known = {found[meaning] for meaning in meanings if meaning in found}
        if word not in found and len(known) == 1 and len(meanings) <= _KEEPS:
            found[word] = known.pop()
    return found


@cache
def _any_act() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_acts(), key=len, reverse=True))
    return re.compile(f"(?:{words}){_NOT_LOST}(?![率度员])")


@lru_cache(maxsize=1 << 14)
def acts_in(words: str) -> frozenset[str]:
    """The acts that words name, each by the word of its row; 办结率 names none."""
    return frozenset(_acts()[found[0]] for found in _any_act().finditer(words))


@lru_cache(maxsize=1 << 14)
def act_words_in(words: str) -> frozenset[str]:
    """The words for acts as they are written."""
    return frozenset(found[0] for found in _any_act().finditer(words))


def is_act_word(word: str) -> bool:
    """Whether a word, whole, says an act."""
    return word in _acts()
