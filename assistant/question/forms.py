"""The forms of a question (句式): patterns of `question.toml` over its folded text."""

from __future__ import annotations

import re
from functools import cache

from assistant.question.lexicon import table
from corpus.fold import fold

__all__ = ["clean", "form", "forms_of"]

_FORMS = (
    "quantity", "quantity_nouns", "ordinal", "yesno", "list", "text", "passage", "sum",
    "difference",
    "share", "remainder", "average", "times", "before_and_now", "rank", "which_place",
    "versus", "growth", "moved", "trend", "coverage", "target_met", "last_year",
)  # fmt: skip


@cache
def form(name: str) -> re.Pattern[str]:
    """A question form of `question.toml`."""
    return re.compile(table("question")[name])


def clean(question: str) -> str:
    """Fold a question and take politeness and particles off."""
    text = fold(question).strip()
    while (shorter := form("politeness").sub("", text)) != text and shorter:
        text = shorter
    return form("particles").sub("", form("format").sub("", text)).strip()


def forms_of(text: str) -> frozenset[str]:
    """The names of the forms a question has."""
    return frozenset(name for name in _FORMS if form(name).search(text))
