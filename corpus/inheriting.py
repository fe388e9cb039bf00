"""What a number counts that has no words of its own (承前指标): what its neighbour counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.naming import Place

__all__ = ["inherited"]


def inherited(
    places: list[Place], names: list[str], continues_row: Callable[[Place], bool]
) -> list[str]:
    """A number without words of its own counts what its neighbour counts (10大类52项…)."""
    whole = list(names)
    for position in range(len(whole) - 2, -1, -1):
        if not whole[position] and continues_row(places[position + 1]):
            whole[position] = whole[position + 1]
    for position in range(1, len(whole)):
        if not whole[position]:
            summed = _SUMMED.search(places[position].before) is not None
            inherited = whole[position - 1]
            if summed:
                inherited = _ADDED.sub("", _ADDED_BEHIND.sub("", inherited))
            whole[position] = inherited
    return whole


_SUMMED = re.compile("累计|总数|共有")
_ADDED = re.compile("^新(?:建成?|增|设|成立|培育|发展)(?=[\u4e00-\u9fff]{2})")
"""新建老年食堂76家,累计达到231家: 231 are not new."""
_ADDED_BEHIND = re.compile(
    "(?<=[\u4e00-\u9fff”]{2})(?:今年|全年|年内|本年|当年)?新(?:增|建|建成|设|聘|认定|培育|发展|评定)$"
)
"""“示范户”今年新认定52户,累计168户: nor are 168."""
