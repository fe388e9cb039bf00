"""How far two figures are named alike (同名程度): both ways, by words and their synonyms.

What the draft says must stand around the report's figure, and what the report calls its figure
must stand around the draft's: 办结的案件 lies within 受理并办结的案件, but is not the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.acts import MADE_UP, acts_apart, apart
from assistant.draft.atoms import canonical
from assistant.draft.model import AtomKind
from assistant.draft.name_words import words_of_name
from assistant.draft.parts import among, limited
from assistant.draft.words import acts_in, listed
from assistant.question.lexicon import Term, coverage, plain
from corpus.model import FigureKind
from index.groups import sign

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView

__all__ = ["LEVEL", "Likeness", "alike", "direction", "levels_in", "name_terms"]

_ZONES = (
    ("own", 1.0), ("row", 0.95), ("subject", 0.9), ("segment", 0.88), ("after", 0.8),
    ("item", 0.78), ("earlier", 0.75), ("sentence", 0.75), ("before", 0.6), ("headings", 0.55),
)  # fmt: skip
_DOING = frozenset(("own", "row", "subject", "segment", "after", "sentence"))
_RATE_NAME = 3
_WHENCE = re.compile("^从.{2,24}中(?=选|遴选|抽调|抽选|评选|招募|产生)")
"""From whom some were chosen: no part of what they are called."""
_PLACES = "位"
_STANDING = re.compile("(?:的)?(?:位次|名次|排名|排位)(?=[前后]移|[上提跃]升|后退|下降|下滑)")
"""位次前移7位 is 前移7位."""
_LOOK_BACK = 10
"""Characters before the number of a change that tell which way it goes."""
_RATE = re.compile(r"[\u4e00-\u9fff]{2}率$")
LEVEL = re.compile("(?:国家|自治区|[省市区县镇])级")
_NATIONAL = re.compile(
    "^(?:获评?|创成|创建|新增|建成)?全国[\u4e00-\u9fff]{2,12}(?:示范|先进|模范|文明)"
)
_SAME_ACT = 0.9
_SHORTENED = 0.85
"""What 执法 is worth for 行政执法."""
_FOUND = 0.5
_SUBJECT = 0.8
"""What a word of the subject weighs beside one of a name that says too little."""
_LENT = 0.4
"""The same for a report's subject, which a draft may leave out."""
_THIN, _THIN_BESIDE_A_VERB = 1.2, 1.0
"""Weight of a name that says too little for itself: its subject is part of it."""
_HELD = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How far a figure of a draft and one of a report are named alike (相近程度)."""

    there: float
    """Share of the draft's words that stand around the report's figure."""
    back: float
    """Share of the report's words that stand around the draft's figure."""
    lost: tuple[Term, ...]
    """Notions of either name that the other does not have."""
    unknown: bool
    """A notion of the draft's own name is among them."""
    acts_apart: bool
    """They name different acts (受理, 办结)."""
    limited: bool
    """The draft speaks of a part (仅村一级) where the report does not."""
    among: bool
    """The draft says 其中 where the report does not."""
    row: float
    """Share of the words of the draft's stretch that stand around the report's figure."""
    rates_apart: bool
    """They are rates of different things (受理率, 办结率)."""
    levels_apart: bool
    """They name different levels (省级, 市级)."""
    opposed: bool
    """One rises where the other falls."""

    @property
    def score(self) -> float:
        """Both ways together."""
        low, high = sorted((self.there, self.back))
        return 0.6 * low + 0.4 * high - 0.12 * len(self.lost)


def alike(said: FigureView, true: FigureView) -> Likeness:
    """Compare a figure of a draft with one of a report."""
    there, lost = _covered(name_terms(said), true)
    back, missed = _covered(_named(_name(true, of=said), true.subject, _LENT), said)
    mine, theirs = direction(said), direction(true)
    return Likeness(
        there=there,
        back=back,
        lost=tuple(term for term in (*lost, *missed) if term.topic),
        unknown=any(term.topic for term in lost),
        acts_apart=acts_apart(said, true),
        limited=limited(said, true),
        among=among(said, true, min(there, back)),
        row=_covered(tuple((t, t.weight) for t in words_of_name(said.row)), true)[0],
        rates_apart=_rates_apart(said.own, true.own),
        levels_apart=apart(_levels_of(said.own), _levels_of(true.own)),
        opposed=bool(mine and theirs and mine != theirs),
    )


@lru_cache(maxsize=_HELD)
def _named(own: str, subject: str, share: float) -> tuple[tuple[Term, float], ...]:
    weighed = [(term, term.weight) for term in words_of_name(own)]
    nouns = sum(weight for term, weight in weighed if not term.verb)
    does = any(term.verb for term, _ in weighed)
    thin = nouns < (_THIN_BESIDE_A_VERB if does else _THIN)
    known = {term.text for term, _ in weighed}
    if thin:
        weighed += [(t, t.weight * share) for t in words_of_name(subject) if t.text not in known]
    return tuple(weighed)


def name_terms(view: FigureView) -> tuple[tuple[Term, float], ...]:
    """The words that name a figure, with their weights; its subject where it says too little."""
    return _named(_name(view), view.subject, _SUBJECT)


def _name(view: FigureView, of: FigureView | None = None) -> str:
    """The words that name a figure; of several rates in a row, the last, if `of` is the same."""
    own = MADE_UP.sub("", _WHENCE.sub("", view.own)) or view.own
    if view.figure.quantity.unit == _PLACES:
        own = _STANDING.sub("", own) or own
    if view.figure.kind is FigureKind.CHANGE:
        for word in listed("comparing"):
            own = own.replace(word, "")
        return own or view.own
    last = plain(view.figure.indicator.split("、")[-1])
    if of is None or last == own or not _RATE.search(last):
        return own
    return last if plain(of.figure.indicator.split("、")[-1]).endswith(last[-_RATE_NAME:]) else own


def _covered(terms: tuple[tuple[Term, float], ...], view: FigureView) -> tuple[float, list[Term]]:
    weight = found = 0.0
    lost = []
    for term, worth in terms:
        best = 0.0
        for zone, factor in _ZONES:
            if factor <= best:
                break
            if term.act and zone not in _DOING:
                continue
            best = max(best, factor * _held(term, getattr(view, zone)))
        weight += worth
        found += worth * best
        if best < _FOUND and term.topic and worth >= term.weight * _SUBJECT:
            lost.append(term)
    return (found / weight if weight else 0.0), lost


@lru_cache(maxsize=_HELD * 8)
def _held(term: Term, zone: str) -> float:
    held = coverage(term, zone, rates=True)
    if held < _SAME_ACT and acts_in(term.text) and acts_in(term.text) & acts_in(zone):
        return _SAME_ACT
    short = term.text.removeprefix("行政")
    if held < _SHORTENED and short != term.text and len(short) > 1 and short in zone:
        return _SHORTENED
    return held


def _rates_apart(mine: str, theirs: str) -> bool:
    one, other = _RATE.search(mine), _RATE.search(theirs)
    if one is None or other is None or one[0] == other[0]:
        return False
    if one[0] in theirs or other[0] in mine:
        return False
    return sign(one[0]) != sign(other[0])


def levels_in(words: str) -> frozenset[str]:
    """The levels (省级) that words name, each in one writing."""
    return frozenset(canonical(AtomKind.LEVEL, found[0]) for found in LEVEL.finditer(words))


def _levels_of(own: str) -> frozenset[str]:
    """The levels that a name says; a 全国…示范村 is one of the nation's."""
    found = levels_in(own)
    return found | levels_in("国家级") if not found and _NATIONAL.search(own) else found


def direction(view: FigureView) -> str:
    """Whether a change goes up or down, by the word that stands last before its number."""
    if view.figure.kind is not FigureKind.CHANGE:
        return ""
    before = view.earlier[-_LOOK_BACK:]
    text = (
        before
        if any(word in before for way in ("up", "down") for word in listed(way))
        else view.row
    )
    ends = {
        name: max((text.rfind(word) for word in listed(name)), default=-1)
        for name in ("up", "down")
    }
    if ends["up"] == ends["down"]:
        return ""
    return max(ends, key=lambda name: ends[name])
