"""What is aimed at against what was reached (目标与实绩): two years, one number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    missing,
    quantity,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import read_spread
from assistant.evidence.board import Board, fill
from assistant.model import Operation
from assistant.question.forms import form
from assistant.wording.statements import label_of
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.entities import Entity
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_AIM = re.compile(r"目标|预期|计划|打算|安排|力争|要做到")
_RESULT = re.compile(r"实际|实绩|完成|落实|达成|水平|增速|增长|(?:去年|上一?年|前一年)(?:度)?的?数")
_TWO_YEARS = re.compile(r"去年|上一?年|前一年|明年|下一?年")
_NEXT = re.compile(r"明年|下一?年")
_GROWS = re.compile(r"增长|增速|增幅|下降|降低|提高|上涨|涨幅")
_PAIR, _MOST = 2, 12


class AimAndResult:
    """2025年的目标比2024年的实际增速高几个百分点."""

    def accepts(self, query: Query) -> bool:
        """An aim, a result, and a word that sets them against each other."""
        against = query.has("versus", "difference", "moved", "growth")
        both = _AIM.search(query.core) is not None and _RESULT.search(query.core) is not None
        two = len(query.years) == _PAIR or (both and _TWO_YEARS.search(query.question) is not None)
        each = len(form("quantity").findall(query.core)) >= _PAIR and both
        return (against or each) and two and len(query.places) + len(query.organs) >= 1

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both numbers and what lies between them; None where no aim is stated."""
        spread = read_spread(
            query, scope, evidence, "aim", "versus", "moved", "rank", "which_place"
        )
        if spread is None or not 1 <= len(spread.entities) <= _MOST:
            return None
        years = _years(query, spread.entities[0])
        if years is None or not _is_aimed(query, spread.entities, years[1]):
            return None
        pairs = [_pair(spread, entity, years, evidence) for entity in spread.entities]
        if None in pairs:
            return None
        boards = [board for board in pairs if board is not None]
        for board in boards:
            if refusal := missing(board, "doing_compare"):
                return refusal
        whole = replace(boards[0], slots=tuple(slot for board in boards for slot in board.slots))
        growth = _wants_growth(query)
        statements = [each for board in boards for each in _told(board, growth=growth)]
        if len(boards) > 1 and whole.one_unit:
            statements.append(_widest(boards))
        return answer(whole, statements)


def _pair(
    spread: Spread, entity: Entity, years: tuple[int, int], evidence: Evidence
) -> Board | None:
    """Result and aim of one reporter; None where no aim is stated."""
    reached, aimed = years
    ask = replace(spread.ask, target=False)
    aims = fill(replace(ask, target=True), (entity,), (aimed,), evidence)
    if not aims.hits:
        return None
    # What is aimed at says whether it is the growth that is set against growth.
    grows = all(_GROWS.search(hit.view.own) for hit in aims.hits)
    ask = replace(ask, change=grows and _is_percent(aims))
    done = fill(ask, (entity,), (reached,), evidence)
    return Board(ask=ask, slots=(*done.slots, *aims.slots))


def _is_aimed(query: Query, entities: Sequence[Entity], year: int) -> bool:
    """Whether the later year's number can only be an aim, or is asked for as one."""
    newest = max((card.year for one in entities for card in one.cards if card.year), default=0)
    return _AIM.search(query.core) is not None or year > newest


def _told(board: Board, *, growth: bool) -> list[Statement]:
    return [*rows_of(board), *_between(board, growth=growth)]


def _widest(boards: list[Board]) -> Statement:
    """Whose aim lies farthest from the result."""

    def gap(board: Board) -> Decimal:
        return abs(quantity(board.slots[1]).value - quantity(board.slots[0]).value)

    most = max(map(gap, boards))
    first = [board for board in boards if gap(board) == most]
    who = "、".join(board.slots[0].entity.name for board in first)
    text = say("across", "widest", who=who)
    return stated(text, [hit for board in first for hit in board.hits])


def _is_percent(board: Board) -> bool:
    return all(hit.view.figure.quantity.unit == "%" for hit in board.hits)


def _years(query: Query, entity: Entity) -> tuple[int, int] | None:
    """The year of the result and that of the aim."""
    if len(query.years) == _PAIR:
        return min(query.years), max(query.years)
    newest = max((card.year for card in entity.cards if card.year), default=None)
    if newest is None:
        return None
    if not query.years:
        return newest, newest + 1
    year = query.years[0]
    forward = _NEXT.search(query.question) is not None
    return (year, year + 1) if forward else (year - 1, year)


def _label(board: Board) -> str:
    """The matter in the words of the report."""
    return label_of(board.hits[0].view.figure)


def _wants_growth(query: Query) -> bool:
    return re.search(r"百分之(?:多少|几)|增长率|增幅是?(?:多少|多大)", query.core) is not None


def _between(board: Board, *, growth: bool) -> list[Statement]:
    """How much the aim is above or below the result."""
    result, aim = board.slots
    low, high = quantity(result), quantity(aim)
    words = {
        "earlier": result.year, "later": aim.year,
        "aim": said_of(aim), "done": said_of(result),
    }  # fmt: skip
    scope = f"{aim.entity.name}"
    if low.value == high.value:
        text = say(
            "across", "aim_equal", scope=scope, what=_label(board), earlier=result.year,
            later=aim.year, done=said_of(result),
        )  # fmt: skip
        return [stated(text, board.hits)]
    up = high.value > low.value
    return [
        *_difference(board, (aim, result), scope=scope, what=_label(board), up=up, words=words),
        *(_growth(board, (aim, result), up=up, words=words) if growth or low.unit != "%" else []),
    ]


def _difference(
    board: Board,
    pair: tuple[Slot, Slot],
    *,
    scope: str,
    what: str,
    up: bool,
    words: dict[str, object],
) -> list[Statement]:
    made = worked(Operation.DIFFERENCE, pair)
    if made is None:
        return []
    way = "高出" if up else "低"
    text = say("across", "aim_and_result", scope=scope, what=what, way=way, result=made[1], **words)
    return [stated(text, board.hits, made[0])]


def _growth(
    board: Board, pair: tuple[Slot, Slot], *, up: bool, words: dict[str, object]
) -> list[Statement]:
    made = worked(Operation.GROWTH, pair)
    if made is None or quantity(pair[0]).unit == "%":
        return []
    text = say("across", "aim_growth", way="增长" if up else "下降", result=made[1], **words)
    return [stated(text, board.hits, made[0])]
