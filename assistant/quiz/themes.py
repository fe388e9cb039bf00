"""What a question is about (主题): the section tree, brought under the field's own heads.

Headings of different reports are worded differently; the nearest one that a listed word stands in
decides, then the question, and what fits nowhere goes by its top heading.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.quiz.words import words_table
from assistant.wording.statements import without_numeral
from corpus.fold import fold

__all__ = ["theme_of", "themes"]

_OTHER = "其他"
_LONGEST = 14
_BROAD = ("存在问题", "下步打算")
"""These go by the top heading alone: a problem may be spoken of anywhere."""


def themes() -> tuple[str, ...]:
    """Every theme that is listed, in order."""
    return tuple(words_table("themes")["themes"])


def theme_of(section: tuple[str, ...], stem: str) -> str:
    """The theme of a place in a report and of a question asked there."""
    if section and (found := _listed(fold(section[0]))) in _BROAD:
        return found
    for text in (*map(fold, reversed(section)), fold(stem).partition(",")[2]):
        if (found := _listed(text)) and found not in _BROAD:
            return found
    if not section:
        return _OTHER
    return re.split(r"[,、。:;]", fold(without_numeral(section[0])))[0][:_LONGEST]


@cache
def _listed(text: str) -> str:
    """The theme whose word stands first in a text, the longer word where two begin there."""
    best: tuple[int, int, str] | None = None
    for theme, words in words_table("themes")["themes"].items():
        for word in words:
            at = text.find(word)
            if at >= 0 and (best is None or (at, -len(word)) < best[:2]):
                best = (at, -len(word), theme)
    return best[2] if best else ""
