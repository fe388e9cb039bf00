"""Several numbers of several places at once (多指标多地区)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import names, quantity, rows_of, said_of, stated
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from assistant.model import Answer
from assistant.question.asks import ask_of, tells
from assistant.question.rows import nouns_of
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_MEASURED = re.compile(r"(?:[率额量数值度幅速重比]|人次|收入|产量|面积|目标)$")
_PAIR = 2


class Several:
    """云溪县和青岚市的受理件数、应诉件数分别是多少."""

    def accepts(self, query: Query) -> bool:
        """Several places, and a question for numbers that is no arithmetic over them."""
        named = len(query.places) + len(query.organs)
        everyone = query.has("counted_places", "which_place") and not named
        return (
            (named >= _PAIR or everyone)
            and len(query.years) <= 1
            and not query.has("sum", "average", "share", "coverage")
            and not query.has("difference")
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """A row for each number; None unless the question names a row of measures."""
        spread = read_spread(query, scope, evidence, "versus", "rank", "which_place")
        if spread is None or len(spread.entities) < _PAIR:
            return None
        asks = _measures(spread.ask, query.core)
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if len(asks) < _PAIR or year is None:
            return None
        boards = [fill(ask, spread.entities, (year,), evidence) for ask in asks]
        statements: list[Statement] = []
        notes: list[str] = []
        for board in boards:
            statements += rows_of(board)
            if query.has("rank", "versus") and (first := _first(board)):
                statements.append(first)
            if silent := board.silent:
                who = names(silent)
                notes.append(say("across", "not_stated", who=who, what=board.ask.text))
        if not statements:
            return None
        return Answer(statements=tuple(dict.fromkeys(statements)), notes=tuple(notes))


_COUNT = r"(?:件|项|起|场|卷|份|次|户|人|个)数"


def _measures(ask: Ask, core: str) -> list[Ask]:
    """The asks of a row of measures; empty if it is no row, or not all of it are measures."""
    nouns = nouns_of(ask.text)
    if nouns and (counted := re.search(re.escape(nouns[-1]) + f"(?P<end>{_COUNT})", core)):
        nouns[-1] += counted["end"]
    if len(nouns) < _PAIR or not all(_MEASURED.search(noun) for noun in nouns):
        return []
    first = ask_of(nouns[0])
    asks = [first, *(ask_of(noun, first.terms) for noun in nouns[1:])]
    if not all(any(map(tells, one.terms)) for one in asks):
        return []
    return [
        replace(one, target=ask.target, change=one.change or (ask.change and not one.unit_class))
        for one in asks
    ]


def _first(board: Board) -> Statement | None:
    """Who has the greatest number."""
    if len(board.said) < _PAIR or not board.one_unit:
        return None
    most = max(quantity(slot).value for slot in board.said)
    first = [slot for slot in board.said if quantity(slot).value == most]
    text = say(
        "across", "rank_first", when=f"{first[0].year}年", what=board.ask.text, most="最高",
        who=names(first), value=said_of(first[0]),
    )  # fmt: skip
    return stated(text, board.hits)
