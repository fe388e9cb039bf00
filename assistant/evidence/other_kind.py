"""Figures of another kind of thing than the noun asked for (他类): cases for people, a 一审 for a 二审."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.units import unit_class

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["cases_for_people", "of_another_instance"]

_PEOPLE = re.compile(
    "(?:农民工?|工人|职工|员工|人员|干部|律师|法官|法警|民警|代表|委员|[解导察督书]员|学生|学员|教师|老师"
    "|老人|妇女|村民|居民|市民|当事人|劳动者|群众|负责人|志愿者|专家|参与者)$"
)
_NOT_PEOPLE = frozenset(("paper", "case", "money", "percent", "time"))


def cases_for_people(ask: Ask, view: FigureView) -> bool:
    """为农民工讨薪203件 does not say how many 农民工 they were."""
    if not ask.head or _PEOPLE.search(ask.head[0]) is None or ask.measure not in ("个", "名", "位"):
        return False
    return unit_class(view.figure.quantity.unit) in _NOT_PEOPLE


_INSTANCE = re.compile("一审|二审|再审")


def of_another_instance(ask: Ask, view: FigureView) -> bool:
    """一审审结54件、败诉8件 behind 二审22件 does not say how many of the 二审 were lost."""
    asked = set(_INSTANCE.findall(ask.text))
    if len(asked) != 1 or _INSTANCE.search(view.own):
        return False
    told = _INSTANCE.findall(view.earlier)
    return bool(told) and told[-1] not in asked
