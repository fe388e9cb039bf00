"""The word of an earlier question that a new one takes the place of (同类替换): 兽药 for 农药."""

from __future__ import annotations

from assistant.question.lexicon import cut, is_act, is_generic, is_verb
from assistant.question.units import unit_class

__all__ = ["parallel_to", "twin_of"]

_SHORT_TOPIC = 3
_KINDS = "级类事审期方"
"""Ends of words that tell kinds of one thing apart."""


def twin_of(topic: str, before: str) -> str:
    """The word that a short topic takes the place of: 市级 of 国家级, 兽药 of 农药."""
    if not 1 < len(topic) <= _SHORT_TOPIC or (topic[-1] not in _KINDS and not _is_noun(topic)):
        return ""
    alike = (
        w
        for w in cut(before)
        if 1 < len(w) <= _SHORT_TOPIC and w[-1] == topic[-1] and w != topic
        if topic[-1] in _KINDS or (len(w) == len(topic) and _is_noun(w))
    )
    return next(alike, "")


def _is_noun(word: str) -> bool:
    """兽药 beside 农药, and neither 办理 nor 案件: a thing told apart by how its name begins."""
    if cut(word) != [word] or unit_class(word):
        return False
    return not (is_verb(word) or is_generic(word) or is_act(word))


def parallel_to(topic: str, before: str) -> str:
    """The earlier question with 配合 in the place of 主动 (主动履行…多少项, 那配合履行的呢)."""
    words = cut(topic)
    if len(words) != _TWO or topic != "".join(words) or before.count(words[1]) != 1:
        return ""
    start = before.index(words[1])
    twin = cut(before[:start])[-1:]
    if not twin or len(twin[0]) != len(words[0]) or not before[:start].endswith(twin[0]):
        return ""
    return f"{before[: start - len(twin[0])]}{words[0]}{before[start:]}"


_TWO = 2
