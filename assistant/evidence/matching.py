"""How well a figure or a sentence fits what is asked (匹配): words first, zone by zone."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.fit import NEAR_ENOUGH, Fit
from assistant.evidence.heads import head_bonus
from assistant.question.asks import is_modifier
from assistant.question.lexicon import (
    Term,
    coverage,
    cut,
    is_act,
    is_generic,
    is_place,
    is_topic,
    is_verb,
    touches,
    variants_of,
)
from assistant.question.units import MISFIT, implied_by, unit_class, unit_fit
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

_FIGURE_ZONES = (
    ("own", 1.0), ("row", 0.9), ("subject", 0.86), ("whole", 0.84), ("lead", 0.82),
    ("segment", 0.8), ("item", 0.74), ("earlier", 0.7), ("sentence", 0.66), ("before", 0.6),
    ("headings", 0.56), ("after", 0.53),
)  # fmt: skip
_AROUND = frozenset({"item", "earlier", "before", "headings"})
"""Zones beside the sentence: they set a topic only where the figure itself names no other."""
_BESIDE = frozenset({"lead", "segment", "sentence"})
"""Zones that hold the names of other figures of the sentence."""
_SPOKEN = frozenset({"row", "lead", "segment", "sentence", "earlier", "after"})
"""Zones cut from the sentence: what it does not so much as touch upon need not be looked for."""
_SHARED = frozenset({"item", "before", "headings"})
"""Zones that are the same for many figures."""
_DOING = frozenset({"own", "row", "whole", "lead", "subject", "segment"})
"""Zones that can say what was done (受理, 办结): those of the sentence itself."""
_RATES_OF_ANYTHING = frozenset(
    ("成功率", "完成率", "合格率", "满意率", "满意度", "优秀率", "办结率", "化解率", "通过率")
)
"""Rates whose matter stands before them; 应诉率 names its own."""
_COUNTED = re.compile(
    r"(?:案件|案子|数量|总数|件数|人数|次数|个数)(?:一共|总共|共|是|有)*(?:多少)?$"
)
"""A question that ends so asks how many, not what share."""
_CONTEXT_WEIGHT = 0.25
"""What it is worth if all words of an earlier part of the question stand near."""
_OWN_WORDS = 0.12
"""What it is worth if the figure's own name says nothing else than the question."""
_UNASKED, _A_PART = 0.1, 0.22
_MISSING, _LACKING = 0.2, 0.06
"""What a notion, and a plain noun, cost that stand nowhere near."""
_OF_FELLOW = 0.12
"""What it costs if a word asked for names another number of the sentence."""
_PART_ASKED = 0.12
"""What it is worth, where a part is asked for, that a figure is one (其中)."""
_MOSTLY_ASKED = 0.6
"""Share of a part's own words in the question by which it is the part that is asked for."""
_LIGHT = 0.3
"""Weight of words that say little (案件): their absence alone raises no doubt."""
_BY_UNIT = 0.9
"""What it is worth that the unit says what was asked for."""
_OTHER_PLACE = 0.4
"""What it costs if the figure's own name is of a place that was not asked for."""
_OWN_LEVEL = ("自治区", "自治州", "自治县")
"""自治区本级 is a level of the report's own place."""
_KIND_MISFIT = 0.25
_TELLING, _WHOLLY, _DOUBTFUL = 0.6, 0.8, 0.45
"""With an odd measure word the figure's own name must be asked for, or the fit is doubtful."""


def fit_figure(ask: Ask, view: FigureView) -> Fit | None:
    """The fit of a figure; None if its unit cannot answer."""
    bonus = unit_fit(ask.unit_class, view.figure.quantity.unit, ask.measure)
    if ask.actual and not ask.target and view.figure.kind is FigureKind.TARGET:
        return None
    if bonus is None or (ask.counted and view.figure.kind is FigureKind.SHARE):
        return None
    if ask.unit_class is None and _lasts(view) and not _TIME.search(ask.text):
        return None
    rival = _other_topic(ask, view)
    weight = found = 0.0
    missing = []
    for term in _telling_terms(ask, view):
        best = _best_zone(ask, term, view, rival)
        weight += term.weight
        found += term.weight * best
        if best < NEAR_ENOUGH and (term.concept or term.weight > _LIGHT):
            missing.append(term)
    covered = found / weight if weight else 0.0
    score = covered + bonus + _kind_bonus(ask, view)
    score += _CONTEXT_WEIGHT * _context_share(ask, view, rival)
    score += _OWN_WORDS * own_share(ask, view) + head_bonus(ask, view)
    score -= _unasked(ask, view)
    if ask.inside and view.figure.parent is not None:
        score += _PART_ASKED
    if _of_other_place(ask, view.own):
        score -= _OTHER_PLACE
    misnamed = [term for term in missing if _names_fellow(term, view)]
    score -= sum(_MISSING if term.concept else _LACKING * (not term.verb) for term in missing)
    score -= _OF_FELLOW * len(misnamed)
    otherwise = bonus == MISFIT or (covered < _WHOLLY and _counts_something_else(ask, view))
    if otherwise and not _named_outright(ask, view):
        covered = min(covered, _DOUBTFUL)
    share = ask.unit_class is None and view.figure.kind is FigureKind.SHARE
    if share and _COUNTED.search(ask.text):
        covered = min(covered, _DOUBTFUL)
    return Fit(score=score, covered=covered, missing=tuple(missing))


_SERVED = re.compile("[为给向]")
"""为开发区企业提供服务96次: the place is where those are whom the reporter serves."""


def _of_other_place(ask: Ask, own: str) -> bool:
    return not _SERVED.match(own) and any(
        is_place(w) and w not in ask.text and w not in _OWN_LEVEL for w in cut(own)
    )


_TIME = re.compile("时|多久|多长|[天日]|期限|周期|工期|多快|压缩|缩短|压减|提速|原来")


def _lasts(view: FigureView) -> bool:
    """Whether a figure is of a time: nobody who asks 减负多少 wants 3个工作日."""
    return unit_class(view.figure.quantity.unit) == "duration"


def _names_fellow(term: Term, view: FigureView) -> bool:
    """Whether a noun that is missing here is the name of a number beside it (物业纠纷 2196件)."""
    return not term.verb and any(term.text in name for name in view.fellows)


def _telling_terms(ask: Ask, view: FigureView) -> tuple[Term, ...]:
    """The terms without those that a figure's kind answers: 增速 of a change, 目标 of a target."""
    if view.figure.kind not in (FigureKind.CHANGE, FigureKind.TARGET):
        return ask.terms
    kept = tuple(term for term in ask.terms if not is_modifier(term))
    return kept or ask.terms


def _context_share(ask: Ask, view: FigureView, rival: _Rival) -> float:
    weight = sum(term.weight for term in ask.context)
    found = sum(term.weight * _best_zone(ask, term, view, rival) for term in ask.context)
    return found / weight if weight else 0.0


def _best_zone(ask: Ask, term: Term, view: FigureView, rival: _Rival) -> float:
    """How well the nearest zone that holds a term holds it."""
    rate = term.act and view.own in _RATES_OF_ANYTHING
    if rate and f"{term.text}{view.own[:-1]}" in view.spoken:
        return 1.0  # 调解成功645起,成功率98%: of 调解
    return _best_of_zones(ask, term, view, rival)


def _best_of_zones(ask: Ask, term: Term, view: FigureView, rival: _Rival) -> float:
    unit = view.figure.quantity.unit
    best = _BY_UNIT if term.text in implied_by(unit) else 0.0
    rates = unit == "%" and ask.unit_class == "percent"
    acts_otherwise = term.act and any(
        is_act(word) and word not in _RATES_OF_ANYTHING for word in cut(view.own)
    )
    apart = _is_parallel(view) or (term.topic and _is_of_its_own(view, rival))
    spoken = touches(term.text, term.variants, view.spoken)
    for zone, worth in _FIGURE_ZONES:
        if worth <= best:
            break
        if (term.act and zone not in _DOING) or (zone in _SPOKEN and not spoken):
            continue
        if term.topic and zone in _AROUND and rival is not _Rival.NONE:
            by_heading = rival is _Rival.SUBJECT_ONLY and zone == "item"
            if not by_heading:
                continue
        if term.topic and zone in _BESIDE and rival in (_Rival.NAMED, _Rival.OWN):
            continue  # what opens a row, or ends the sentence, may name another figure
        if zone == "subject" and apart:
            continue
        if (zone == "earlier" and not term.topic) or (zone == "after" and term.concept):
            continue
        text = getattr(view, zone)
        if zone in _SHARED and not touches(term.text, term.variants, text):
            continue  # many figures of a report stand under one heading
        held = coverage(term, text, rates=rates)
        best = max(best, worth * held * (0.5 if acts_otherwise and zone != "own" else 1))
    return best


def _is_of_its_own(view: FigureView, rival: _Rival) -> bool:
    """Whether a figure's own name is of another matter: 公证 behind 受理法律援助案件233件."""
    return rival is _Rival.OWN and view.figure.parent is None


def _is_parallel(view: FigureView) -> bool:
    """Whether a figure's name opens with the verb of the one before and goes on otherwise.

    办理工单35272件,办理来信130件: neither is of the other's matter.
    """
    return view.figure.parent is None and _opens_alike(view.own, view.subject)


@lru_cache(maxsize=1 << 12)
def _opens_alike(name: str, subject: str) -> bool:
    own, before = cut(name), cut(subject)
    if len(own) < _VERB_AND_NOUN or len(before) < _VERB_AND_NOUN or name.endswith("率"):
        return False  # 处置闲置土地3.8万亩,处置率44.7%
    alike = own[0] == before[0] != "有" and own[1:] != before[1:]
    return alike and is_verb(own[0])


_VERB_AND_NOUN = 2


class _Rival(StrEnum):
    """Whether a figure is of a matter that was not asked for."""

    NONE = "none"
    SUBJECT_ONLY = "subject"
    """Only what precedes it in the sentence is, and the heading does not speak of that."""
    OWN = "own"
    """Its own name is of another matter."""
    NAMED = "named"


def _other_topic(ask: Ask, view: FigureView) -> _Rival:
    asked = {variant for term in (*ask.terms, *ask.context) for variant in term.variants}

    def strange(words: list[str]) -> bool:
        return bool(words) and not any(w in v or v in w for w in words for v in asked)

    own = [word for word in cut(view.own) if is_topic(word)]
    if own:
        return _Rival.OWN if strange(own) else _Rival.NONE
    before = [word for word in cut(view.subject) if is_topic(word)]
    if not strange(before):
        return _Rival.NONE
    in_heading = any(v in view.item for word in before for v in variants_of(word))
    return _Rival.NAMED if in_heading else _Rival.SUBJECT_ONLY


def own_share(ask: Ask, view: FigureView) -> float:
    """How much of the figure's own name the question accounts for; 案件, 各类 say nothing."""
    variants = {v for term in (*ask.terms, *ask.context) for v in term.variants}
    weight = known = 0.0
    for word in cut(view.own):
        if is_generic(word):
            continue
        worth = 2.0 if is_topic(word) or is_place(word) else 1.0
        weight += worth
        shares = [
            1.0 if word in v else len(v) / len(word) for v in variants if word in v or v in word
        ]
        known += worth * max(shares, default=0.0)
    return known / weight if weight else 0.0


def _counts_something_else(ask: Ask, view: FigureView) -> bool:
    """Whether neither the name nor the unit is of what was asked for: 修订2项 for 审查总件数."""
    unit = unit_class(view.figure.quantity.unit)
    return ask.unit_class not in (None, unit) and own_share(ask, view) == 0


def _named_outright(ask: Ask, view: FigureView) -> bool:
    """Whether the figure's own name is what was asked for, and little else."""
    nouns = [term for term in ask.terms if not term.verb]
    return own_share(ask, view) >= _TELLING and all(coverage(t, view.own) >= _WHOLLY for t in nouns)


def _unasked(ask: Ask, view: FigureView) -> float:
    """What it costs if the figure is of a part or an act that was not asked for."""
    said = ask.text + "".join(v for t in (*ask.terms, *ask.context) for v in t.variants)
    acts = [word for word in cut(view.own) if is_act(word) and word not in said]
    part = view.figure.parent is not None and own_share(ask, view) < _MOSTLY_ASKED
    return _UNASKED * bool(acts) + _A_PART * part


def is_of_a_topic_unasked(ask: Ask, view: FigureView) -> bool:
    """Whether a name stands under a topic that nobody asked for: 律师 of 聘请政府法律顾问."""
    said = (variant for term in (*ask.terms, *ask.context) for variant in term.variants)
    return bool(view.subject) and not any(variant in view.subject for variant in said)


def _kind_bonus(ask: Ask, view: FigureView) -> float:
    kind = view.figure.kind
    bonus = 0.0
    if (kind is FigureKind.CHANGE) != ask.change and not (ask.change and kind is FigureKind.TARGET):
        bonus -= _KIND_MISFIT if kind is FigureKind.CHANGE else 0.08
    if kind is FigureKind.TARGET and not ask.target:
        bonus -= 0.2
    if ask.target and kind is not FigureKind.TARGET:
        bonus -= 0.2
    return bonus
