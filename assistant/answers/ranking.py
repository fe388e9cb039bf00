"""Who is first, last or among the first (排名)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    as_far_as_said,
    gap_between,
    not_so_many,
    notes_of,
    ordinal,
    place_of,
    quantity,
    rows_of,
    said_of,
    stated,
    unstated_by,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, Slot, fill, in_one_breadth, of_another_name
from assistant.evidence.shortlist import MANY, Shortlist, read_first, shortlist
from assistant.question.units import alike, unit_class
from assistant.wording import refusals
from corpus.numerals import parse_chinese
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query
    from index.ledger import Ledger

_LESS = "少低小短慢差弱后"
_LEAST = re.compile(
    rf"最[靠落]?[{_LESS}]|倒数|垫底|[从由](?:少|低|小)到|第[一二三四五六七八九十\d]+[{_LESS}]"
)
_COUNT = re.compile(r"(?:前|后|倒数)(?P<count>[一二两三四五六七八九十]+|\d+)(?:名|位|个|家)?")
_PLACED = re.compile(
    r"第(?P<count>[一二三四五六七八九十]+|\d+)(?:名|位|[多高大少低小快慢]|(?=的?(?:是|为|省|市|县|区)))"
    r"|排(?:名|行|在|到)*第(?P<other>[一二三四五六七八九十]+|\d+)"
)
_FIRST = re.compile(rf"^[^最]*最[靠落]?[^{_LESS}]")
_ALL = re.compile(
    r"(?:都|全部|全|逐一|一一|依次|逐个)列|列出(?:各|所有|全部)|[从由](?:高|多|大|少|低|小)到|排名(?:情况|如何|怎么样)?(?=$|[,?:])|排个?[序队](?!伍)|排一下"
)
_MOST = re.compile(r"最(?P<word>[多少高低大小长短快慢好差猛强弱]|靠前|靠后|落后|领先)")
_BARE_ORDER = re.compile(
    r"(?:(?:最\w)?的?(?:前|后|倒数)[一二两三四五六七八九十\d]+(?:名|位)?(?:个?(?:省区市|省区|省|市|县|区|地方|地区|家))?(?:是谁)?"
    r"|排名|名次|排个?[名序队]|最[高多大快]的?(?:比|和|与|跟)最[低少小慢]的?[^,]*)(?:[,?].*)?$"
)
"""增幅前三名, 增速排名: whose, if nothing else, is that of all in the library."""
_EACH = re.compile(
    r"各(?:个|家|地|省|市|县|区)?[^,?]{0,6}(?:多少|几)|各(?:个)?(?:地|省|市|县|区)[^,?最]{0,24}(?:多少|几)|分别[^,?]{0,4}(?:多少|几)|都是多少"
)
"""哪里最少,各多少: every number is asked for, and not the first one alone."""
_AND_SILENT = re.compile(
    r"(?:没有?|未|缺)[^,?]{0,6}(?:也|都|请|一并|要)*(?:标|注|列|写|指)(?:明|出)"
)
"""没有数据的也请标明: who states nothing is part of the answer."""
_FEW = 2


class Ranking:
    """2023年哪个县受理的复议案件最多, 前三名是谁."""

    def accepts(self, query: Query) -> bool:
        """A word of ranking and a question for places; named ones are set side by side instead."""
        named = len(query.places) + len(query.organs)
        asked = query.question
        in_order = _ALL.search(asked) or _COUNT.search(asked) or _placed(asked)
        if named > _FEW and in_order:
            return query.has("rank")
        everyone = query.has("which_place", "counted_places") or (
            not named and _BARE_ORDER.search(query.core) is not None
        )
        return query.has("rank") and everyone and named < _FEW

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The first with their numbers; None if there are no places to compare."""
        asked = replace(query, core=_AND_SILENT.sub(" ", query.core))
        spread = read_spread(asked, scope, evidence, "rank", "which_place", "versus")
        if spread is None:
            return not_so_many(query, evidence)
        if len(spread.entities) < _FEW:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None:
            return None
        ledger, listed = evidence.shelf.ledger, None
        if len(spread.entities) > MANY and ledger is not None:
            board, listed = _of_many(spread, query, year, evidence, ledger)
        else:
            board = fill(spread.ask, spread.entities, (year,), evidence, narrower_too=True)
        if len(board.said) < _FEW:
            sure = query.has("which_place", "counted_places")
            if sure and not board.hits:
                return refusals.indicator_absent(spread.ask)
            several = sure or len(query.places) > _FEW
            return as_far_as_said(board, spread.what, evidence) if several else None
        if (
            spread.named
            and not _ALL.search(query.question)
            and (told := as_far_as_said(board, spread.what, evidence))
        ):
            return told  # whoever is silent may be the one
        return _ranked(board, spread, query, listed, evidence)


def _of_many(
    spread: Spread, query: Query, year: int, evidence: Evidence, ledger: Ledger
) -> tuple[Board, Shortlist | None]:
    """The board of those that the ledger puts first, or at either end, and its list of them."""
    asked = query.question
    count = max(_count(asked) or 1, _placed(asked) or 1)
    ends = [is_least(asked)]
    if opposite(asked):
        ends.append(not ends[0])
    slots: dict[str, Slot] = {}
    first: Shortlist | None = None
    for least in ends:
        listed = shortlist(spread.ask, spread.entities, year, ledger, least=least)
        first = first or listed
        for slot in read_first(spread.ask, listed, year, evidence, count=count):
            slots.setdefault(slot.entity.name, slot)
    return in_one_breadth(Board(ask=spread.ask, slots=tuple(slots.values()))), first


def opposite(asked: str) -> str | None:
    """The second superlative of 最高和最低."""
    words = [found["word"] for found in _MOST.finditer(asked)]
    return next((word for word in words if (word[-1] in _LESS) != (words[0][-1] in _LESS)), None)


def _ranked(
    board: Board, spread: Spread, query: Query, listed: Shortlist | None, evidence: Evidence
) -> Reply:
    least = is_least(query.question)
    slots, odd = _of_one_unit(board)
    if not slots:
        return answer(board, rows_of(board), notes_of(board))
    ordered = sorted(
        slots, key=lambda slot: (_sign(least) * quantity(slot).value, slot.entity.name)
    )
    notes = [say("across", "counted", count=listed.stated if listed else len(ordered))]
    notes += [] if listed else notes_of(board)
    if listed and listed.tied > len(_with_ties(ordered, 1)):
        notes.append(say("across", "tied", count=listed.tied))
    if narrower := of_another_name(board):
        rows = "、".join(f"{one.entity.name}({one.hit.view.own})" for one in narrower if one.hit)
        notes.append(say("across", "other_names", who=rows))
    if odd:
        notes.append(say("across", "other_units", who="、".join(one.entity.name for one in odd)))
    if not spread.years:
        notes.append(say("across", "year_taken", year=ordered[0].year))
    # Whoever has no place in the order still has a row: what they say, or that they say nothing.
    ranked = {slot.entity.name for slot in ordered}
    unranked = (slot for slot in board.slots if slot.entity.name not in ranked)
    shown = replace(board, slots=(*ordered, *unranked))
    made = _statements(query, as_told(spread, board), ordered, least=least)
    if _AND_SILENT.search(query.question) and (silent := [s for s in board.silent if s.reported]):
        made.append(unstated_by(silent, spread.what, evidence))
    return answer(shown, made, notes)


def as_told(spread: Spread, board: Board) -> str:
    """The indicator; as far as it is told, where not all tell it."""
    silent = any(slot.reported for slot in (*board.silent, *board.apart))
    return say("across", "as_far_as_told", what=spread.what) if silent else spread.what


def _statements(query: Query, what: str, ordered: list[Slot], *, least: bool) -> list[Statement]:
    """Who is first, among the first, at one place, or at both ends."""
    asked = query.question
    words = [found["word"] for found in _MOST.finditer(asked)]
    most = "最" + (words[0] if words else "少" if least else "多")
    placed = _placed(asked)
    if placed and placed > 1:
        return _at(ordered, placed, what, least=least)
    count = _count(asked) or (len(ordered) if _ALL.search(asked) and not placed else 1)
    made = [_said(what, _with_ties(ordered, count), most, count, ordered)]
    other = opposite(asked)
    if other and count == 1:
        last = _with_ties(ordered[::-1], 1)
        made.append(_said(what, last, "最" + other, 1, ordered))
        if query.has("difference", "versus") and (gap := gap_between(ordered[0], ordered[-1])):
            made.append(gap)
    if count == 1 and _EACH.search(asked) and len(ordered) > len(_with_ties(ordered, 1)):
        rows = "、".join(
            say("across", "rank_row", who=slot.entity.name, value=said_of(slot)) for slot in ordered
        )
        text = say("across", "each_place", rows=rows)
        made.append(stated(text, [slot.hit for slot in ordered if slot.hit]))
    return made


def _at(ordered: list[Slot], place: int, what: str, *, least: bool) -> list[Statement]:
    """Whoever has one place in the order; nobody, if ties leave it out or there are too few."""
    there = [slot for slot in ordered if place_of(slot, ordered) == place]
    if not there:
        return [_said(what, ordered, "最少" if least else "最多", len(ordered))]
    text = say(
        "across", "rank_nth", when=f"{there[0].year}年", what=what,
        place=ordinal(place), **_direction(least=least),
        who="、".join(slot.entity.name for slot in there), value=said_of(there[0]),
    )  # fmt: skip
    return [stated(text, [slot.hit for slot in ordered if slot.hit])]


def _direction(*, least: bool) -> dict[str, str]:
    return {"order": "低", "end": "高"} if least else {"order": "高", "end": "低"}


def _placed(question: str) -> int | None:
    found = _PLACED.search(question)
    return _number(found["count"] or found["other"]) if found else None


def is_least(question: str) -> bool:
    """Whether the last is asked for; 最高和最低 asks for the first before."""
    return _LEAST.search(question) is not None and not _FIRST.search(question)


def _sign(least: bool) -> int:  # noqa: FBT001
    return 1 if least else -1


_SHOWN = 6
"""So few numbers are all cited where they are put in order."""


def _said(
    what: str, first: list[Slot], most: str, count: int, ordered: Sequence[Slot] = ()
) -> Statement:
    """The first few; cited with those they are ahead of, where these are not many."""
    when = f"{first[0].year}年"
    compared = ordered if len(first) <= len(ordered) <= _SHOWN else first
    hits = [slot.hit for slot in compared if slot.hit]
    if count == 1:
        who = "、".join(slot.entity.name for slot in first)
        value = "、".join(dict.fromkeys(said_of(slot) for slot in first))
        text = say("across", "rank_first", when=when, what=what, most=most, who=who, value=value)
    else:
        rows = "、".join(
            say("across", "rank_row", who=slot.entity.name, value=said_of(slot)) for slot in first
        )
        text = say("across", "rank_list", when=when, what=what, most=most, rows=rows)
    return stated(text, hits)


def _of_one_unit(board: Board) -> tuple[list[Slot], list[Slot]]:
    """The slots of the commonest unit, and the others; 数十件 has no place in an order."""
    narrower = of_another_name(board)
    said = [slot for slot in board.said if slot not in narrower]
    units = [quantity(slot).unit for slot in said]
    common = max(units, key=units.count)
    same = [
        slot
        for slot in said
        if _of_one_order(quantity(slot).unit, common) and not quantity(slot).hedge.is_open
    ]
    return same, [slot for slot in said if slot not in same]


def _of_one_order(one: str, other: str) -> bool:
    """家 and 个 of one matter count the same things, though nobody would add them up."""
    things = all(unit_class(unit) == "thing" or unit == "户" for unit in (one, other))
    return alike(one, other) or things


def _with_ties(ordered: list[Slot], count: int) -> list[Slot]:
    """The first few, and whoever equals the last of them."""
    last = quantity(ordered[min(count, len(ordered)) - 1]).value
    return [
        slot
        for number, slot in enumerate(ordered)
        if number < count or quantity(slot).value == last
    ]


def _count(question: str) -> int | None:
    found = _COUNT.search(question)
    return _number(found["count"]) if found else None


def _number(number: str) -> int | None:
    value = int(number) if number.isdigit() else parse_chinese(number)
    return max(1, int(value)) if value else None
