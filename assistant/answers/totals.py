"""Sums and averages over places or years (合计与平均)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    inexact,
    missing,
    not_so_many,
    notes_of,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import common_year, read_spread, years_to_follow
from assistant.evidence.board import fill
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Operation
from assistant.question.counted_places import asks_those_who_state
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_TWO = 2
_MOVED_IN_ALL = re.compile(
    r"(?:一共|总共|合计|累计|共计|拢共|前后|总体)(?:上|起来)?(?:提高|提升|增加|增长|上升|下降|减少|降低|回落|多|少|涨|降|升|增|减)了?"
    r"(?:多少|几|百分之)"
)
"""一共提高了几个百分点 is a change from the first year to the last."""


_WHOLE = re.compile(
    r"总(?:数|量|额|(?:场|件|人|户|项|卷)[次数])(?:是|为|有)?(?:多少|几)?[\u4e00-\u9fff]?[?]?$"
)
"""两县办理总数 adds up what two places state."""


_EACH_PLACE = re.compile(
    r"(?:平均(?:到)?每个?|(?<![\u4e00-\u9fff])(?=(?:县区|区县|市县)平均))(?=(?:县区|区县|市县|省|市|县|区|州|地方|地区)(?!级))"
)
"""平均每个县区多少条: over all of a kind."""
_A_YEAR = re.compile(r"年均|平均每年|每年平均|年平均")
_IN_ALL = re.compile(
    r"(?<![公一总合统全累拢])共(?=[办受收审处查调评建改制开培组完新录发答出化立结][\u4e00-\u9fff]*(?:多少|几))"
)
"""甲、乙共办理多少件."""


class Totals:
    """三个县合计多少, 近三年平均每年多少."""

    def accepts(self, query: Query) -> bool:
        """A word for adding up or for an average, over several places or years."""
        several = len(query.places) + len(query.organs) >= _TWO or len(query.years) >= _TWO
        each_place = _EACH_PLACE.search(query.core) is not None
        everyone = (query.has("which_place", "counted_places") or each_place) and not query.places
        if not query.years and len(query.places) == 1 and _A_YEAR.search(query.core):
            return True
        moved = _MOVED_IN_ALL.search(query.core) is not None
        added = query.has("sum", "average") or (
            (several or everyone) and (_WHOLE.search(query.core) or _IN_ALL.search(query.core))
        )
        return bool(added) and (several or everyone) and not moved

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Every term and the result; a refusal where one of the terms is not stated."""
        partial = not query.places and asks_those_who_state(query.core)
        bare = replace(
            query,
            core=_EACH_PLACE.sub("平均 各", _IN_ALL.sub(" ", query.core)),
            question=_EACH_PLACE.sub("平均 各", query.question),
        )
        spread = read_spread(bare, scope, evidence, "total", "which_place")
        if spread is None:
            return not_so_many(query, evidence)
        if not spread.entities:
            return None
        if not spread.named and len(spread.entities) > MOST_READ:
            return refusals.too_vague()
        year = common_year(spread.entities)
        years = spread.years or ((year,) if year else ())
        if not spread.years and _A_YEAR.search(query.core):
            years = years_to_follow(spread)
        average = query.has("average")
        board = fill(spread.ask, spread.entities, years, evidence)
        if len(board.slots) < _TWO or not board.hits:
            return None
        notes = notes_of(board)
        if partial:
            board = replace(board, slots=tuple(slot for slot in board.slots if slot.hits))
        doing = "doing_average" if average else "doing_total"
        if refusal := missing(board, doing) or inexact(board, doing):
            return refusal
        pair = worked(Operation.AVERAGE if average else Operation.SUM, board.said)
        if pair is None:
            return None
        terms = " + ".join(said_of(slot) for slot in board.said)
        text = (
            say("across", "average", terms=terms, count=len(board.said), result=pair[1])
            if average
            else say("across", "total", terms=terms, result=pair[1])
        )
        return answer(board, [*rows_of(board), stated(text, board.hits, pair[0])], notes)
