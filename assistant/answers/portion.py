"""What share of several places one of them has (地区占比)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    missing,
    notes_of,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import fill
from assistant.evidence.entities import level_of, of_levels
from assistant.evidence.shares_of_places import whole_of
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Operation
from assistant.question.counted_places import counted_places
from assistant.question.places import Gazetteer
from corpus.numerals import parse_chinese
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Board
    from assistant.evidence.entities import Entity
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_ALL_COUNTED = (
    r"(?:这|上述)?[两二三四五六七八九十]个?(?:县区|区县|市县|省|市|县|区|地方|地区|地|家)"
)
_SHARE = re.compile(
    rf"占(?:了|到)?(?:{_ALL_COUNTED})?的?(?:全部|总数|总量|总额|总和|之和|其中|合计|加起来)*的?"
    r"(?:百分之几|百分之多少|多少|几成|比例|比重|比|多大)(?:的?(?:比例|比重))?"
)
_TOGETHER = re.compile(
    r"合(?:在一起|起来|计|占)|一共|总共|加起来|之和|总(?:数|量|和|额)|全部|所有|各(?:县|市|区|省|地)"
    r"|[两三四五六七八九十几]个?(?:省|市|县|区|地|家)"
)


_ADDED = re.compile("合计|合在一起|合起来|加起来|加在一起|相加|之和")


class Portion:
    """两县合计中云溪县占百分之几."""

    def accepts(self, query: Query) -> bool:
        """A share, and places put together of which one is meant."""
        if _OF_YEARS.search(query.core) and len(query.years) == len(query.places) == 1:
            return True
        everyone = query.has("which_place", "counted_places")
        several = len(query.places) > 1 or (len(query.places) == 1 and everyone)
        return (
            several
            and _SHARE.search(query.core) is not None
            and _TOGETHER.search(query.core) is not None
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Every number and the share; a refusal where one of them is not stated."""
        core = _SHARE.sub("占百分之几", _OF_YEARS.sub("占百分之几", query.core))
        bare = replace(query, core=core)
        spread = read_spread(bare, scope, evidence, "portion", "total", "which_place")
        if spread is None:
            return None
        if span := _OF_YEARS.search(query.core):
            return _of_years(spread, int(parse_chinese(span["count"]) or 0), evidence)
        entities = _put_together(query, spread, evidence)
        year = spread.years[0] if spread.years else common_year(entities)
        if year is None or len(spread.years) > 1 or not 1 < len(entities) <= MOST_READ:
            return None
        if whole_of(tuple(one.name for one in entities)) and not _ADDED.search(query.core):
            return None  # a city and its county are not added up
        board = fill(spread.ask, entities, (year,), evidence)
        if not board.hits:
            return None
        return missing(board, "doing_total") or _share_of(board, _meant(query))


def _put_together(query: Query, spread: Spread, evidence: Evidence) -> tuple[Entity, ...]:
    """The places of which one has a share; none if the library has not so many as are counted."""
    if len(query.places) != 1:
        return spread.entities
    counted = counted_places(query.core)
    levels = counted.levels if counted else frozenset({level_of(_meant(query))})
    entities = of_levels(evidence.everyone, levels)
    return () if counted and counted.count != len(entities) else entities


def _share_of(board: Board, who: str) -> Reply | None:
    """The share of one in all; None where its number is not among them."""
    part = next((slot for slot in board.said if slot.entity.name == who), None)
    pair = worked(Operation.SHARE, (part, *board.said)) if part else None
    if part is None or pair is None:
        return None
    terms = " + ".join(said_of(slot) for slot in board.said)
    text = say("across", "share_of", who=who, part=said_of(part), terms=terms, result=pair[1])
    return answer(board, [*rows_of(board), stated(text, board.hits, pair[0])], notes_of(board))


_OF_YEARS = re.compile(
    r"占(?:了|到)?(?:这|近|前后)?(?P<count>[两二三四五六])年(?:来|间|里)?的?"
    r"(?:总(?:数|量|额|和)|合计|累计|之和|全部)(?:数)?的?(?:百分之几|百分之多少|多少|几成|比例|比重|多大(?:比例|比重)?)"
)
"""2023年占三年总数的百分之几."""


def _of_years(spread: Spread, count: int, evidence: Evidence) -> Reply | None:
    """What share of some years' sum the year asked for has."""
    known = {card.year for one in spread.entities for card in one.cards if card.year}
    years = sorted(known)[-count:]
    if len(spread.entities) != 1 or len(years) < count or spread.years[0] not in years:
        return None
    board = fill(spread.ask, spread.entities, years, evidence)
    if refusal := missing(board, "doing_total"):
        return refusal
    part = next(slot for slot in board.said if slot.year == spread.years[0])
    pair = worked(Operation.SHARE, (part, *board.said))
    if pair is None:
        return None
    terms = " + ".join(said_of(slot) for slot in board.said)
    text = say(
        "across", "share_of", who=f"{part.entity.name}{part.year}年", part=said_of(part),
        terms=terms, result=pair[1],
    )  # fmt: skip
    return answer(board, [*rows_of(board), stated(text, board.hits, pair[0])], notes_of(board))


def _meant(query: Query) -> str:
    """The place whose share is asked for: the one named nearest before 占, else the last."""
    found = _SHARE.search(query.said)
    before = query.said[: found.start()] if found else query.said
    gazetteer = Gazetteer(query.places)
    named = [
        (before.rfind(step), place)
        for place in query.places
        for step in gazetteer.names_of(place)
        if step in before
    ]
    return max(named)[1] if named else query.places[-1]
