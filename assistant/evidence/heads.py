"""The noun behind 多少 (中心词): whether a figure counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.question.head_noun import counts_people
from assistant.question.lexicon import coverage, is_generic, variants_of
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["counts_head", "counts_right_before", "head_bonus"]

_HEAD = 0.15
_PERSON = 0.12
"""What it is worth that people are counted in 名: 38名律师 for 209个村 that they serve."""
_PARTLY = 0.3
_PEOPLE = frozenset(("人员", "对象", "群众"))
"""Nouns that say of whom a number is no more than its unit does."""


def head_bonus(ask: Ask, view: FigureView) -> float:
    """Whether the noun asked for right behind 多少 is the noun that is counted."""
    if not ask.head:
        return 0.0
    if _PEOPLE.issuperset(ask.head) and _tells_more(ask, view) != counts_head(ask, view):
        return 0.0
    if counts_head(ask, view):
        people = counts_people(ask.head) and unit_class(view.figure.quantity.unit) == "person"
        return _HEAD + _PERSON * people
    if _holds(view.subject, ask.head) or not view.own:
        return _HEAD / 2
    return 0.0 if _holds(view.earlier + view.before, ask.head) else -_HEAD


def counts_head(ask: Ask, view: FigureView) -> bool:
    """Whether the figure's own name holds the noun right behind 多少."""
    return _holds(view.own, ask.head)


def counts_right_before(ask: Ask, view: FigureView) -> bool:
    """Whether the noun asked for stands right behind the number: 38名律师服务209个村."""
    return any(f"{view.figure.quantity.unit}{head}" in view.row for head in ask.head)


def _tells_more(ask: Ask, view: FigureView) -> bool:
    """Whether a name holds more of what is asked for than 人员.

    安置帮教刑满释放人员 are no 在册的社区矫正人员.
    """
    telling = [term for term in ask.terms if not is_generic(term.text) and not term.verb]
    return not telling or any(coverage(term, view.own) >= _PARTLY for term in telling)


def _holds(words: str, head: tuple[str, ...]) -> bool:
    return any(variant in words for word in head for variant in variants_of(word))
