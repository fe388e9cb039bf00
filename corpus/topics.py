"""What a figure speaks of where its own words do not say so (承前主语)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.clauses import split_clauses
from corpus.model import FigureKind
from corpus.quantities import find_quantities
from corpus.tokens import edges_of
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.model import Figure, Quantity, Span

__all__ = ["change_pattern", "clause_topic", "same_measure", "tells_matter", "topic_of"]

_POINTS = frozenset(("个百分点", "百分点"))
_SETS_TOPIC = re.compile(r"(?:当中|(?<!其)中|来看|看|方面|领域)$")
"""行政处罚案件中,公安机关办理…: such a clause sets the topic of all that follows."""
_LEADING = re.compile(r"^(?:在|从|就|按照?|根据|对于|关于|其中|上述|所有|全部)+")
_SHORTEST = 2
_LONGEST_VERB = 3
_LONGEST = 40
"""Characters of a clause that can be a topic."""


def topic_of(earlier: list[Figure], name: str, kind: FigureKind, quantity: Quantity) -> str:
    """The topic among the figures before in the sentence.

    A change speaks of what was measured in the same unit: 98件,比上年增加7件. An outcome (维持12件)
    speaks of what was counted in its unit, and of no less than it counts.
    """
    others = [f for f in reversed(earlier) if f.kind is not FigureKind.CHANGE]
    others = [f for f in others if f.indicator != name]
    if kind is FigureKind.CHANGE:
        return _changed(others, quantity.unit) or _grown(earlier, name)
    topics = [f for f in others if tells_matter(f.indicator)]
    levels = [f for f in topics if f.kind is not FigureKind.SHARE]
    if not levels:
        levels = [f for f in others if len(f.indicator) > _LONGEST_VERB]
        return levels[0].indicator if levels else _grown(earlier, name)
    if tells_matter(name):
        return levels[0].indicator
    wide = [f for f in levels if _is_wider(f.quantity, quantity)]
    return (wide or levels)[0].indicator


def _changed(others: list[Figure], unit: str) -> str:
    """What a change speaks of: percent points of a rate, percent of what stands next before."""
    if unit == "%":
        return next((f.indicator for f in others), "")
    alike = [f for f in others if f.quantity.unit == ("%" if unit in _POINTS else unit)]
    return alike[0].indicator if alike else ""


def _is_wider(one: Quantity, other: Quantity) -> bool:
    return same_measure(one.unit, other.unit) and one.value >= other.value


def same_measure(one: str, other: str) -> bool:
    """件 and 件次, 人 and 人次 count the same things."""
    return one == other or (bool(one) and bool(other) and _bare_unit(one) == _bare_unit(other))


def _bare_unit(unit: str) -> str:
    return unit[:-1] if unit.endswith("次") and len(unit) > 1 else unit


def _grown(earlier: list[Figure], name: str) -> str:
    """What was said to grow: 地区生产总值增长5.8%,总量达到…."""
    for figure in reversed(earlier):
        if figure.kind is FigureKind.CHANGE and figure.indicator != name:
            grown = change_pattern().sub("", figure.indicator)
            if tells_matter(grown):
                return grown
    return ""


def clause_topic(folded: str, before: Span, name: str, *, alone: bool) -> str:
    """The topic that a clause without a number sets, nearest first.

    A clause such as 行政处罚案件中 sets it for all behind; any other one only where, as `alone`
    says, no figure before does. A name that tells its matter itself needs none.
    """
    if tells_matter(name):
        return ""
    clauses = [c for c in split_clauses(folded, before) if c.depth == 0]
    for clause in reversed(clauses):
        if next(find_quantities(folded, clause.span.start, clause.span.end), None):
            if not alone:
                break
            continue
        words = re.sub(r"\s", "", clause.span.of(folded))
        sets = _SETS_TOPIC.search(words)
        if len(words) > _LONGEST or not (sets or alone):
            continue
        topic = _LEADING.sub("", _SETS_TOPIC.sub("", words))
        if tells_matter(topic):
            return topic
    return ""


@cache
def change_pattern() -> re.Pattern[str]:
    """Words that make the number behind them a change; 新增 and 至少 do not."""
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(rf"(?<![新至最不缺许众大])(?:{words})(?:了|约|近|超|超过|分别|均)*\s?$")


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
