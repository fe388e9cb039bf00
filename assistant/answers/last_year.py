"""The year before, reckoned back from a stated change (倒推上年): only where that is asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, said_of, stated
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import fill
from assistant.model import Operation, Working
from assistant.wording.arithmetic import common_scale, compute, write_result
from assistant.wording.statements import label_of, written
from corpus.model import FigureKind
from corpus.topics import change_pattern
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_BACK = re.compile(r"[^,。;?]*?(?:推算|倒推|反推|倒算|反算|往回算)(?:出来|一下|下来)?[,]?")
_STATED = re.compile(
    r"[,、]?(?:比|较|同比)(?:上一?年|去年|前一年)?(?:同期)?(?:多|少|增加|减少|增长|下降|上升)了?[^,]{0,12},"
    r"(?:那么?)?(?:上一?年|去年|前一年)(?:同期)?(?:应该)?(?:是|有|为)?(?=多少|几)"
)
"""收到642件、比上一年少58件,那上一年是多少: the question itself states the change."""
_BEFORE = re.compile(r"上一?年度?|去年|前一年|上年同期")
_LIKE_LAST_YEAR = re.compile(r"同比|上一?年|去年|前一年|上年度")
_RISE = re.compile(r"增长|增加|上升|提高|提升|上涨|增|多")
_FALL = re.compile(r"下降|减少|降低|回落|下滑|减|降|少")
_POINTS = ("百分点", "个百分点")
_NEXT = 3
"""A change stands right behind its level, or behind two figures more."""


class LastYear:
    """按同比增长40%推算,上年是多少件."""

    def accepts(self, query: Query) -> bool:
        """A word for reckoning back, and the year before."""
        if _STATED.search(query.question):
            return True
        return _BACK.search(query.question) is not None and bool(
            query.relative or query.years or _BEFORE.search(query.question)
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Level, change and what follows; None where the report states no change beside it."""
        core = _BEFORE.sub(" ", _BACK.sub(" ", _STATED.sub(" ", query.core)))
        year = _year(query)
        years = (year,) if year else query.years
        spread = read_spread(replace(query, core=core, years=years), scope, evidence)
        if spread is None or len(spread.entities) != 1:
            return None
        year = year or common_year(spread.entities)
        return _reckoned(spread, year, evidence)


def reckoned_back(query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
    """A year without a report, by the number that the next year's report says it differs by.

    Only a difference is exact (比上年增加52万元); a percentage, being rounded, is not.
    """
    if len(query.years) != 1:
        return None
    year = query.years[0] + 1
    core = _BEFORE.sub(" ", query.core)
    spread = read_spread(replace(query, core=core, years=(year,)), scope, evidence)
    if spread is None or len(spread.entities) != 1:
        return None
    return _reckoned(spread, year, evidence, exactly=True)


def _reckoned(
    spread: Spread, year: int | None, evidence: Evidence, *, exactly: bool = False
) -> Reply | None:
    """Level, change and what follows for the one place of a spread."""
    if year is None:
        return None
    board = fill(
        replace(spread.ask, change=False, step=False, told=()), spread.entities, (year,), evidence
    )
    if len(board.said) != 1:
        return None
    slot = board.said[0]
    change = change_beside(slot, year)
    if change is None or (exactly and change.view.figure.quantity.unit in ("%", *_POINTS)):
        return None
    told = _told(slot, change)
    return answer(board, [told]) if told else None


def _year(query: Query) -> int | None:
    """The year whose change is stated: the one after a year named by its distance."""
    if not query.years:
        return None
    if query.relative or not _BEFORE.search(query.question):
        return min(query.years) + 1
    return query.years[-1]


def change_beside(slot: Slot, year: int) -> FigureHit | None:
    """The change against the year before that stands right behind the level of a slot."""
    hit = slot.hit
    if hit is None:
        return None
    figures = hit.reading.figures
    place = figures.index(hit.view)
    for view in figures[place + 1 : place + 1 + _NEXT]:
        figure = view.figure
        if figure.sentence != hit.view.figure.sentence:
            return None
        like = _LIKE_LAST_YEAR.search(figure.base) or f"{year - 1}年" in figure.base
        if figure.kind is FigureKind.CHANGE and like and _moves(view, hit.view):
            return replace(hit, view=view)
    return None


def _moves(change: FigureView, level: FigureView) -> bool:
    """Whether a change is that of a level and not of its neighbour's (案件数增长, 罚款额下降)."""
    named = change_pattern().sub("", change.own)
    named = re.sub(r"20\d\d年|\W", "", _LIKE_LAST_YEAR.sub("", named)).strip("比较与和的")
    if named:
        return named in level.own or level.own in named
    return not change.subject or change.subject.startswith(level.own)


def _told(slot: Slot, change: FigureHit) -> Statement | None:
    """The reckoning shown; None where the way of the change is not said."""
    assert slot.hit is not None  # noqa: S101 - the slot is one of `Board.said`
    level, step = slot.hit.view.figure.quantity, change.view.figure.quantity
    way = change.view.own
    rises = _RISE.search(way) is not None
    if rises == (_FALL.search(way) is not None):
        return None
    if step.unit == "%" and level.unit != "%":
        operation = Operation.BEFORE_RISE if rises else Operation.BEFORE_FALL
    elif step.unit == level.unit or (level.unit == "%" and step.unit in _POINTS):
        operation = Operation.DIFFERENCE if rises else Operation.SUM
    else:
        return None
    result = compute(operation, (level, step))
    if result is None:
        return None
    scale = common_scale((said_of(slot),))
    shown = write_result(operation, result, (level, step), scale)
    working = Working(operation=operation, operands=(level, step), scale=scale, result=shown)
    words = {
        "scope": f"{slot.entity.name}{slot.year}年", "what": label_of(slot.hit.view.figure),
        "level": said_of(slot), "change": written(change.reading, change.view.figure),
        "result": shown,
    }  # fmt: skip
    in_percent = operation in (Operation.BEFORE_RISE, Operation.BEFORE_FALL)
    sign = ("+" if rises else "−") if in_percent else ("−" if rises else "+")
    key = "last_year_percent" if in_percent else "last_year"
    text = say("across", key, way="增加" if rises else "减少", sign=sign, **words)
    return stated(text, [slot.hit, change], working)
