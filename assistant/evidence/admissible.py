"""Whether a figure may answer at all (可用与否), and how much its report's year speaks for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.question.asks import is_modifier
from assistant.question.lexicon import (
    coverage,
    cut,
    is_generic,
    is_place,
    table,
    terms_of,
    touches,
    variants_of,
)
from assistant.question.units import unit_class
from corpus.model import FigureKind
from corpus.topics import tells_matter
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.evidence.gather import Scope
    from assistant.evidence.reading import FigureView, Reading
    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term
    from corpus.model import Figure, Quantity, Report

_OWN_YEAR, _CURRENT = 0.15, 0.06


def outdated(figure: Figure, ask: Ask, scope: Scope, reading: Reading) -> bool:
    """An earlier report's target for a year of which results are asked for.

    For a year that no report is about yet, a target is all there is.
    """
    if ask.target or figure.kind is not FigureKind.TARGET or not scope.years:
        return False
    newest = max((card.year for card in scope.cards if card.year), default=0)
    past = figure.period is not None and figure.period <= newest
    return past and reading.report.metadata.year not in scope.years


def is_told(ask: Ask, figure: Figure) -> bool:
    """Whether the question itself states the number: then it asks for another one."""
    return any(_is_same(told, figure.quantity) for told in ask.told)


def _is_same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.unit == other.unit


def is_part_of(whole: Quantity, figure: Figure, report: Report) -> bool:
    """Whether a figure belongs to a number: as its part (其中), or beside it in its sentence."""
    above = figure
    while above.parent is not None:
        above = report.figures[above.parent]
        if _is_same(whole, above.quantity):
            return True
    return any(
        _is_same(whole, other.quantity)
        for other in report.figures
        if other.sentence == figure.sentence
    )


def timeliness(scope: Scope, reading: Reading, figure: Figure) -> float:
    """The report of the year asked for goes before one that quotes that year's number.

    Where no year is asked for, the number of the report's own year goes before others.
    """
    year = reading.report.metadata.year
    if scope.years and year in scope.years:
        return _OWN_YEAR
    return _CURRENT if not scope.years and figure.period == year else 0.0


def lacks_for_certain(missing: Iterable[Term], view: FigureView) -> bool:
    """Whether no nearness in meaning makes up for a word: a matter, a place, a fellow's name."""
    words = tuple(missing)
    place = any(is_place(w.text) and w.text not in words_of("not_places") for w in words)
    named = place or any(_is_department(word.text) for word in words)
    return named or any(word.concept for word in words) or names_sibling(words, view)


def _is_department(word: str) -> bool:
    """交通部门: one department, whose number is not that of all; 执法部门 is no one department."""
    return word.removesuffix("部门") != word and word.removesuffix("部门") in _fields()


@cache
def _fields() -> frozenset[str]:
    """What departments are called after."""
    short = (one for pair in table("organs")["short"] for one in pair)
    return frozenset((*words_of("commissions"), *short, *words_of("departments")))


def names_sibling(missing: Iterable[Term], view: FigureView) -> bool:
    """Whether a noun asked for is missing and the figure names another of its kind.

    公职人员 is not 行政执法人员, nor 民营企业 国有企业; 执法人员 may be short for the latter.
    """
    said = [word for word in cut(view.own) if len(word) > _KIND]
    return any(
        word[-_KIND:] == term.text[-_KIND:] and word not in term.text and term.text not in word
        for term in missing
        if len(term.text) > _KIND and not term.verb
        for word in said
    )


_KIND = 2


def part_for_total(ask: Ask, view: FigureView) -> bool:
    """镇村合同1077件 of 审查1090件 is not 审查总件数."""
    part = view.figure.parent is not None and _TOTAL.search(ask.text) is not None
    if part and not any(coverage(term, view.own) for term in ask.terms):
        return True
    if not view.whole or _IN_ALL.search(ask.text) is None:
        return False
    telling = [term for term in ask.terms if not is_generic(term.text)]
    more = [w for w in cut(view.own) if len(w) > 1 and w not in ask.text and not is_generic(w)]
    return bool(more) and all(coverage(term, view.whole) for term in telling)


_IN_ALL = re.compile("一共|总共|合计|共计|拢共|统共|总(?:量|数|件数)")


def of_a_lower_level(ask: Ask, view: FigureView) -> bool:
    """乡镇办理处罚案件129件,罚款21.7万元 is not what all of the county fined."""
    if _ALL_OF_PLACE.search(ask.text) is None or _LOWER.search(ask.text):
        return False
    return _LOWER.match(view.subject or view.own) is not None


_ALL_OF_PLACE = re.compile("全[省市州县区]")
_LOWER = re.compile("(?:各)?(?:乡镇|镇街|镇|街道|乡(?!村)|村|社区)")


def whole_for_part(ask: Ask, view: FigureView) -> bool:
    """法律援助案件8627件,农民工优先受理 is not how many of them were for 农民工.

    Nor is 受理工单51个 how many were 投诉旅行社的.
    """
    if found := _WHICH_ARE.search(ask.text):
        part = terms_of(found["part"])
        return bool(part) and not any(touches(t.text, t.variants, view.spoken) for t in part)
    if not ask.inside or view.figure.kind is not FigureKind.LEVEL:
        return False
    named = [term for term in ask.terms if term.topic]
    before = view.earlier + view.own + view.row
    return bool(named) and not any(touches(t.text, t.variants, before) for t in named)


_WHICH_ARE = re.compile("有(?:多少|几)[\u4e00-\u9fff]{1,2}是(?P<part>[\u4e00-\u9fff]{2,}?)的?$")
_TOTAL = re.compile("总(?:件|人|次|户|场|份|数|量|额)")


def rate_for_share(ask: Ask, view: FigureView) -> bool:
    """覆盖率100% is not what share of the whole a part has (镇村合同占百分之几), nor a growth."""
    if view.figure.quantity.unit != "%" or not _OF_A_WHOLE.search(ask.text):
        return False
    if view.figure.kind is FigureKind.CHANGE:
        return not ask.change
    rate = _RATE.search(view.own)
    said = ask.text + "".join(variant for term in ask.terms for variant in term.variants)
    return rate is not None and rate.group().removesuffix("率") not in said


def rate_of_another(ask: Ask, view: FigureView) -> bool:
    """12345热线按期办结率100% is not the 办结率 of 来信来访: nothing else asked for is near."""
    if view.figure.kind is not FigureKind.SHARE or _RATE.search(view.own) is None:
        return False
    others = [t for t in ask.terms if "率" not in t.text and not is_generic(t.text)]
    around = view.spoken + view.item + view.before + view.headings
    return bool(others) and not any(touches(t.text, t.variants, around) for t in others)


_OF_A_WHOLE = re.compile("占(?:了|到|比|的)?(?:百分|多少|多大|几成)")
_RATE = re.compile("[\u4e00-\u9fff]{2}率")


def of_the_rest(ask: Ask, view: FigureView) -> bool:
    """其他权力11项 is not how many 权力事项 there were."""
    found = _THE_REST.match(view.own)
    return found is not None and not _THE_REST.search(ask.text)


_THE_REST = re.compile("(?:其他|其它|其余|剩余|另外)(?!的)")


def of_no_case(ask: Ask, view: FigureView) -> bool:
    """案件 are counted in 件, and what is counted in 个 (人民调解委员会262个) is none."""
    return unit_class(view.figure.quantity.unit) == "thing" and bool(_CASES.search(ask.text))


_CASES = re.compile(
    r"案件(?:总?数|数量)?(?:一共|总共|共|各|分别|是|有|为)*(?:多少|几|$)|(?:多少|几)[件起宗]?[\u4e00-\u9fff]{0,8}案件$"
)


def paid_for_counted(ask: Ask, view: FigureView) -> bool:
    """Whether a sum of money stands where a noun is counted: 发现多少问题 is not 18.24亿元."""
    if ask.unit_class is not None or not ask.head or ask.change or _PAID.search(ask.head[0]):
        return False
    if unit_class(view.figure.quantity.unit) != "money":
        return False
    return not any(variant in view.own + view.subject for variant in variants_of(ask.head[0]))


_PAID = re.compile(r"[款费金钱税额资贷债利薪价值账]|收入|补贴|补助|损失|成本")
"""Nouns that are counted in money."""


def of_an_organ(ask: Ask, view: FigureView) -> bool:
    """进驻部门31个 is not how many 件 were done, nor 行政许可278项 how many 部门 did them."""
    organs = _ORGANS.search(view.own) is not None
    unit = view.figure.quantity.unit
    if ask.unit_class == "case" and organs and unit_class(unit) == "thing":
        return True
    asked = bool(ask.head) and ask.measure in ("个", "家") and bool(_ORGANS.search(ask.head[0]))
    other = unit_class(unit) in ("paper", "case") or _NO_ORGAN.search(view.own) is not None
    return asked and not organs and other


_NO_ORGAN = re.compile(r"(?:事项|问题|案件|意见|建议|文件|合同)$")
_ORGANS = re.compile(r"(?:部门|单位|机构|乡镇|街道|企业|中心|委员会|组织|领域)$")


def level_for_step(ask: Ask, view: FigureView) -> bool:
    """Whether a level stands where it is asked by how much it moved."""
    aim = view.figure.kind is FigureKind.TARGET and not ask.target
    level = aim or view.figure.kind in (FigureKind.LEVEL, FigureKind.SHARE)
    moved = ask.step or _MOVED.search(ask.text) is not None
    return moved and level and not _MOVES.search(view.own + view.row)


_MOVED = re.compile("(?:减少|下降|降低|上升)了(?:多少|几)(?!到|至)")
_MOVES = re.compile(r"增|减|升|降|提高|回落|压缩|下滑|上涨|取消|精简|砍|免|清退|节约|节省")


def of_another_move(ask: Ask, view: FigureView) -> bool:
    """出庭应诉率提升5.5个百分点 is not by how much 行政复议案件 grew."""
    if view.figure.kind is not FigureKind.CHANGE or not tells_matter(view.subject):
        return False
    named = view.own + view.subject
    terms = [term for term in (*ask.terms, *ask.context) if not is_modifier(term)]
    return bool(terms) and not any(coverage(term, named, rates=True) for term in terms)


def of_a_ratio(ask: Ask, view: FigureView) -> bool:
    """受理量为应诉案件量的1.7倍 is not by how much anything grew."""
    ratio = view.figure.quantity.unit == "倍" and _RATIO.search(view.own) is not None
    return ratio and ask.change and "倍" not in ask.text


_RATIO = re.compile(r"[为是达](?![^为是达]*[增涨])|相当于")
