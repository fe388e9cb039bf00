"""What a question is about (主题): the section tree, brought under the field's own heads.

A matter of the field's own in the question decides; else the nearest heading that a listed word
stands in, and then any listed word of the question.
"""

from __future__ import annotations

from functools import cache

from assistant.quiz.words import words_table
from corpus.fold import fold

__all__ = ["theme_of", "themes"]

_OTHER = "其他"
_BROAD = {"problems": "存在问题", "plans": "下步打算"}
"""These go by the top heading alone: a problem may be spoken of anywhere."""


def themes() -> tuple[str, ...]:
    """Every theme that is listed, in order."""
    return tuple(words_table("themes")["themes"])


def theme_of(section: tuple[str, ...], stem: str, *, broad: str | None = None) -> str:
    """The theme of a place in a report and of a question asked there.

    `broad` is what the question asks for where that is known: problems, plans or (empty) neither;
    otherwise the top heading says it.
    """
    asked = fold(stem).partition(",")[2]
    if broad is None and section:
        found = _listed(fold(section[0]), "themes")
        if found in _BROAD.values():
            return found
    elif broad:
        return _BROAD[broad]
    if found := _listed(asked, "asked"):
        return found
    for text in (*map(fold, reversed(section)), asked):
        if (found := _listed(text, "themes")) and found not in _BROAD.values():
            return found
    return _OTHER


@cache
def _listed(text: str, name: str) -> str:
    """The theme whose word stands first in a text, the longer word where two begin there."""
    best: tuple[int, int, str] | None = None
    for theme, words in words_table("themes")[name].items():
        for word in words:
            at = text.find(word)
            if at >= 0 and (best is None or (at, -len(word)) < best[:2]):
                best = (at, -len(word), theme)
    return best[2] if best else ""
