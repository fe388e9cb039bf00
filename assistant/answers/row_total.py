"""A row of numbers taken as one (三类证件合计): its sum, and the share that one of it has.

Also two numbers side by side that are both what is asked for (指出的22个问题、查出的29个问题).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.answers.compute import shown
from assistant.evidence.choose import choose_figure
from assistant.evidence.choose_sentence import sentence_answers
from assistant.model import Operation
from assistant.question.asks import ask_of
from assistant.question.lexicon import coverage

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView, Reading
    from assistant.model import Reply
    from assistant.question.query import Query

_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_ROW = re.compile(
    r"^(?P<of>.{2,}?)的?(?:这|那)?(?P<count>[两二三四五六七八])(?P<kind>[类种项样]|个(?:类别|种类|品种))"
    r"(?P<noun>[\u4e00-\u9fff]{0,6}?)(?:里面|里|中|当中)?,?"
    r"(?P<rest>(?:合计|加起来|合起来|加在一起|一共|总共|共|合共).*|(?P<part>[^,]{2,}?)(?:的)?占.*)$"
)
_LOOKS = 12
_NAMED = 0.6


class RowTotal:
    """容缺办理的三类证件一共多少件, 其中选址意见书占百分之几."""

    def accepts(self, query: Query) -> bool:
        """A counted kind with a word for adding up, or for the share of one."""
        found = _ROW.search(query.core)
        return query.has("sum", "share") and found is not None and "、" not in found["of"]

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The row's sum or share; None where no row of that many numbers is found."""
        found = _ROW.search(query.core)
        if found is None:
            return None
        row = _row(found["of"], _COUNT[found["count"]], scope, evidence)
        if not row:
            return None
        if found["part"] is None:
            return shown(Operation.SUM, row)
        part = ask_of(found["part"])
        named = [
            hit
            for hit in row
            if part.terms and all(coverage(term, hit.view.own) >= _NAMED for term in part.terms)
        ]
        return shown(Operation.SHARE, [named[0], *row]) if len(named) == 1 else None


class JoinedRow:
    """台账里一共列了多少个问题, where the report counts them apart."""

    def accepts(self, query: Query) -> bool:
        """A word for all of it, and one thing that is counted."""
        return query.has("sum") and query.has("quantity") and len(query.asks) == 1

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The sum of the two; None where one number answers or the two are not alike."""
        hits = choose_figure(query.asks[0], scope, evidence).hits
        if len(hits) != 1 or hits[0].fit.missing or hits[0].view.figure.parent is not None:
            return None
        hit, figures = hits[0], hits[0].reading.figures
        at = figures.index(hit.view)
        ranked = [h for h in evidence.figures(query.asks[0], scope) if h.reading is hit.reading]
        fellows = [
            other
            for place in (at - 1, at + 1)
            if 0 <= place < len(figures)
            for other in ranked
            if other.view == figures[place] and _is_other_half(hit, other)
        ]
        if len(fellows) != 1:
            return None
        return shown(Operation.SUM, sorted((hit, fellows[0]), key=_start))


def _is_other_half(hit: FigureHit, other: FigureHit) -> bool:
    """Whether a number beside another is of the same noun, and fits the question as well."""
    first, second = sorted((hit, other), key=_start)
    noun = hit.view.own[-_NOUN:]
    return (
        _joins(hit.reading, first.view, second.view)
        and len(noun) == _NOUN
        and other.view.own.endswith(noun)
        and other.view.own != hit.view.own
        and not other.fit.missing
        and other.view.figure.parent is None
        and abs(hit.fit.score - other.fit.score) <= _AS_WELL
    )


def _start(hit: FigureHit) -> int:
    return hit.view.figure.quantity.span.start


_NOUN, _AS_WELL = 2, 0.1


def _row(of: str, count: int, scope: Scope, evidence: Evidence) -> list[FigureHit]:
    """The row of exactly so many numbers whose first is of what is asked; else nothing."""
    for hit in evidence.figures(ask_of(of), scope)[:_LOOKS]:
        if not sentence_answers(hit.fit, hit.near):
            continue
        figures = hit.reading.figures
        at = figures.index(hit.view)
        joined = [_joins(hit.reading, *pair) for pair in pairwise(figures[at : at + count + 1])]
        begins = at == 0 or not _joins(hit.reading, figures[at - 1], hit.view)
        if begins and joined[: count - 1] == [True] * (count - 1) and not any(joined[count - 1 :]):
            return [replace(hit, view=view) for view in figures[at : at + count]]
    return []


def _joins(reading: Reading, one: FigureView, other: FigureView) -> bool:
    """Whether two numbers of one unit stand in one row, with no comma or stop between them."""
    first, second = one.figure.quantity, other.figure.quantity
    between = reading.folded[first.span.end : second.span.start]
    return first.unit == second.unit and not _STOPS.search(between)


_STOPS = re.compile(r"[,;。!?\n]")
