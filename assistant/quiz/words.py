"""Word lists of training (词表): data files of this room."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import rjieba

from index.vocabulary import cut, is_generic

__all__ = ["has_verb", "listed", "telling", "words_table"]

_FOLDER = Path(__file__).parent / "data"


@cache
def words_table(name: str) -> dict[str, Any]:
    """One TOML file of this room's word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def listed(name: str, key: str) -> tuple[str, ...]:
    """One list of a file."""
    return tuple(words_table(name)[key])


@cache
def telling(text: str) -> tuple[str, ...]:
    """The words of a folded text that say something, each once."""
    return tuple(dict.fromkeys(word for word in cut(text) if not is_generic(word)))


@cache
def has_verb(text: str) -> bool:
    """Whether some word of a folded text is a verb."""
    if any(word in text for key in ("acting", "change_ends") for word in listed("asking", key)):
        return True
    return any(tag.startswith("v") for _, tag in rjieba.tag(text))
