"""Several numbers of several places or years at once (多指标多地区)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import names, quantity, rows_of, said_of, stated, with_years
from assistant.evidence.across import common_year, names_money, read_spread
from assistant.evidence.board import Board, fill
from assistant.model import Answer
from assistant.question.asks import ask_of, tells
from assistant.question.forms import form
from assistant.question.places import Gazetteer
from assistant.question.rows import nouns_of
from assistant.question.years import years_of
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_MEASURED = re.compile(r"(?:[率额量数值度幅速重比]|人次|收入|产量|面积|目标)$")
_PAIR = 2


class Several:
    """云溪县和青岚市的受理件数、应诉件数分别是多少, 处罚和免罚各多少件."""

    def accepts(self, query: Query) -> bool:
        """Several places or years, and a question for numbers that is no arithmetic over them."""
        named = len(query.places) + len(query.organs)
        everyone = query.has("counted_places", "which_place") and not named
        over_years = len(query.years) >= _PAIR and not query.has("trend", "moved", "rank")
        each = named == 1 or _EACH.search(query.core) is not None
        return (
            (
                ((named >= _PAIR or everyone) and len(query.years) <= 1)
                or ((named > 0 or everyone) and over_years and each)
            )
            and not query.has("sum", "average", "share", "coverage")
            and not query.has("difference")
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """A row for each number; None unless the question names a row of measures."""
        spread = read_spread(query, scope, evidence, "versus", "rank", "which_place")
        if spread is None:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        years = spread.years or ((year,) if year else ())
        if len(spread.entities) * len(years) < _PAIR:
            return None
        over_years = len(years) >= _PAIR
        asks = [] if over_years else _measures(spread.ask, query.core)
        if not asks:
            asks = _asked_apart(query, scope, evidence) or matters_of(spread, query)
            # 两县两年各多少件, 三个县区各多少件
            asks = asks or ([spread.ask] if _is_one_matter(query, over_years=over_years) else [])
            boards = [fill(ask, spread.entities, years, evidence) for ask in asks]
            if not all(board.hits for board in boards):
                return None  # A和B may be one matter, and is looked for as one then
        else:
            boards = [fill(ask, spread.entities, years, evidence) for ask in asks]
        return _told(boards, query) if boards else None


def _is_one_matter(query: Query, *, over_years: bool) -> bool:
    """Whether one number is asked for of each of several years, or of counted places."""
    counted = query.has("counted_places") and not query.places
    one = len(form("quantity").findall(query.core)) == 1
    return one and (over_years or counted) and _EACH.search(query.core) is not None


def _told(boards: list[Board], query: Query) -> Answer | None:
    statements: list[Statement] = []
    notes: list[str] = []
    for board in boards:
        statements += rows_of(board)
        if query.has("rank", "versus") and (first := _first(board)):
            statements.append(first)
        if silent := board.silent:
            dated = len({slot.year for slot in board.slots}) > 1
            who = with_years(silent) if dated else names(silent)
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


def _asked_apart(query: Query, scope: Scope, evidence: Evidence) -> list[Ask]:
    """诉讼案件各多少件?出庭率各多少: a question word for each; empty unless all name a matter."""
    pieces = _pieces(query.core)
    if len(pieces) < _PAIR or not all(form("quantity").search(piece) for piece in pieces):
        return []
    if not _shared_by_all(query):
        return []
    asks = []
    for piece in pieces:
        spread = read_spread(
            replace(query, core=piece), scope, evidence, "versus", "rank", "which_place"
        )
        if spread is None or not _names_a_matter(spread.ask):
            return []
        asks.append(spread.ask)
    return asks


def _pieces(text: str) -> list[str]:
    return [piece for piece in _APART.split(text) if piece.strip()]


_APART = re.compile("[?;。,]|(?<=[案件金额人次目数])、(?=[^、]*(?:多少|几))")
"""、 parts what has a question word on either side (办了多少案件、挽回多少损失)."""


def _shared_by_all(query: Query) -> bool:
    """Whether the places and years stand together before the pieces, and none has its own."""
    gazetteer = Gazetteer(query.places)
    names = [name for place in query.places for name in gazetteer.names_of(place)]
    named = [
        bool(years_of(piece)) or any(name in piece for name in names)
        for piece in _pieces(query.said)
    ]
    return named.count(True) <= 1


_EACH = re.compile(
    r"(?:各自?|分别)(?:是|有|为|[\u4e00-\u9fff]{1,3})?了?(?:多少|几)|(?:件|人|户|次|份|项|起|场)数$"
)


def matters_of(spread: Spread, query: Query, each: re.Pattern[str] = _EACH) -> list[Ask]:
    """行政处罚和不予处罚各多少件: a row of which each names a matter of its own, counted alike."""
    text = re.sub(r"(?:分别|各自?)\s*$", "", spread.ask.text)
    nouns = nouns_of(text) if each.search(query.core) else []
    if len(nouns) < _PAIR:
        return []
    end = re.search(r"(?:办理|受理|审理)?(?:件|人|户|次|份|项|起|场)数$", nouns[-1])
    if end and end.start():
        nouns[-1] = nouns[-1][: end.start()]
    asks = [ask_of(noun) for noun in nouns]
    if not all(map(_names_a_matter, asks)):
        return []
    counted = spread.ask.unit_class
    return [
        replace(
            one,
            unit_class=one.unit_class or counted,
            measure=one.measure or spread.ask.measure,
            without=spread.ask.without,
        )
        for one in asks
    ]


_WHOLE_NAME = 4


def _names_a_matter(ask: Ask) -> bool:
    """Whether an ask says by itself of what: 受理 does not, 不予处罚 does."""
    return names_money(ask) or any(
        term.topic
        or (term.act and len(term.text) >= _WHOLE_NAME)
        or _is_rate(term.text)
        or (len(term.text) >= _WHOLE_NAME and _COUNTED_HEAD.search(term.text))
        for term in ask.terms
    )


_COUNTED_HEAD = re.compile("(?:人员|队伍|机构|组织|平台|中心|基地|校长|顾问|窗口|站点)$")
"""执法人员 are counted, whatever else is told of them."""


def _is_rate(word: str) -> bool:
    return len(word) >= _WHOLE_NAME and word.endswith("率")


def _first(board: Board) -> Statement | None:
    """Who has the greatest number."""
    if len(board.said) < _PAIR or not board.one_unit or len({s.year for s in board.slots}) > 1:
        return None
    most = max(quantity(slot).value for slot in board.said)
    first = [slot for slot in board.said if quantity(slot).value == most]
    text = say(
        "across", "rank_first", when=f"{first[0].year}年", what=board.ask.text, most="最高",
        who=names(first), value=said_of(first[0]),
    )  # fmt: skip
    return stated(text, board.hits)
