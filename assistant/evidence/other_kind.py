"""Figures of another kind of thing than is asked for (他类): cases for people, 一审 for 二审."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.head_noun import counts_people
from assistant.question.lexicon import coverage
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["cases_for_people", "of_another_instance", "of_one_row"]

_NOT_PEOPLE = frozenset(("paper", "case", "money", "percent", "time"))


def cases_for_people(ask: Ask, view: FigureView) -> bool:
    """为农民工讨薪203件 does not say how many 农民工 they were."""
    if not counts_people(ask.head) or ask.measure not in ("个", "名", "位"):
        return False
    return unit_class(view.figure.quantity.unit) in _NOT_PEOPLE


def of_one_row(ask: Ask, view: FigureView) -> bool:
    """2.农药:…立案1653件 is of 农药 alone, where the question does not name it."""
    head = view.figure.subject
    if not head or not view.item.endswith(f".{head}"):
        return False
    return not any(coverage(term, head) for term in (*ask.terms, *ask.context))


_INSTANCE = re.compile("一审|二审|再审")


def of_another_instance(ask: Ask, view: FigureView) -> bool:
    """一审审结54件、败诉8件 behind 二审22件 does not say how many of the 二审 were lost."""
    asked = set(_INSTANCE.findall(ask.text))
    if len(asked) != 1 or _INSTANCE.search(view.own):
        return False
    told = _INSTANCE.findall(view.earlier)
    return bool(told) and told[-1] not in asked
