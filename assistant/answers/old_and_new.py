"""How a number moved that one sentence gives twice (由27批降至12批), where it is not said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import stated
from assistant.evidence.choose import choose_figure
from assistant.model import Answer, Operation, Reply, Working
from assistant.question.asks import is_modifier
from assistant.question.units import alike
from assistant.wording.arithmetic import common_scale, compute, write_result
from assistant.wording.statements import figure_statement, label_of, written
from corpus.model import FigureKind
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView
    from assistant.model import Statement
    from assistant.question.query import Query

_PERCENT = re.compile(r"百分之(?:几|多少)|[增降涨跌]幅|增速|几成")
_BESIDES = 3
"""A change is stated within so many numbers of the new level, or not at all."""


class OldAndNew:
    """比上年下降了百分之几, 比原来多了几名, where the report gives the old level and the new."""

    def accepts(self, query: Query) -> bool:
        """A word of moving; two years are two reports' numbers."""
        moves = query.has("moved", "growth", "difference") or any(a.change for a in query.asks)
        return moves and len(query.asks) == 1 and query.has("quantity", "quantity_nouns")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both levels and what lies between them; None where the report says the change itself."""
        asked = query.asks[0]
        if asked.target or _says_change(choose_figure(asked, scope, evidence).hits):
            return None
        open_unit = _PERCENT.search(query.core) or "百分点" in query.core
        unit = None if open_unit else asked.unit_class
        terms = tuple(term for term in asked.terms if not is_modifier(term))
        level = replace(
            asked,
            change=False,
            step=False,
            paired=True,
            unit_class=unit,
            terms=terms or asked.terms,
        )
        hits = choose_figure(level, scope, evidence).hits
        pair = _levels(hits[0]) if len(hits) == 1 else None
        if pair is None or _change_beside(pair[1]):
            return None
        wanted = Operation.GROWTH if _PERCENT.search(query.core) else Operation.DIFFERENCE
        moved = _moved(wanted, *pair)
        return Answer(statements=(*map(figure_statement, pair), moved)) if moved else None


def _says_change(hits: tuple[FigureHit, ...]) -> bool:
    return any(hit.view.figure.kind is FigureKind.CHANGE for hit in hits)


def _levels(hit: FigureHit) -> tuple[FigureHit, FigureHit] | None:
    """The old level and the new one of which the figure is either."""
    figures = hit.reading.figures
    place = figures.index(hit.view)
    for first in (place - 1, place):
        if first < 0 or first + 1 >= len(figures):
            continue
        one, other = figures[first], figures[first + 1]
        if not alike(one.figure.quantity.unit, other.figure.quantity.unit):
            continue
        if one.superseded:
            return replace(hit, view=one), replace(hit, view=other)
        if _in_brackets(one, other):
            return replace(hit, view=other), replace(hit, view=one)
    return None


def _in_brackets(new: FigureView, old: FigureView) -> bool:
    """Whether a number is the same thing's of the year before: 超限率0.9%(2021年1.6%)."""
    here, there = new.figure, old.figure
    return (
        here.sentence == there.sentence
        and new.own == old.own
        and here.period is not None
        and there.period == here.period - 1
    )


def _change_beside(new: FigureHit) -> bool:
    figures = new.reading.figures
    place = figures.index(new.view)
    return any(
        view.figure.kind is FigureKind.CHANGE
        and view.figure.sentence == new.view.figure.sentence
        and view.figure.indicator.startswith(new.view.figure.indicator[:2])
        for view in figures[place + 1 : place + _BESIDES]
    )


def _moved(operation: Operation, old: FigureHit, new: FigureHit) -> Statement | None:
    before, after = old.view.figure.quantity, new.view.figure.quantity
    result = compute(operation, (after, before))
    if result is None or before.value == after.value:
        return None
    values = written(old.reading, old.view.figure), written(new.reading, new.view.figure)
    scale = common_scale(values)
    shown = write_result(operation, result, (after, before), scale)
    text = say(
        "answers", f"{operation.value}_between", what=label_of(new.view.figure), old=values[0],
        new=values[1], way=say("answers", "rose" if after.value > before.value else "fell"),
        result=shown,
    )  # fmt: skip
    working = Working(operation=operation, operands=(after, before), scale=scale, result=shown)
    return stated(text, (old, new), working)
