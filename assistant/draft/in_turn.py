"""Numbers told 分别 of the names before them (分别新增4个和22个): each gets its own name.

国家级示范村25个、省级189个,分别新增4个和22个: the 22 were added to those 省级.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.reading import FigureView

__all__ = ["named_in_turn"]

_IN_TURN = "分别"
_SHORT = 4
"""Characters of a name that is a mere verb (新增)."""


def named_in_turn(views: Sequence[FigureView]) -> list[FigureView]:
    """The figures in their order, those of a run behind 分别 with the names before it."""
    named: list[FigureView] = []
    for _, group in groupby(views, key=_stretch):
        run = [*group]
        before = named[-len(run) :]
        if _is_run(run) and len(before) == len(run) and _are_its_names(before, run):
            run = [
                replace(one, own=one.own + owner.own)
                for one, owner in zip(run, before, strict=True)
            ]
        named += run
    return named


def _stretch(view: FigureView) -> tuple[int, object, str]:
    return view.figure.sentence, view.figure.clause, view.own


def _is_run(run: Sequence[FigureView]) -> bool:
    return len(run) > 1 and _IN_TURN in run[0].row and 0 < len(run[0].own) <= _SHORT


def _are_its_names(before: Sequence[FigureView], run: Sequence[FigureView]) -> bool:
    """Whether as many numbers of the same unit and sentence, of names apart, stand before."""
    unit, sentence = run[0].figure.quantity.unit, run[0].figure.sentence
    alike = all(
        one.figure.sentence == sentence and one.figure.quantity.unit == unit
        for one in (*before, *run)
    )
    return alike and len({one.own for one in before}) == len(before) and all(o.own for o in before)
