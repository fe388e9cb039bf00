"""The matter's own number where a report states it (正数), and not one that stands near it.

Words alone may put first a norm (每村不少于2名), what was taken up for what came in, or what only
stands under the matter's heading. Over several reports unlike things would be compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.other_measure import narrower
from assistant.evidence.received import stage_asked, stage_of
from assistant.question.lexicon import coverage
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["rightful"]

_WHOLLY = 0.8
_EACH = re.compile(
    r"(?:^|平均|原则上|确保|做到|要求)每(?![年月周天日季半逢次])[个名家户件支所]?[\u4e00-\u9fff]"
)
_OF_EACH = re.compile("每|均")


def rightful(ask: Ask, hit: FigureHit, scope: Scope, evidence: Evidence) -> FigureHit | None:
    """The figure, or the one of the same report that is meant; None where that is not clear."""
    if ask.change or ask.target:
        return hit

    def others(is_meant: Callable[[FigureView], bool]) -> list[FigureHit]:
        return [
            other
            for other in evidence.figures(ask, scope)
            if _counts_alike(other, hit) and is_meant(other.view) and _lacks_no_matter(other)
        ]

    if asked := _other_stage(ask, hit.view):
        return next(iter(others(lambda view: stage_of(view.own) == asked)), hit)
    if _of_a_draft(ask, hit.view):
        return next(iter(others(lambda view: not _of_a_draft(ask, view))), None)
    if _of_each(ask, hit.view):
        return next(iter(others(lambda view: not _of_each(ask, view))), None)
    if _counts_no_people(ask, hit.view):
        own = [other for other in evidence.figures(ask, scope) if _beside_of_people(other, hit)]
        return own[0] if len(own) == 1 else hit
    if _only_under_its_heading(ask, hit.view):
        named = others(lambda view: _names_the_matter(ask, view))
        return hit if not named else named[0] if len(named) == 1 else None
    return hit


def _counts_alike(one: FigureHit, other: FigureHit) -> bool:
    here, there = one.view.figure, other.view.figure
    alike = unit_class(here.quantity.unit) == unit_class(there.quantity.unit)
    return alike and here.kind is there.kind


def _lacks_no_matter(hit: FigureHit) -> bool:
    return not any(term.concept for term in hit.fit.missing)


def _other_stage(ask: Ask, view: FigureView) -> str:
    """What is asked for of 收 and 受理, where a figure tells the other one."""
    asked, own = stage_asked(ask), stage_of(view.own)
    return asked if asked and own and asked != own else ""


def _of_each(ask: Ask, view: FigureView) -> bool:
    """每村培养法律明白人不少于2名 is what each has to have, and not how many there are."""
    return _EACH.search(view.row) is not None and not _OF_EACH.search(ask.text)


_ISSUED = re.compile("出台|颁布|通过|施行|制定")
_DRAFTED = re.compile("草案|送审|起草|征求意见")


def _of_a_draft(ask: Ask, view: FigureView) -> bool:
    """提请审议地方性法规草案2件 is not how many were 出台."""
    issued = _ISSUED.search(ask.text) is not None and not _DRAFTED.search(ask.text)
    return issued and "草案" in view.own and not _ISSUED.search(view.own)


_PEOPLE = re.compile("(?:校长|人员|律师|顾问|明白人|对象|调解员|联络员|监督员|志愿者|工作者)$")


def _counts_no_people(ask: Ask, view: FigureView) -> bool:
    """全县47所学校聘任法治副校长47名: whoever asks for 法治副校长 wants the people."""
    asked = ask.unit_class is None and _PEOPLE.search(ask.text) is not None
    return asked and unit_class(view.figure.quantity.unit) == "thing"


def _beside_of_people(one: FigureHit, other: FigureHit) -> bool:
    here, there = one.view.figure, other.view.figure
    people = unit_class(here.quantity.unit) == "person" and here.sentence == there.sentence
    return people and one.reading is other.reading and one.view.own == other.view.own


def _only_under_its_heading(ask: Ask, view: FigureView) -> bool:
    """开展模拟法庭活动19次 under 深化普法宣传 is of its own name, and of no 普法活动."""
    matters = [term for term in ask.terms if term.topic]
    spoken = any(coverage(term, view.spoken) for term in matters)
    return bool(matters) and not spoken and narrower(ask, view)


def _names_the_matter(ask: Ask, view: FigureView) -> bool:
    matters = [term for term in ask.terms if term.topic]
    return all(coverage(term, view.own) >= _WHOLLY for term in matters)
