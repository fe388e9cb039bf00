"""Figures that measure something else than the matter asked for (另一种量): area for output."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.question.lexicon import cut, is_act, is_generic, is_verb, table, variants_of
from assistant.question.units import alike, unit_class

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = [
    "entered_in_a_list", "measured_otherwise", "narrower", "of_another_unit_than_told", "of_several"
]  # fmt: skip

_OUTPUT = re.compile(r"产量|总产(?!值)|单产|产(?:了)?(?:多少|几)")
_AREA = re.compile(r"面积")
_GROWN = re.compile(r"面积|播种|种植")


def measured_otherwise(ask: Ask, view: FigureView) -> bool:
    """Whether an area stands where an output is asked for (粮食播种面积), or the other way."""
    area = unit_class(view.figure.quantity.unit) == "area" or _GROWN.search(view.own) is not None
    if _OUTPUT.search(ask.text) and not _AREA.search(ask.text):
        return area
    if _of_another_rate(ask, view):
        return True
    counted = ask.unit_class is None and not ask.change and _CASES.search(ask.text) is not None
    unit = view.figure.quantity.unit
    others = unit in _PEOPLE and "案件" not in view.own
    return counted and (others or unit_class(unit) in ("percent", "paper"))


def _of_another_rate(ask: Ask, view: FigureView) -> bool:
    """Whether a rate is of another act than the one asked for (化解率 for 审结率)."""
    asked, found = _RATE.search(ask.text), _RATE.search(view.own)
    if asked is None or found is None or asked["done"] == found["done"]:
        return False
    if not (is_act(asked["done"]) and is_act(found["done"])):
        return False
    names = (asked["done"], f"{asked['done']}率")
    return not any(word in view.own for name in names for word in variants_of(name)) and not any(
        word in ask.text for word in variants_of(found["done"])
    )


_RATE = re.compile(r"(?P<done>[\u4e00-\u9fff]{2})率")


_CASES = re.compile(r"案件(?:总?数|数量)?$")
"""行政应诉案件 are counted; 出庭应诉率 counts none, and 复议意见书5份 are none."""
_PEOPLE = ("人", "名", "位")
"""专职人员5人 of the 行政复议机构 are no 行政复议案件."""


_ENTERED = re.compile(r"[列纳编]入.{0,16}(?:目录|清单|名单|台账|范围|计划)")
_ENTRY = re.compile(r"[列纳编]入|目录|清单|名单|台账|范围|计划")


def entered_in_a_list(ask: Ask, view: FigureView) -> bool:
    """Whether what was put on a list (事项列入目录8项) stands where what was done is asked for."""
    return _ENTERED.search(view.own) is not None and not _ENTRY.search(ask.text)


def of_another_unit_than_told(ask: Ask, view: FigureView) -> bool:
    """机架9.3万个 is not what a number of 400P grew to: the new level has the unit of the old."""
    unit = view.figure.quantity.unit
    return any(
        old.unit and not alike(old.unit, unit) and _apart(old.unit, unit)
        for old in ask.told
        if _FROM.search(ask.text[: old.span.start]) and _TO.search(ask.text[old.span.end :])
    )


def _apart(one: str, other: str) -> bool:
    """Whether two units measure different things; of two that no list knows nothing is sure."""
    return unit_class(one) != unit_class(other) or unit_class(one) is None


_FROM = re.compile("[从由][^,;]{0,12}$")
_TO = re.compile("^[^,;]{0,8}[到至成为]了?(?:多少|几)")


def of_several(ask: Ask, view: FigureView) -> bool:
    """牛羊出栏937万头只 is not how many 牛 alone there were."""
    for names in table("narrowing")["joined"]:
        for joined in re.findall(f"[{names}]{{2,}}", view.own):
            asked = set(joined) & set(ask.text)
            if asked and asked != set(joined):
                return True
    return False


def narrower(ask: Ask, view: FigureView) -> bool:
    """Whether a figure's own name holds a noun that nobody asked for (跨境电商进出口).

    Verbs and words that only say how it was counted (总额, 货物, 全社会) narrow nothing.
    """
    name = re.split(r"[和与及、]", view.own)[0] if re.search(r"[和与及、]", view.own) else view.own
    for term in ask.terms:
        for variant in sorted({term.text, *term.variants}, key=len, reverse=True):
            name = name.replace(variant, " ")
    name = _harmless().sub(" ", name)
    return any(
        len(word) > 1 and not is_generic(word) and not is_verb(word)
        for piece in name.split()
        for word in cut(piece)
    )


@cache
def _harmless() -> re.Pattern[str]:
    words = sorted(table("narrowing")["harmless"].split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
