"""The words of a name, without its numbers (名称用词)."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.lexicon import Term, terms_of

__all__ = ["words_of_name"]

_HELD = 1 << 14


@lru_cache(maxsize=_HELD)
def words_of_name(text: str) -> tuple[Term, ...]:
    """The words that say something, each with its weight."""
    return tuple(term for term in terms_of(text) if not re.fullmatch(r"[\d.%]+", term.text))
