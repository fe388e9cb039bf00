"""Figures that fit by their words and are of another matter all the same (他事): a last look.

What is left out of a report must not be answered with its neighbour: a wrong number is worse
than a refusal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.matching import fit_figure
from assistant.question.lexicon import coverage, cut, is_generic
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.gather import FigureHit
    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term
    from assistant.question.query import Query

__all__ = ["of_other_matter"]

_WHOLLY, _SAME_MATTER = 0.9, 0.6
_SHARE = re.compile(r"率|比|占|成|百分|多高|度")
_WHOLE_PLACE = re.compile(r"全[省市州县区镇乡]")
_OWN_LEVEL = "本级"


def of_other_matter(ask: Ask, hit: FigureHit, query: Query, opened: Sequence[Ask]) -> bool:
    """Whether a figure found for an ask is of something else; `opened` were left open before it."""
    if ask.terms and len(hit.fit.missing) == len(ask.terms):
        return True
    if _of_one_level(hit, query):
        return True
    if _LEFT_OUT.search(ask.text) and not _REST.search(hit.view.own):
        return True
    if _of_a_neighbour(ask, hit) or (ask.inside and _counted_together(ask, hit)):
        return True
    if ask.inside and not _within(ask.context, ask, hit):
        return True
    return bool(opened) and _adrift(ask, hit, opened)


def _of_one_level(hit: FigureHit, query: Query) -> bool:
    """市政府本级受理341件 is not what 全市 received."""
    if not _WHOLE_PLACE.search(query.question) or _OWN_LEVEL in query.question:
        return False
    return _OWN_LEVEL in hit.view.own + hit.view.subject + hit.view.row


_LEFT_OUT = re.compile(r"不属于|不含|不包括|除了?[^,]{1,16}?(?:以外|之外|外|还有|其他|其余|剩下)")
_REST = re.compile(r"不|非|未|其他|其余|剩|除")
"""What is left out of a whole is not what the part that is named counts."""


def _of_a_neighbour(ask: Ask, hit: FigureHit) -> bool:
    """Whether the figure is of what stands in a row with what is asked for.

    网约车、共享单车等领域投诉较多;网约车服务类投诉3106件: nothing is said of 共享单车.
    """
    own = hit.view.own
    sentence = hit.reading.report.sentences[hit.view.figure.sentence].span
    text = hit.reading.folded[sentence.start : hit.view.figure.clause.start]
    for term in ask.terms:
        if term.verb or is_generic(term.text) or len(term.text) < _WORD:
            continue
        if coverage(term, own) > 0:
            continue
        row = rf"(?P<fellow>[\u4e00-\u9fff]{{2,8}})、[\u4e00-\u9fff]{{0,3}}{re.escape(term.text)}"
        named = [cut(found["fellow"])[-1] for found in re.finditer(row, text)]
        if any(word in own and len(word) >= _WORD for word in named):
            return True
    return False


_WORD = 2


def _counted_together(ask: Ask, hit: FigureHit) -> bool:
    """Whether a part is asked for, and the figure counts it together with another.

    受理农民工讨薪、工伤等援助案件108件 does not say how many were 农民工讨薪.
    """
    pieces = re.split("[、和与及]", _NAMES.sub("", hit.view.figure.indicator))
    held = [any(coverage(term, piece) for term in ask.terms) for piece in pieces]
    return len(pieces) > 1 and any(held) and not all(held)


_NAMES = re.compile("“[^“”]*”、?|《[^《》]*》、?")
"""依托“…”、《…》栏目播出节目10期: names in a row are not matters counted together."""


def _within(context: Sequence[Term], ask: Ask, hit: FigureHit) -> bool:
    """Whether the matter that a part is asked of stands near the figure."""
    topics = tuple(term for term in context if term.topic)
    if not topics:
        return True
    fit = fit_figure(replace(ask, terms=topics, context=()), hit.view)
    if fit is not None and fit.covered >= _SAME_MATTER:
        return True
    # A name is often quoted with words left out: “最不满意执法问题” of 最不满意行政执法突出问题.
    view = hit.view
    near = view.earlier + view.segment + view.after
    if _BROKEN_DOWN.match(view.spoken):
        near += view.before
    pairs = [term.text[at : at + 2] for term in topics for at in range(len(term.text) - 1)]
    return sum(pair in near for pair in pairs) >= _SAME_MATTER * len(pairs)


_BROKEN_DOWN = re.compile("(?:从|按|分|就)[\u4e00-\u9fff]{2,8}(?:来?看|分为?|划分|统计)")
"""从事项看,公安类2763件: a sentence that breaks down what the one before it told."""


def _adrift(ask: Ask, hit: FigureHit, opened: Sequence[Ask]) -> bool:
    """A part behind one that stays open, whose number is of another matter.

    劳动仲裁立案多少件、结案多少件: the first part gave both their matter, and where that is not
    found, another matter's 结案 is no answer. Nothing is forgiven here.
    """
    if hit.fit.missing or hit.fit.covered < _WHOLLY:
        return True
    if hit.view.figure.kind is FigureKind.SHARE and not _SHARE.search(ask.text):
        return True
    wholes = [one.context for one in opened if one.inside]
    named = any(not t.verb and not t.act and not is_generic(t.text) for t in ask.terms)
    own = () if named else (ask.context,)  # 新增了多少户市场主体 says by itself of what
    for context in (*own, *wholes):
        if context:
            fit = fit_figure(replace(ask, terms=context, context=()), hit.view)
            if fit is None or fit.covered < _SAME_MATTER:
                return True
    return False
