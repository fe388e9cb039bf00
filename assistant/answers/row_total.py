"""A row of numbers taken as one (三类证件合计): its sum, and the share that one of it has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.compute import shown
from assistant.evidence.choose import sentence_answers
from assistant.evidence.matching import fit_figure
from assistant.model import Operation
from assistant.question.asks import ask_of
from assistant.question.lexicon import coverage

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
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


def _row(of: str, count: int, scope: Scope, evidence: Evidence) -> list[FigureHit]:
    """So many numbers of one unit in a row whose first is of what is asked; else nothing."""
    ask = ask_of(of)
    for hit in evidence.figures(ask, scope)[:_LOOKS]:
        if not sentence_answers(hit.fit, hit.near):
            continue
        figures = hit.reading.figures
        at = figures.index(hit.view)
        row = figures[at : at + count]
        after = figures[at + count : at + count + 1]
        together = all(
            view.figure.sentence == hit.view.figure.sentence
            and view.figure.quantity.unit == hit.view.figure.quantity.unit
            for view in row
        )
        goes_on = any(
            view.figure.sentence == hit.view.figure.sentence
            and view.figure.quantity.unit == hit.view.figure.quantity.unit
            for view in after
        )
        if len(row) == count and together and not goes_on:
            hits = [replace(hit, view=view) for view in row]
            return [one for one in hits if fit_figure(ask, one.view) is not None]
    return []
