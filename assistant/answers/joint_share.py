"""What share of the place above them several places have (各地占全市)."""

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
from assistant.evidence.gather import scope_of
from assistant.evidence.shares_of_places import matter_within, whole_of, whole_of_counted
from assistant.model import Operation
from assistant.question.counted_places import counted_places
from assistant.question.places import Gazetteer
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.board import Board, Slot
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_PARTS = 2
_OF_A_PLACE = re.compile(r"占(?:了|到)?\s+的?")
_TOGETHER = re.compile(
    r"合计|合起来|合在一起|加起来|加在一起|一共|总共|共计|之和|(?<=[\s\u4e00-\u9fff])共(?=占)"
)


class JointShare:
    """云溪县和望舒区加起来占全市多少, 各占全市多少."""

    def accepts(self, query: Query) -> bool:
        """A share, and places of which one is above the others and has all of it."""
        several = query.has("share") and len(query.places) > _PARTS
        return matter_within(query) != "" or (several and _whole_of(query) != "")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Every number and the share; a refusal where one of them is not stated."""
        within = matter_within(query)
        if within and whole_of_counted(query):
            query = _with_counted(query, evidence)
            scope = scope_of(query, evidence.cards)
        bare = replace(query, core=within or _OF_A_PLACE.sub("占", query.core))
        spread = read_spread(bare, scope, evidence, "portion", "total", "which_place")
        if spread is None or len(spread.years) > 1:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None:
            return None
        board = fill(spread.ask, spread.entities, (year,), evidence)
        if not board.hits:
            return None
        if refusal := missing(board, "doing_compare"):
            return refusal
        above = whole_of(query.places) if within else _whole_of(query)
        whole = next((slot for slot in board.said if slot.entity.name == above), None)
        parts = [slot for slot in board.said if slot is not whole]
        if whole is None:
            return None
        together = _TOGETHER.search(query.core) is not None
        shares = [_share(parts, whole)] if together else [_share([one], whole) for one in parts]
        if (
            not together
            and len(parts) > 1
            and counted_places(query.core)
            and not _EACH.search(query.core)
        ):
            shares.append(_share(parts, whole))
        if not all(shares):
            return answer(board, rows_of(board), notes_of(board))
        return answer(board, [*rows_of(board), *filter(None, shares)], _notes(board, spread.years))


_EACH = re.compile(r"分别|各(?:自|占|[家县区市地]|$)")


def _with_counted(query: Query, evidence: Evidence) -> Query:
    """The query with the places that it counts by name; as it is if there are not so many."""
    counted, whole = counted_places(query.core), query.places[0]
    levels = counted.levels if counted else frozenset()
    known = [one.name for one in of_levels(evidence.everyone, levels) if one.name != whole]
    if counted is None or len(known) != counted.count:
        return query
    return replace(query, places=(*known, whole))


def _whole_of(query: Query) -> str:
    """The place named behind 占, of a level that none of the others has; empty if there is none."""
    _, told, behind = query.said.rpartition("占")
    behind = behind.lstrip("了到")
    if not told:
        return ""
    names = Gazetteer(query.places)
    whole = next(
        (one for one in query.places if behind.startswith(names.names_of(one))),
        "",
    )
    others = {level_of(one) for one in query.places if one != whole}
    return whole if whole and level_of(whole) not in others else ""


def _notes(board: Board, years: tuple[int, ...]) -> list[str]:
    notes = notes_of(board)
    if not years:
        notes.append(say("across", "year_taken", year=board.slots[0].year))
    return notes


def _share(parts: list[Slot], whole: Slot) -> Statement | None:
    pair = worked(Operation.JOINT_SHARE, (*parts, whole))
    if pair is None:
        return None
    terms = " + ".join(said_of(slot) for slot in parts)
    text = say(
        "across", "joint_share", who="、".join(slot.entity.name for slot in parts),
        other=whole.entity.name, terms=f"({terms})" if len(parts) > 1 else terms,
        whole=said_of(whole), result=pair[1],
    )  # fmt: skip
    return stated(text, [slot.hit for slot in (*parts, whole) if slot.hit], pair[0])
