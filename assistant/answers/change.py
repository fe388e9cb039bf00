"""How a number moved from one year to another (增减与增幅)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.last_year import change_beside
from assistant.answers.several import matters_of
from assistant.answers.side_by_side import (
    answer,
    as_far_as_said,
    inexact,
    missing,
    notes_of,
    quantity,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import read_spread, years_to_follow
from assistant.evidence.board import Board, fill
from assistant.evidence.choose import choose_figure
from assistant.evidence.gather import Scope
from assistant.model import Operation
from assistant.wording.statements import figure_statement
from corpus.model import FigureKind
from corpus.numerals import parse_chinese
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence
    from assistant.model import Refusal, Reply, Statement
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_TWO = 2
_WHICH_WAY = re.compile(
    r"(?:增加|增长|上升|提高|[多升高涨])了?还是(?:减少|下降|降低|[少降低跌])了?(?!多少|几)"
)
"""增加了还是减少了: what one of the years states is told, where the other is silent."""
_EXACT = re.compile("精确|准确|确切")
"""Who wants nothing but the exact number is refused; others see both numbers, and why no third."""
_UP, _DOWN = "增加", "减少"
_GREW, _SHRANK = "增长", "下降"


_GREW_BY = re.compile(
    r"^[^比较,?]*[量数额率](?:增长|增加|上升|提高|下降|减少|降低)了?(?:百分之(?:几|多少)|(?:多少|几)个?百分点?)[?]?$"
)
"""2023年受理量增长了百分之几: against the year before, unless the report says it itself."""


def _alone(query: Query) -> bool:
    """Whether one year is named and what it is set against is left out."""
    return len(query.years) == 1 and _GREW_BY.search(query.core) is not None


_NET = re.compile(
    r"(?:这|近|前后)?(?P<count>[两二三四五六])年(?:来|间|里|下来)?(?:一共|总共|累计|共)?"
    r"(?:净增|净减|净|增加|增长|减少|上升|下降)了?(?=多少|几|百分)"
)
"""三年净增多少名: from the first of the years to the last."""


def _ends(spread: Spread, count: str) -> tuple[int, ...]:
    """The first and the last of the newest years, if there are so many."""
    years, asked = years_to_follow(spread), int(parse_chinese(count) or 0)
    return (years[-asked], years[-1]) if _TWO <= asked <= len(years) else ()


class Change:
    """2023年比2022年增加多少, 增长百分之几."""

    def accepts(self, query: Query) -> bool:
        """Two years, or one and the year before, and a word of moving."""
        moved = query.has("moved", "growth", "versus", "difference")
        if _NET.search(query.core) and not query.years and len(query.places) == 1:
            return True
        if _GREW_BY.search(query.core) and len(query.years) == len(query.places) == 1:
            return True
        return moved and (
            len(query.years) == _TWO
            or (len(query.years) > _TWO and not query.has("trend", "average"))
            or (len(query.years) <= 1 and query.has("last_year"))
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both numbers, the difference and, where asked for, the growth.

        None if the report states the change itself: a stated number goes before a computed one.
        """
        net = None if query.years else _NET.search(query.core)
        bare = replace(query, core=_NET.sub(" 增加", query.core)) if net else query
        spread = read_spread(bare, scope, evidence, "moved", "versus", "rank")
        if spread is None or not spread.entities or spread.two_sided or spread.ask.target:
            return None
        years = _ends(spread, net["count"]) if net else spread.years
        if len(years) == 1:
            years = (years[0] - 1, years[0])
        if len(query.years) >= _TWO:
            years = (min(query.years), max(query.years))  # 从2021年到2023年 moves from end to end
        if len(years) != _TWO or len(spread.entities) > _TWO:
            return None
        return self._between(query, scope, spread, years, evidence)

    def _between(
        self, query: Query, scope: Scope, spread: Spread, years: tuple[int, ...], evidence: Evidence
    ) -> Reply | None:
        """The change between two years, of the one indicator or of each of a row."""
        if (query.has("last_year") or _alone(query)) and _is_stated(query, scope, evidence):
            return None
        if asks := matters_of(spread, query, _EACH):
            return _of_each(asks, spread, years, query, evidence)
        between = [year for year in query.years if year not in years and year > min(years)]
        board = fill(spread.ask, spread.entities, years, evidence)
        if refusal := missing(board, "doing_moved"):
            return _one_year_alone(board, query, spread, years, evidence, refusal)
        if refusal := inexact(board, "doing_moved"):
            exact = _EXACT.search(query.question) is not None
            return refusal if exact else answer(board, rows_of(board), [refusal.text])
        statements = [*rows_of(board)]
        if between:  # 三年里多了几件: the years between are shown, and not reckoned with
            inner = fill(spread.ask, spread.entities, sorted(between), evidence)
            whole = sorted(
                (*board.slots, *inner.slots), key=lambda one: (one.entity.name, one.year)
            )
            statements = [*rows_of(replace(board, slots=tuple(whole)))]
        for start in range(0, len(board.slots), _TWO):
            statements += _moved(board, start, spread)
        return answer(board, statements, notes_of(board))


_EACH = re.compile(r"分别|各自?(?=[比较同增减上下多少涨降])")


def _of_each(
    asks: list[Ask], spread: Spread, years: tuple[int, ...], query: Query, evidence: Evidence
) -> Reply | None:
    """行政处罚和罚没款分别减少多少: how each of a row moved; a refusal where one is not stated."""
    statements: list[Statement] = []
    boards = []
    for ask in asks:
        board = fill(replace(ask, unit_class=None), spread.entities, years, evidence)
        if refusal := missing(board, "doing_moved") or inexact(board, "doing_moved"):
            return None if query.has("last_year") and not board.apart else refusal
        boards.append(board)
        statements += rows_of(board)
        one = replace(spread, ask=ask)
        for start in range(0, len(board.slots), _TWO):
            statements += _moved(board, start, one)
    return answer(boards[0], statements, [note for board in boards for note in notes_of(board)])


def _one_year_alone(
    board: Board,
    query: Query,
    spread: Spread,
    years: tuple[int, ...],
    evidence: Evidence,
    refusal: Refusal,
) -> Reply | None:
    """What is told where not both years state the number."""
    if told := _told_beside(board, years):
        return answer(board, told)
    if _WHICH_WAY.search(query.core) and not board.apart:
        return as_far_as_said(board, spread.what, evidence) or refusal
    return None if (query.has("last_year") or _alone(query)) and not board.apart else refusal


def _told_beside(board: Board, years: tuple[int, ...]) -> list[Statement]:
    """The later year's number and the change that its report states against the year before."""
    if len(board.said) != 1 or max(years) - min(years) != 1 or board.said[0].year != max(years):
        return []
    slot = board.said[0]
    change = change_beside(slot, slot.year)
    if slot.hit is None or change is None:
        return []
    return [figure_statement(slot.hit), figure_statement(change)]


def _is_stated(query: Query, scope: Scope, evidence: Evidence) -> bool:
    """Whether a report says itself by how much the number moved."""
    hits = [
        hit
        for ask in query.asks[:1]
        for hit in choose_figure(ask, Scope(cards=scope.cards, years=query.years), evidence).hits
    ]
    in_percent = query.has("growth") and "百分点" not in query.core
    return any(
        hit.view.figure.kind is FigureKind.CHANGE
        and (not in_percent or hit.view.figure.quantity.unit in ("%", "倍"))
        for hit in hits
    )


def _moved(board: Board, start: int, spread: Spread) -> list[Statement]:
    """By how much one reporter's number moved, and by how much in percent.

    A rate moves by percentage points; a growth of it besides (82.4%到98.1%增长19.1%) misleads.
    """
    earlier, later = board.slots[start], board.slots[start + 1]
    old, new = quantity(earlier), quantity(later)
    hits = [*earlier.hits, *later.hits]
    scope = earlier.entity.name if len(spread.entities) > 1 else ""
    words = {"later": later.year, "earlier": earlier.year, "new": said_of(later)}
    if old.value == new.value:
        return [stated(say("across", "unmoved", scope=scope, what=spread.what, **words), hits)]
    up = new.value > old.value
    words["old"] = said_of(earlier)
    made = []
    if pair := worked(Operation.DIFFERENCE, (later, earlier)):
        text = say(
            "across",
            "moved",
            scope=scope,
            what=spread.what,
            way=_UP if up else _DOWN,
            result=pair[1],
            **words,
        )
        made.append(stated(text, hits, pair[0]))
    if old.unit != "%" and (pair := worked(Operation.GROWTH, (later, earlier))):
        text = say("across", "growth", way=_GREW if up else _SHRANK, result=pair[1], **words)
        made.append(stated(text, hits, pair[0]))
    return made
