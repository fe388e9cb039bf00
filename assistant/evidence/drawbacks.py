"""What speaks against a figure without barring it (扣分): an old level, one level's own office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.lexicon import cut, is_act, is_verb
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["drawback"]


def drawback(ask: Ask, view: FigureView) -> float:
    """What it costs to be an old level where nobody asks how it was before, or no level of two."""
    cost = _OLD if view.superseded and not _LOOKS_BACK.search(ask.text) else 0.0
    if _BEGINNING.match(view.own) and not _LOOKS_BACK.search(ask.text):
        cost += _ONE_LEVEL
    if _SPEED.search(ask.text) and unit_class(view.figure.quantity.unit) != "percent":
        cost += _UNLIKE_SPEED
    if ask.paired and not (view.superseded or view.superseding):
        cost += _UNPAIRED
    if (few := _OF_SOME.search(view.row)) and few["who"] not in ask.text:
        cost += _ONE_LEVEL
    if _of_own_level(view) and not _OF_ONE_LEVEL.search(ask.text):
        cost += _ONE_LEVEL
    return cost


def _of_own_level(view: FigureView) -> bool:
    """市政府本级受理265件, and 审结241件 behind it, which names nothing else."""
    bare = all(is_act(word) or is_verb(word) for word in cut(view.own))
    return _OWN_LEVEL.search(view.own + (view.subject if bare else "")) is not None


_BEGINNING = re.compile("年初|上年[末底]|上一年[末底]")
"""年初现行有效63件 is not how many there are."""
_OLD, _UNLIKE_SPEED, _UNPAIRED, _ONE_LEVEL = 0.12, 0.06, 0.5, 0.4
_OF_SOME = re.compile(
    r"(?:有|^)[\d一二两三四五六七八九十]{1,3}[个家](?P<who>镇|乡镇?|街道|县区?|区县?|部门|单位|村|社区)"
    r"(?:全年|年内|共)?(?:办理|受理|查处|审查|开展|发生)"
)
"""有4个镇全年办理案件不足20件 is not how many the city had."""
_OWN_LEVEL = re.compile("(?<![各上下])本级")
_OF_ONE_LEVEL = re.compile("本级|一级|自己|自身|本身|直接|[省市州县区旗](?:级|政府|直)")
"""市政府本级受理265件 is of the city's own office alone, where 全市受理724件."""
_SPEED = re.compile(r"[增降涨跌]幅|增速")
"""A speed is told in percent, if the report tells it so."""
_LOOKS_BACK = re.compile(r"原来|原先|[之以此]前|起初|最初|年初|去年|上一?年|由|从")
