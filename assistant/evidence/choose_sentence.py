"""Which sentence is good enough to quote (取句): words decide, meaning helps, doubt refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from assistant.evidence.fit import Fit
    from assistant.evidence.gather import Evidence, Scope, SentenceHit
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask
    from corpus.model import Quantity

__all__ = ["choose_sentence", "sentence_answers"]

_CLOSE = 0.885
"""Cosine from which a sentence counts as near in meaning; between what answers and what does not
lie about .90 and .87 (golden questions)."""
_CLOSE_ENOUGH_TO_QUOTE = 0.9
_ENOUGH = 0.5
"""Share of words found that meaning may make up for."""
_SOME = 0.3
"""Share of words found that is enough where the sentence is very near in meaning."""
_MOSTLY = 0.78
"""Share of words found by which a sentence is quoted though a plain word is missing."""
_A_ROW, _OF_KIND = 0.02, 0.12


def choose_sentence(
    ask: Ask, scope: Scope, evidence: Evidence, *, several: bool = False, doubted: bool = False
) -> tuple[SentenceHit | None, SentenceHit | None]:
    """The sentence that answers an ask, and the nearest one if none does.

    With `several` a sentence that enumerates goes before one that does not; where it is `doubted`
    whether there was any, a sentence that denies it answers, too.
    """
    near = evidence.meaning(ask.text, scope)
    ranked = evidence.sentences(ask.terms, scope, near, denied=doubted)
    if several:
        kind = _OF_WHAT.search(ask.text)
        word = kind["kind"] if kind else ""
        ranked.sort(key=lambda hit: -round(hit.fit.score + _enumerates(hit, word), 3))
    if _MEANS.search(ask.text):
        meant = next((hit for hit in ranked[:_LOOKS] if _defines(hit, ask)), None)
        if meant is not None:
            return meant, None
    if not scope.years and not _AHEAD.search(ask.text):
        ranked = _as_it_is(ranked)
    asked = plain(ask.text)
    for hit in (*_with_number(ask, ranked), *_with_deed(ask, ranked), *ranked[:3]):
        if sentence_answers(hit.fit, hit.near) or _quotes(asked, hit):
            return hit, None
    return None, ranked[0] if ranked else None


def _with_number(ask: Ask, ranked: list[SentenceHit]) -> list[SentenceHit]:
    """The sentences that hold a number the question states (哪几个县区达到了100%).

    What is asked for (县区) may stand there by name alone.
    """
    if not ask.told or (kind := _OF_WHAT.search(ask.text)) is None:
        return []
    return [
        replace(hit, fit=replace(hit.fit, missing=tuple(left)))
        for hit in ranked[:_LOOKS]
        if any(_is_told(one.figure.quantity, ask) for one in _figures_in(hit))
        for left in [[term for term in hit.fit.missing if term.text not in kind[0]]]
    ]


def _with_deed(ask: Ask, ranked: list[SentenceHit]) -> list[SentenceHit]:
    """The sentence that says what the one before it does not (哪个决策事项暂缓实施了).

    The one before speaks of the kind asked for (决策事项共9项), the next names the one.
    """
    if not ranked or (which := _WHICH_ONE.search(ask.text)) is None:
        return []
    first = ranked[0]
    missed = first.fit.missing
    deeds = [term for term in missed if term.text in which["deed"] and term.weight > _LIGHT]
    return [
        replace(hit, fit=replace(hit.fit, missing=()))
        for hit in ranked[1:_LOOKS]
        if deeds
        and hit.reading is first.reading
        and 0 < hit.view.position - first.view.position <= _NEXT
        and all(term.text in which[0] for term in hit.fit.missing)
        and all(term not in hit.fit.missing for term in deeds)
    ]


_WHICH_ONE = re.compile(
    "哪一?(?:个|项|件|家)[\u4e00-\u9fff]{2,12}?(?P<deed>[\u4e00-\u9fff]{2,6}?)了"
)
_NEXT = 2
_LIGHT = 0.3
"""Weight of words that say little (事项, 实施)."""


def _figures_in(hit: SentenceHit) -> list[FigureView]:
    return [one for one in hit.reading.figures if one.figure.sentence == hit.view.position]


def _is_told(quantity: Quantity, ask: Ask) -> bool:
    return any(one.value == quantity.value and one.unit == quantity.unit for one in ask.told)


_MEANS = re.compile("是(?:哪|什么|啥)|指(?:的是)?(?:哪|什么|啥)|什么意思|什么叫|何为|何谓|包括哪")
_LOOKS = 8


def _defines(hit: SentenceHit, ask: Ask) -> bool:
    """Whether a sentence says what a notion asked for means (“三张清单”:指…)."""
    return any(
        f"{term.text}{word}" in hit.view.text
        for term in ask.terms
        if term.topic and len(term.text) >= _NOTION
        for word in ("指", "是指")
    )


_NOTION = 3
_AHEAD = re.compile("将|要|打算|计划|安排|准备|下一?步|明年|来年|今后|目标|力争|思路|怎么办|如何")
_AS_WELL = 0.05


def _as_it_is(ranked: list[SentenceHit]) -> list[SentenceHit]:
    """What is goes before what is planned, where both say what is asked (还有没有“一人所”)."""
    first = next((hit for hit in ranked[:_LOOKS] if not _is_planned(hit)), None)
    if first is None or first.fit.score < ranked[0].fit.score - _AS_WELL:
        return ranked
    return [first, *(hit for hit in ranked if hit is not first)]


def _is_planned(hit: SentenceHit) -> bool:
    sentence = hit.reading.report.sentences[hit.view.position]
    return sentence.section in hit.reading.plans


def _quotes(asked: str, hit: SentenceHit) -> bool:
    """Whether the question holds a long stretch of the sentence to the letter (柔刚司法所)."""
    if any(term.topic for term in hit.fit.missing):
        return False
    text, length = hit.view.text, _LONG_RUN
    return hit.fit.covered >= _SOME and any(
        asked[start : start + length] in text for start in range(len(asked) - length + 1)
    )


_LONG_RUN = 5


_OF_WHAT = re.compile(
    r"哪(?:些|几|[两二三四五六七八九十])[个类种项条支部]?(?P<kind>[\u4e00-\u9fff]{2})"
)


def _enumerates(hit: SentenceHit, kind: str) -> float:
    """What it is worth that a sentence has a row, and of what was asked for (哪些领域)."""
    span = hit.reading.report.sentences[hit.view.position].span
    rows = _A_ROW * min(3, span.of(hit.reading.folded).count("、"))
    return rows + _OF_KIND * bool(kind and kind in hit.view.text)


def sentence_answers(fit: Fit, near: float) -> bool:
    """Whether a sentence says enough of what is asked to be quoted."""
    # An act may be answered by its opposite (有没有打输的: 全部胜诉); a matter may not.
    if any(term.topic or (term.act and near < _CLOSE) for term in fit.missing):
        return False
    nouns = [term for term in fit.missing if not term.verb]
    if fit.covered >= (_MOSTLY if nouns else _ENOUGH):
        return True
    return near >= _CLOSE and fit.covered >= (_SOME if near >= _CLOSE_ENOUGH_TO_QUOTE else _ENOUGH)
