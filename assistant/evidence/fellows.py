"""Numbers beside each other in a sentence (并列的数): the one that is named as asked goes first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.heads import counts_head, counts_right_before
from assistant.evidence.narrowed_first import narrowed_as_asked
from assistant.question.asks import tells
from assistant.question.lexicon import coverage, cut, is_generic, variants_of
from assistant.question.units import alike, unit_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.gather import FigureHit
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["counted_under", "goes_on", "in_all", "in_one_sentence", "named_as_asked"]

_NAMED, _LACKING = 0.8, 0.3


def named_as_asked(ask: Ask, hits: Sequence[FigureHit]) -> list[FigureHit]:
    """The hits without those whose neighbour's name says all that theirs says, and more.

    城管部门的处罚案件4120件 is no answer for 市场监管部门 where that stands beside it with its
    own number, however near the sentence may be in meaning.
    """
    part_of = ask.context if ask.inside else ()  # 工业园区里设了几个: told beside 学校周边
    terms = [term for term in (*ask.terms, *part_of) if not is_generic(term.text)]
    hits = narrowed_as_asked(ask, hits)
    said = [
        (
            float(counts_head(ask, hit.view)),
            float(counts_right_before(ask, hit.view)),
            float(
                hit.view.figure.quantity.unit == ask.measure or counts_right_before(ask, hit.view)
            ),
            *(coverage(term, hit.view.own) for term in terms),
        )
        for hit in hits
    ]
    together: dict[tuple[int, int], list[int]] = {}
    for place, hit in enumerate(hits):
        together.setdefault(_sentence_of(hit), []).append(place)
    named = [
        hit
        for place, hit in enumerate(hits)
        if not any(
            _says_more(said[other], said[place]) and _beside(hit, hits[other])
            for other in together[_sentence_of(hit)]
        )
    ]
    return _named_part_first(ask, _wholes_first(ask, _described_first(ask, named)))


def _named_part_first(ask: Ask, hits: list[FigureHit]) -> list[FigureHit]:
    """The hits with the part first whose bare name is what how many is asked of.

    接收投诉举报咨询8.65万件,其中投诉4.4万件: 投诉是多少件 are the 4.4万.
    """
    for other in hits[1:]:
        if _is_one_of(ask, hits[0], other):
            return [other, *(hit for hit in hits if hit is not other)]
        asked = re.search(
            f"(?<![、和与及]){re.escape(other.view.own)}(?:一共|共|是|有|为|了)*(?:多少|几)",
            ask.text,
        )
        if asked and other.view.whole == hits[0].view.own and other.reading is hits[0].reading:
            return [other, *(hit for hit in hits if hit is not other)]
    return hits


def in_all(ask: Ask, hit: FigureHit) -> FigureHit:
    """The whole for its part where all is asked for (一共查了多少家: 共查企业46家,其中…40家)."""
    parent = hit.view.figure.parent
    if parent is None or _IN_ALL.search(ask.text) is None:
        return hit
    whole = hit.reading.figures[parent]
    noun = whole.own[-_NOUN:]
    same = whole.figure.quantity.unit == hit.view.figure.quantity.unit
    alike = same and len(noun) == _NOUN and hit.view.own.endswith(noun)
    sums = _SUMS.search(whole.row) or hit.view.spoken.startswith("其中")
    return replace(hit, view=whole) if alike and sums else hit


def _is_one_of(ask: Ask, whole: FigureHit, part: FigureHit) -> bool:
    """Whether a whole counts several (甲、乙全年研究27次), of which a part is asked for."""
    if part.reading is not whole.reading or part.view.figure.parent is None:
        return False
    if part.reading.figures[part.view.figure.parent] is not whole.view or part.fit.missing:
        return False
    pieces = whole.view.figure.indicator.split("、")
    telling = [term for term in ask.terms if not is_generic(term.text)]
    named = [piece for piece in pieces if any(coverage(t, piece) >= _NAMED for t in telling)]
    words = [word for word in cut(part.view.own) if len(word) > 1 and not is_generic(word)]
    asked = all(word in ask.text or any(t.text in word for t in ask.terms) for word in words)
    return len(named) < len(pieces) > 1 and asked


_IN_ALL = re.compile("一共|总共|合计|共计|拢共|统共")
_SUMS = re.compile("共|合计|总计|累计")
_NOUN = 2


def _described_first(ask: Ask, hits: list[FigureHit]) -> list[FigureHit]:
    """The hits with a part first that the question describes, before its whole.

    司法所17个,有15个达到规范化标准: 达到规范化标准的司法所 are the 15.
    """
    if not hits:
        return hits
    first = hits[0]
    nouns = [term for term in ask.terms if not term.verb and not is_generic(term.text)]
    lacking = [term for term in nouns if coverage(term, first.view.own) < _LACKING]
    for other in hits[1:] if lacking else ():
        together = other.view.own + other.view.subject
        if (
            _is_whole_of(first, other)
            and _is_named(ask, other)
            and any(coverage(term, other.view.own) >= _NAMED for term in lacking)
            and all(coverage(term, together) >= _NAMED for term in nouns)
        ):
            return [other, *(hit for hit in hits if hit is not other)]
    return hits


def _wholes_first(ask: Ask, hits: list[FigureHit]) -> list[FigureHit]:
    """The hits with a whole before the part that only borrows its words.

    下沉人员30名(农业执法1名): 多少人下沉 is answered by the 30, though both are of the matter.
    """
    if not hits:
        return hits
    first = hits[0]
    if first.view.subject and not _is_named(ask, first):
        for other in hits[1:]:
            if _is_whole_of(other, first) and _holds_as_much(ask, other, first):
                return [other, *(hit for hit in hits if hit is not other)]
    return hits


def _is_whole_of(one: FigureHit, other: FigureHit) -> bool:
    here, there = one.view.figure, other.view.figure
    if one.view.own.startswith("年初"):
        return False  # what there was before is no whole of what there is
    return (
        one.reading is other.reading
        and here.sentence == there.sentence
        and here.kind is there.kind
        and one.view.own == other.view.subject
        and unit_class(here.quantity.unit) == unit_class(there.quantity.unit)
        and here.quantity.value >= there.quantity.value
    )


def _holds_as_much(ask: Ask, one: FigureHit, other: FigureHit) -> bool:
    """Whether a name lacks none of the words asked for that the other's name has."""
    if not set(one.fit.missing) <= set(other.fit.missing):
        return False
    pairs = ((coverage(t, one.view.own), coverage(t, other.view.own)) for t in ask.terms)
    return not any(here < _LACKING and there >= _NAMED for here, there in pairs)


def _is_named(ask: Ask, hit: FigureHit) -> bool:
    """Whether the question names every telling word of a figure's own name."""
    meant = {
        variant for term in (*ask.terms, *ask.context) for variant in (term.text, *term.variants)
    }
    if hit.view.own.startswith("新") and "新" not in ask.text:
        return False  # 新设94.6万户 of 实有612.7万户
    words = [word for word in cut(hit.view.own) if len(word) > 1 and not is_generic(word)]
    return all(word in ask.text or meant & set(variants_of(word)) for word in words)


def goes_on(ask: Ask, hits: Sequence[FigureHit], anchor: FigureHit) -> FigureHit | None:
    """The one figure that follows another of its own clause, where nothing else is named.

    轮训班办了几期,多少人参加: 举办轮训班2期,培训学员514人; not the people of a course further on.
    """
    counted = unit_class(anchor.view.figure.quantity.unit)
    named = [term for term in ask.terms if tells(term) and not _DOING.search(term.text)]
    if ask.unit_class in (None, counted) or named:
        return None
    wanted = [
        hit
        for hit in hits
        if unit_class(hit.view.figure.quantity.unit) == ask.unit_class
        and in_one_sentence(hit, anchor)
        and hit.view.figure.kind is anchor.view.figure.kind
        and _follows(hit, anchor)
    ]
    if len(wanted) != 1:
        return None
    return replace(wanted[0], fit=replace(wanted[0].fit, missing=()))


_DOING = re.compile("[\u4e00-\u9fff](?:[来去到掉了走]|出来|回来)$")
"""退回来: a verb, though no dictionary has it."""


def counted_under(hit: FigureHit, whole: Ask) -> FigureHit | None:
    """The number before it that a part is counted under, if the whole asked for names it.

    排查隐患1348处,整改销号1306处: 1306 are of the 1348.
    """
    here = hit.view.figure
    for view in hit.reading.figures:
        figure = view.figure
        if (
            (view.own == hit.view.subject or _took_part(view, hit))
            and figure.sentence == here.sentence
            and alike(figure.quantity.unit, here.quantity.unit)
            and figure.quantity.value >= here.quantity.value
            and _is_of(whole, view)
        ):
            return replace(hit, view=view)
    return None


_TOOK_PART = re.compile("(?:参考|参加|参训|参评|报名|应考|应到)(?:人员|人数)?$")


def _took_part(view: FigureView, hit: FigureHit) -> bool:
    """组织考试3次,2400人参考,2136人通过: those who passed are of those who sat it."""
    before = view.figure.quantity.span < hit.view.figure.quantity.span
    return before and view.subject == hit.view.subject and _TOOK_PART.search(view.own) is not None


def _is_of(whole: Ask, view: FigureView) -> bool:
    """Whether a number's name, or all of its sentence before it, is of what is asked for."""
    nouns = [term for term in whole.terms if not term.verb]
    if any(coverage(term, view.own) >= _MEANT for term in nouns):
        return True
    return bool(nouns) and all(coverage(term, view.earlier) >= _MEANT for term in nouns)


_MEANT = 0.6


def _follows(hit: FigureHit, anchor: FigureHit) -> bool:
    """Whether a figure stands behind another, with no semicolon between."""
    here, there = anchor.view.figure.quantity.span, hit.view.figure.quantity.span
    return there.start > here.end and ";" not in hit.reading.folded[here.end : there.start]


def in_one_sentence(one: FigureHit, other: FigureHit) -> bool:
    """Whether two figures stand in one sentence of one report."""
    return (one.reading.report.id, one.view.figure.sentence) == (
        other.reading.report.id,
        other.view.figure.sentence,
    )


def _sentence_of(hit: FigureHit) -> tuple[int, int]:
    return id(hit.reading), hit.view.figure.sentence


def _says_more(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether a name holds every word at least as well, and one that the other lacks."""
    pairs = tuple(zip(one, other, strict=True))
    return all(here >= there for here, there in pairs) and any(
        here >= _NAMED and there < _LACKING for here, there in pairs
    )


def _beside(one: FigureHit, other: FigureHit) -> bool:
    """Whether two numbers of one unit class and kind stand in one sentence, neither of the other.

    受理78件 behind 收到行政复议申请103件 is of the matter that the first one names.
    """
    if other.view.own == one.view.subject:
        return False
    here, there = one.view.figure, other.view.figure
    return (
        one.reading is other.reading
        and here.sentence == there.sentence
        and here.kind is there.kind
        and unit_class(here.quantity.unit) == unit_class(there.quantity.unit)
    )
