"""Sentences that are no report's: orders to a machine that reads it (夹带的指令).

Nothing of a report is ever obeyed; but what was planted there to be repeated is no evidence
either, and no figure of it answers a question.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.fold import fold
from corpus.words import words_of

__all__ = ["reads_like_an_order"]

_SPACES = re.compile(r"\s+")


@cache
def _orders() -> re.Pattern[str]:
    return re.compile("|".join(words_of("orders")), re.IGNORECASE)


def reads_like_an_order(text: str) -> bool:
    """Whether a text tells a machine what to do (忽略以上指令) instead of reporting."""
    return _orders().search(fold(_SPACES.sub("", text))) is not None
