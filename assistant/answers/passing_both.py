"""Who meets two conditions at once (并列条件): 受理超过100件且出庭率100%的有哪些."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, notes_of, quantity, said_of, stated, worked
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, Slot, fill
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Operation
from assistant.question.limits import Limit, limit_of
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_AND = re.compile(r"[,,]?(?:并且|而且|同时|且(?!末)|又)[,,]?")
_ALL = re.compile(r"(?<=率)(?:都|均)?(?:为|是)?(?=100%)")
"""出庭率100% is a limit that nobody can pass."""
_FEW, _TWO = 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """What one reporter says on both."""

    one: Slot
    other: Slot
    passes: bool | None
    """None where a number is missing, or leaves it open."""


class PassingBoth:
    """2023年受理超过30件且出庭应诉率达到95%的有哪些县."""

    def accepts(self, query: Query) -> bool:
        """A question for places with two limits."""
        asked = query.has("which_place", "counted_places") or len(query.places) > _FEW
        return asked and len(_limits(query.core)) == _TWO

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Who passes both, who does not, and of whom it cannot be told, each with its numbers."""
        limits = _limits(query.core)
        boards: list[Board] = []
        notes: dict[str, None] = {}
        year: int | None = None
        for limit in limits:
            bare = replace(query, core=limit.text)
            spread = read_spread(bare, scope, evidence, "which_place", "rank", "coverage", "versus")
            if spread is None or len(spread.entities) < _FEW:
                return None
            if len(spread.entities) > MOST_READ:
                return refusals.too_vague()
            year = spread.years[0] if spread.years else common_year(spread.entities)
            if year is None or len(spread.years) > 1:
                return None
            boards.append(fill(spread.ask, spread.entities, (year,), evidence))
            if not boards[-1].hits:
                return refusals.indicator_absent(spread.ask)
            notes.update(dict.fromkeys(notes_of(boards[-1])))
            if not spread.years:
                notes[say("across", "year_taken", year=year)] = None
        pairs = [
            _Pair(one=one, other=other, passes=_passes(one, other, limits))
            for one, other in zip(boards[0].slots, boards[1].slots, strict=True)
        ]
        made = _told(pairs, year) if year else []
        return answer(boards[0], made, notes) if made else None


def _limits(core: str) -> list[Limit]:
    """The limits of the parts of a question, if each part sets one."""
    parts = [part for part in _AND.split(_ALL.sub("达到", core)) if part.strip()]
    limits = [limit_of(part) for part in parts]
    return [limit for limit in limits if limit] if all(limits) else []


def _passes(one: Slot, other: Slot, limits: list[Limit]) -> bool | None:
    """Whether both numbers pass; one that fails is enough to tell."""
    marks = []
    for slot, limit in zip((one, other), limits, strict=True):
        told = slot.hit is not None and not quantity(slot).hedge.is_open
        marks.append(
            limit.holds(quantity(slot)) if told and limit.measures(quantity(slot)) else None
        )
    if False in marks:
        return False
    return None if None in marks else True


def _told(pairs: list[_Pair], year: int) -> list[Statement]:
    made = []
    groups = {mark: [pair for pair in pairs if pair.passes is mark] for mark in (True, False, None)}
    if groups[True]:
        count = worked(Operation.COUNT, [pair.one for pair in groups[True]])
        assert count is not None  # noqa: S101 - a count always has a result
        text = say(
            "across", "passing_both", when=f"{year}年", result=count[1], rows=_rows(groups[True])
        )
        made.append(stated(text, _hits(groups[True]), count[0]))
    elif groups[False]:
        text = say("across", "passing_both_none", when=f"{year}年", rows=_rows(groups[False]))
        return [stated(text, _hits(groups[False]))]
    if groups[False]:
        text = say("across", "not_passing", rows=_rows(groups[False]))
        made.append(stated(text, _hits(groups[False])))
    if open_ := [pair for pair in groups[None] if pair.one.hits or pair.other.hits]:
        made.append(stated(say("across", "passing_open", rows=_rows(open_)), _hits(open_)))
    return made


def _rows(pairs: list[_Pair]) -> str:
    return "、".join(
        f"{pair.one.entity.name}({_value(pair.one)}、{_value(pair.other)})" for pair in pairs
    )


def _value(slot: Slot) -> str:
    if slot.hit:
        return said_of(slot)
    return say("across", "two_values" if slot.hits else "no_value")


def _hits(pairs: list[_Pair]) -> list[FigureHit]:
    return [hit for pair in pairs for slot in (pair.one, pair.other) for hit in slot.hits]
