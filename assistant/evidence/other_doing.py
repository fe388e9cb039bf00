"""What was done with the same thing otherwise (另一种办理): 审查 is no 清理, 新领 no 持有."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = [
    "done_for_undone",
    "found_for_done",
    "handled_otherwise",
    "newly_come",
    "undone_for_done",
]

_HANDLINGS = (
    frozenset(("清理", "梳理", "盘点", "过筛")),
    frozenset(("审查", "审核", "审议")),
    frozenset(("备案", "报备", "报送")),
    frozenset(("制定", "制发", "印发", "出台", "修订", "起草", "公布", "发布")),
)
_HELD = re.compile("手里有|持有|持证|在册|现有|目前[^,]{0,6}有|拥有")
_BY_NOW = re.compile("一共有|总共有|共有|累计|到\\d*年?底|年底还有|年末还?有")
_ADDED = re.compile("新(?:建|增|设|聘|成立|添|发展|培育|招)|接收")
"""新建17个 is not how many there are by the end of the year."""
_STANDING = re.compile("累计|总数|达到?|共有|现有|在册|年[末底]")
_GONE = re.compile("解除|注销|清退|退出|转出")
_CAME = re.compile("新|领取|换发|取得")


def handled_otherwise(ask: Ask, view: FigureView) -> bool:
    """审查规范性文件295件 is not how many were 清理, where the sentence does not speak of that."""
    asked = _handled(ask.text)
    own = _handled(view.own) or _handled(view.subject)
    if not asked or not own or any(words in asked for words in own):
        return False
    return not any(word in view.spoken for words in asked for word in words)


def _handled(text: str) -> list[frozenset[str]]:
    """The ways of handling papers that a text speaks of."""
    return [words for words in _HANDLINGS if any(word in text for word in words)]


_DONE = re.compile(
    "(?P<done>整改|解决|化解|整治|销号|落实)(?:完成?|到位|好|掉|销号)*了?(?:有|的有?|是)?(?:多少|几)"
)
_FOUND = re.compile("指出|查出|发现|反馈|交办|排查|梳理|移交|提出")


def found_for_done(ask: Ask, view: FigureView) -> bool:
    """评估指出的问题22个 is not how many were 整改完, unless the number itself says so."""
    asked = _DONE.search(ask.text)
    if asked is None or _FOUND.search(ask.text) or not _FOUND.search(view.own):
        return False
    return asked["done"] not in view.own + view.subject


_NOT_DONE = re.compile(
    "(?:(?<!有)(?:没有|没能?|未能?|尚未|不能)(?:被|得到)?|(?:不予|免予|免于)(?:行政)?)"
    "(?P<deed>[\u4e00-\u9fff]{2})(?!率|[^,?]*吗)"
)
_DENIES = re.compile("[未没不尚无拒败撤退缺空驳剩余失欠逾免]")


def done_for_undone(ask: Ask, view: FigureView) -> bool:
    """纳入大厅的2331项 is not how many were not (没有纳入的有多少), nor are all 2418 of them.

    Nor is 办理行政处罚案件20693件 how many were 不予行政处罚.
    """
    asked = _NOT_DONE.search(ask.text)
    if asked is None or _DENIES.search(view.own):
        return False
    done = re.search(f"(?<![未没不免予]){asked['deed']}", view.spoken)
    counted = _HOW_MANY.search(ask.text) is not None or "予" in asked.group()
    return done is not None and counted


def undone_for_done(ask: Ask, view: FigureView) -> bool:
    """不予行政处罚案件734件 is not how many were 处罚."""
    return _REFUSED.search(view.own) is not None and not _REFUSING.search(ask.text)


_REFUSED = re.compile("(?:不予|免予|免于)(?:行政)?(?:处罚|许可|受理|立案|公开)[^清单、]{0,4}$")
_REFUSING = re.compile("[不免未没轻]")
_HOW_MANY = re.compile("多少|几")


def newly_come(ask: Ask, view: FigureView) -> bool:
    """新领行政执法证800人 is not how many hold one, nor 新建17个 how many there are."""
    held = _HELD.search(ask.text) is not None and _CAME.search(ask.text) is None
    if held and _GONE.search(view.own) and not _GONE.search(ask.text):
        return True
    if held and _CAME.search(view.own) is not None and _HELD.search(view.own) is None:
        return True
    whole = _BY_NOW.search(ask.text) is not None and not _ADDED.search(ask.text)
    by_now = _STANDING.search(view.row) is not None
    return whole and not by_now and _ADDED.match(view.own) is not None
