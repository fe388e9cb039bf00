"""What a figure speaks of where its own words do not say so (承前主语)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.clauses import Clause, split_clauses
from corpus.model import FigureKind, Span
from corpus.quantities import find_quantities
from corpus.tokens import edges_of
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.model import Figure, Quantity

__all__ = [
    "any_before",
    "carried_topic",
    "change_pattern",
    "clause_topic",
    "grown_before",
    "led_topic",
    "row_head",
    "same_measure",
    "tells_matter",
    "topic_of",
    "whole_topic",
]

_POINTS = frozenset(("个百分点", "百分点"))
_SETS_TOPIC = re.compile(r"(?:当中|(?<!其)中|来看|看|方面|领域)$")
"""行政处罚案件中,公安机关办理…: such a clause sets the topic of all that follows."""
_RATE = re.compile("(?:增速|[增降涨跌]幅|增长率)$")
_LEADING = re.compile(r"^(?:在|从|就|按照?|根据|对于|关于|其中|上述|所有|全部)+")
_FIELDS = frozenset(("行政", "民事", "刑事", "案件"))
"""Words that tell no matter alone, but belong to the noun that they begin."""
_EVENT = re.compile("(?:考试|测试|培训班?|轮训班?|讲座|竞赛|研讨班)$")
_ATTENDED = re.compile("(?:实际|应当?)?(?:参考|参训|参加|参会|参赛|受训|通过|合格)(?:人员|人数)?")
"""组织考试4次,参考200人: of the examination, not of what was counted in 人 before."""
_LEADS = frozenset(":】")
_LONGEST_LEAD = 12
_ANNOUNCES = re.compile("(?:目标|要求|是|为|方面|工作|任务|发力|如下|问题|不足|措施|情况)$")
"""今年的主要预期目标是: names nothing."""
_SHORTEST = 2
_LONGEST_VERB = 3
_LONGEST = 40
_FAR = 800
"""Characters of a clause that can be a topic."""


def topic_of(earlier: list[Figure], name: str, kind: FigureKind, quantity: Quantity) -> str:
    """The topic among the figures before in the sentence; empty where none names a matter.

    A change speaks of what was measured in the same unit: 98件,比上年增加7件. An outcome (维持12件)
    speaks of what was counted in its unit, and of no less than it counts.
    """
    others = _others(earlier, name)
    if kind is FigureKind.CHANGE:
        own = tells_matter(change_pattern().sub("", name))
        return _changed(others, quantity.unit, earlier) or (
            "" if own else grown_before(earlier, name, named=quantity.unit in _POINTS)
        )
    if kind is FigureKind.SHARE and not tells_matter(name) and not name.endswith("率"):
        of = next((f for f in others if f.kind is not FigureKind.SHARE), None)
        return whole_topic(of, earlier) if of else ""
    topics = [f for f in others if tells_matter(f.indicator)]
    levels = [f for f in topics if f.kind is not FigureKind.SHARE]
    events = [f.indicator for f in levels if _EVENT.search(f.indicator)]
    if events and _ATTENDED.fullmatch(name):
        return events[0]
    if levels and not tells_matter(name):
        wide = [f for f in levels if _is_wider(f.quantity, quantity)]
        return (wide or levels)[0].indicator
    return levels[0].indicator if levels else ""


def any_before(earlier: list[Figure], name: str) -> str:
    """What stands before, for want of a matter: an organ and its verb, or what was said to grow."""
    others = _others(earlier, name)
    long = [f.indicator for f in others if len(f.indicator) > _LONGEST_VERB]
    if long or (tells_matter(name) and len(name) > _LONGEST_VERB):
        return long[0] if long else ""
    return grown_before(earlier, name)


def carried_topic(before: list[Figure], name: str, kind: FigureKind, quantity: Quantity) -> str:
    """The topic of the sentence before, for an outcome in one of its own (受理33件。审结30件)."""
    others = _others(before, name)
    if kind is FigureKind.CHANGE:
        own = tells_matter(change_pattern().sub("", name))
        return "" if own else _changed(others, quantity.unit, before)
    if kind is FigureKind.SHARE or tells_matter(name):
        return ""
    wide = [f for f in others if _is_wider(f.quantity, quantity)]
    topics = (f.indicator if tells_matter(f.indicator) else f.subject for f in wide)
    return next((topic for topic in topics if tells_matter(topic)), "")


def whole_topic(figure: Figure, earlier: list[Figure]) -> str:
    """A figure as the topic of others, with the matter it speaks of: 审结 is 审结行政复议案件."""
    if tells_matter(figure.indicator):
        return figure.indicator
    unit = figure.quantity.unit
    for other in earlier:
        if other.indicator == figure.subject and same_measure(other.quantity.unit, unit):
            return figure.indicator + _noun_of(figure.subject)
    return figure.indicator


def _noun_of(topic: str) -> str:
    """The words behind the last verb of a topic: 行政复议申请 of 复议机关共收到行政复议申请."""
    position, start = 0, 0
    for word in _tokens(topic):
        opens = start == position and word in _outcomes() and word not in _FIELDS
        position += len(word)
        if (opens or word in _verbs()) and position < len(topic):
            start = position
    return topic[start:]


def _others(earlier: list[Figure], name: str) -> list[Figure]:
    others = [figure for figure in reversed(earlier) if figure.kind is not FigureKind.CHANGE]
    return [figure for figure in others if figure.indicator != name]


def _changed(others: list[Figure], unit: str, earlier: list[Figure]) -> str:
    """What a change speaks of: percent points of a rate, percent of what stands next before."""
    alike = "%" if unit in _POINTS else unit
    for figure in others:
        if unit == "%" or figure.quantity.unit == alike:
            return whole_topic(figure, earlier)
    return ""


def _is_wider(one: Quantity, other: Quantity) -> bool:
    return same_measure(one.unit, other.unit) and one.value >= other.value


def same_measure(one: str, other: str) -> bool:
    """件 and 件次, 人 and 人次 count the same things."""
    return one == other or (bool(one) and bool(other) and _bare_unit(one) == _bare_unit(other))


def _bare_unit(unit: str) -> str:
    return unit[:-1] if unit.endswith("次") and len(unit) > 1 else unit


def grown_before(earlier: list[Figure], name: str, *, named: bool = False) -> str:
    """What was said to grow: 地区生产总值增长5.8%,总量达到….

    With `named`, its growth: 投资增速23.9%,高于全国15.9个百分点.
    """
    for figure in reversed(earlier):
        if figure.kind is FigureKind.CHANGE and figure.indicator != name:
            grown = change_pattern().sub("", figure.indicator)
            if tells_matter(grown):
                return figure.indicator if named and _RATE.search(figure.indicator) else grown
    return ""


def clause_topic(folded: str, before: Span, *, sets: bool) -> str:
    """The topic that a clause without a number sets, nearest first.

    With `sets` only a clause such as 行政处罚案件中, which holds for all behind it.
    """
    for clause in reversed(_clauses_near(folded, before)):
        words = re.sub(r"\s", "", clause.span.of(folded))
        if clause.depth or len(words) > _LONGEST or (sets and not _SETS_TOPIC.search(words)):
            continue
        if next(find_quantities(folded, clause.span.start, clause.span.end), None):
            continue
        topic = _LEADING.sub("", _SETS_TOPIC.sub("", words))
        if tells_matter(topic):
            return topic
    return ""


def _clauses_near(folded: str, before: Span) -> tuple[Clause, ...]:
    """The clauses within reach of the end; endless rows must not be read anew for each figure."""
    return split_clauses(folded, Span(max(before.start, before.end - _FAR), before.end))


def led_topic(folded: str, before: Span, name: str) -> str:
    """What stands before the nearest colon: 案件来源:投诉举报45件;上级交办30件."""
    if not any(folded.find(mark, before.start, before.end) >= 0 for mark in _LEADS):
        return ""
    for clause in reversed(_clauses_near(folded, before)):
        mark = folded[clause.span.end : clause.span.end + 1]
        words = re.sub(r"\s", "", clause.span.of(folded))
        if mark in _LEADS and len(words) <= _LONGEST_LEAD and not re.search(r"\d", words):
            topic = _LEADING.sub("", words)
            names = tells_matter(topic) and not _ANNOUNCES.search(topic)
            return topic if names and topic != name else ""
    return ""


def row_head(folded: str, opening: Span, name: str) -> str:
    """What heads a numbered row of numbers: 2.农药:出动3.9万人次,立案1653件; empty for none.

    `opening` runs from behind the numeral to the number's own clause.
    """
    found = _ROW_HEAD.match(folded, opening.start, opening.end)
    head = found["head"] if found else ""
    if not head or _ANNOUNCES.search(head) or name.startswith(head):
        return ""
    return "" if tells_matter(name) and not _outcome_alone(name) else head


_ROW_HEAD = re.compile(r"\s*(?P<head>[\u4e00-\u9fff]{2,12}):(?=[^,;。]{0,6}\d)")


def _outcome_alone(name: str) -> bool:
    """Whether a name says what was done and of nothing (立案, 罚没款, 移送公安)."""
    return len(name) <= _LONGEST_DEED


_LONGEST_DEED = 4


@cache
def change_pattern() -> re.Pattern[str]:
    """Words that make the number behind them a change; 新增 and 至少 do not."""
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(
        rf"(?<![新至最不缺许众大更很诸])(?:{words})(?:了|约|近|超|超过|分别|均)*\s?$"
        r"|(?:[增降涨跌]幅|增速|增长率?|下降)(?:达到?|为|均为|均达|分别为|分别达)\s?$"
    )


@lru_cache(maxsize=4096)
def tells_matter(words: str) -> bool:
    """Whether words name a matter, not only an outcome (维持), an organ (公安机关办理)."""
    kept = "".join(word for word in _tokens(words) if word not in _outcomes())
    kept = re.sub(r"\W", "", kept)
    return len(kept) >= _SHORTEST and not kept.endswith(words_of("organ_ends"))


def _tokens(words: str) -> list[str]:
    return [words[a:b] for a, b in pairwise(sorted(edges_of(words)))]


@cache
def _outcomes() -> frozenset[str]:
    return frozenset((*words_of("outcome_words"), *words_of("acting_verbs")))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words_of("acting_verbs"))
