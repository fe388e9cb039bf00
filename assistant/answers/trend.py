"""How a number went over three or more years (趋势)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, missing, notes_of, quantity, said_of, stated
from assistant.evidence.across import read_spread, years_to_follow
from assistant.evidence.board import Slot, fill
from assistant.question.asks import asks_of
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_TWO, _THREE = 2, 3
_AND_DOES_IT = re.compile(
    r"[,?](?:是不是|是否|有没有)(?:一直|逐年|持续|每年|年年)?都?(?:在)?"
    r"(?:涨|升|增|降|减|上升|下降|增长|增加|减少|提高)了?(?:吗)?[?]?$"
)
"""逐年是多少?是不是一直在涨: the way it went is told with the course."""
_DOUBTED = re.compile(r"(?:是不是|是否|是)?越.越[多少高低大小好差强弱快慢]了?(?:吗|没有|没)?[?,]")
"""规范性文件是越发越少了吗?各发了几件: so is what is doubted before it."""


_UP_OR_DOWN = re.compile(
    r"是?(?:在)?(?:上升|增加|增长|升|增|涨|多)了?还是(?:在)?(?:下降|减少|降|减|跌|少)了?[?]?$"
)
"""是上升还是下降, of no year in particular."""
_SITUATION = re.compile(r"(?:的)?(?:情况|数据)(?:如何|怎么样|怎样)?[?]?$")


class Trend:
    """近三年行政复议案件的变化趋势."""

    def accepts(self, query: Query) -> bool:
        """A word for a course over time, or three years and more."""
        course = query.has("trend") or (len(query.years) >= _THREE and "变化" in query.core)
        course = course or (not query.years and _UP_OR_DOWN.search(query.core) is not None)
        situation = _SITUATION.search(query.core) is not None
        course = course or (len(query.years) >= _THREE and situation)
        if query.has("difference") and len(query.years) == _TWO:
            return False  # 较2022年是增是减,差多少件
        asked = asks_of(_told_anyway(query.core))
        return course and not query.has("sum", "average") and len(asked) == 1

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Year by year, and which way; None where there are no years to follow."""
        core = _UP_OR_DOWN.sub("变化趋势", _SITUATION.sub("变化趋势", _told_anyway(query.core)))
        bare = replace(query, core=core)
        spread = read_spread(bare, scope, evidence, "trend", "moved")
        if spread is None or not 1 <= len(spread.entities) <= _THREE:
            return None
        years = years_to_follow(spread)
        if not years:
            return None
        board = fill(spread.ask, spread.entities, years, evidence)
        if not board.hits:
            return None
        statements: list[Statement] = []
        for entity in spread.entities:
            slots = [slot for slot in board.said if slot.entity is entity]
            if len(slots) >= _TWO:
                statements.append(_course(spread.what, slots))
        if not statements or not board.one_unit:
            return missing(board, "doing_moved")
        return answer(board, statements, notes_of(board))


def _told_anyway(core: str) -> str:
    """The question without the words for a way that its numbers show by themselves."""
    return _DOUBTED.sub("?", _AND_DOES_IT.sub("", core))


def _course(what: str, slots: list[Slot]) -> Statement:
    rows = "、".join(
        say("across", "trend_row", year=slot.year, value=said_of(slot)) for slot in slots
    )
    way = say("across", _way(slots))
    text = say("across", "trend", scope=slots[0].entity.name, what=what, rows=rows, way=way)
    return stated(text, [slot.hit for slot in slots if slot.hit])


def _way(slots: list[Slot]) -> str:
    values = [quantity(slot).value for slot in slots]
    steps = [later - earlier for earlier, later in pairwise(values)]
    if all(step == 0 for step in steps):
        return "level"
    if all(step > 0 for step in steps):
        return "rising"
    if all(step < 0 for step in steps):
        return "falling"
    whole = values[-1] - values[0]
    return "rose" if whole > 0 else "fell" if whole < 0 else "back"
