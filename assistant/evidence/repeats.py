"""What reports say differently of one matter (不一致): in one report, and in a second one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.lexicon import cut, is_act, is_generic, is_verb

if TYPE_CHECKING:
    from assistant.evidence.gather import FigureHit
    from assistant.evidence.reading import FigureView, Reading

__all__ = ["named_alike", "of_one_name", "repeats_of"]


def repeats_of(hit: FigureHit) -> list[FigureHit]:
    """Figures of the same name and year in the same report that say otherwise."""
    mine = hit.view.figure
    return [
        replace(hit, view=view)
        for view in hit.reading.figures
        if view.figure is not mine
        and view.own == hit.view.own
        and view.figure.subject == mine.subject
        and view.figure.period == mine.period
        and view.figure.kind is mine.kind
        and view.figure.parent is None
        and mine.parent is None
        and view.figure.sentence != mine.sentence
        and view.figure.quantity.unit == mine.quantity.unit
        and view.figure.quantity.value != mine.quantity.value
    ]


def of_one_name(hit: FigureHit, reading: Reading) -> list[FigureHit]:
    """The figures of a second report that are named as this one is, ordinary verbs aside."""
    mine = hit.view.figure
    return [
        replace(hit, view=view, reading=reading)
        for view in reading.figures
        if named_alike(hit.view, view)
        and view.figure.period == mine.period
        and view.figure.parent is None
        and mine.parent is None
    ]


def named_alike(one: FigureView, other: FigureView) -> bool:
    """接待群众法律咨询 and 提供法律咨询 are one; what was done (受理, 办结) and 新建 must agree."""
    telling = _telling(one)
    return bool(telling) and telling == _telling(other)


def _telling(view: FigureView) -> frozenset[str]:
    return frozenset(
        word
        for word in cut(view.own)
        if not is_generic(word) and (is_act(word) or word.startswith("新") or not is_verb(word))
    )
