"""Whose a number is (统计范围): of a whole place, or of its own level or one office alone.

市本级持证执法人员1873人 of one year and 全市6530人 of another are set against each other by
nobody: what is told with another scope than the one asked for has no part in a comparison.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.evidence.board import Slot
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["apart", "narrowed_to", "of_one_breadth"]

_OWN_LEVEL = re.compile(
    r"(?:[省市州盟县区旗镇乡厅局委](?:人民)?(?:政府)?)?本级|[厅局委]机关(?!事务|党|工|单位|部门|处|干部)"
    r"|(?:^|其中)[省市州县区]直(?:机关|部门|单位)(?![、和与及]|$)"
)
"""市本级, 市政府本级, 厅机关; 市直部门 only where they did what is counted."""
_OFFICE = re.compile(
    r"^(?:[省市州盟县区旗])?(?P<name>(?![级直]|各|全|有关|相关|所有|执法|行政执法|职能|主管|成员|[省市县区][直级])"
    r"(?:(?![以及和与为被由对向])[\u4e00-\u9fff]){2,8}?(?:局|厅|部门|支队|大队|总队))(?!长|[级势面部和与及])"
)
"""市场监管部门罚没0.21亿元 is no number of the whole district."""
_WHOLE = re.compile(
    r"全(?:[省市州盟县区旗镇乡厅]|系统|自治[区州县])(?![面域程体部])"
    r"|[省市县区乡、和与]{2,6}[两三四]级|各级"
)
_GOVERNMENT = re.compile(r"[省市州盟县区旗](?:人民)?政府")
_SHORTEST = 2


def narrowed_to(view: FigureView) -> str:
    """The level or the office to which a figure is limited; empty for one of the whole place."""
    for words in (view.own, view.subject, view.row):
        if found := _OWN_LEVEL.search(words):
            return found.group().removeprefix("其中")
    found = _OFFICE.search(view.own)
    return found["name"] if found else ""


def apart(ask: Ask, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The slots whose numbers are of another scope than the one asked for.

    Without a word for it the whole place is meant, as far as any slot tells one.
    """
    told = [(slot, narrowed_to(slot.hit.view)) for slot in slots if slot.hit]
    if _OWN_LEVEL.search(ask.text):
        owned = any(_OWN_LEVEL.search(word) for _, word in told)
        return tuple(
            slot
            for slot, word in told
            if (not _OWN_LEVEL.search(word) and not _of_government(slot) if owned
                else not word and _is_whole(slot))
        )  # fmt: skip
    whole_asked = _WHOLE.search(ask.text) is not None
    plain = any(not word and not _of_government(slot) for slot, word in told)
    whole = any(not word and _is_whole(slot) for slot, word in told)
    return tuple(
        slot
        for slot, word in told
        if word
        and (
            plain or whole_asked
            if _OWN_LEVEL.search(word)
            else (whole or whole_asked) and not _named(word, ask)
        )
    )


def of_one_breadth(part: Slot, whole: Slot, ask: Ask) -> bool:
    """Whether a part and its whole are told of one scope, unless the question parts them itself."""
    if part.hit is None or whole.hit is None:
        return True
    few, all_ = narrowed_to(part.hit.view), narrowed_to(whole.hit.view)
    if few == all_ or _OWN_LEVEL.search(ask.text) or (few and _named(few, ask)):
        return True
    return not _OWN_LEVEL.search(few + all_)


def _is_whole(slot: Slot) -> bool:
    """Whether a number is said to be that of the whole place (全市)."""
    return slot.hit is not None and _WHOLE.search(slot.hit.view.row) is not None


def _of_government(slot: Slot) -> bool:
    """Whether the place's own government did what is counted (审核市政府规范性文件29件)."""
    return slot.hit is not None and _GOVERNMENT.search(slot.hit.view.own) is not None


def _named(office: str, ask: Ask) -> bool:
    """Whether the question names the office itself."""
    return office[:_SHORTEST] in ask.text
