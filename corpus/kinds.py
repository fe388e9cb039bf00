"""What a figure measures (指标类型): a level, a share, a change or a target."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bearings import is_compared
from corpus.model import FigureKind
from corpus.topics import change_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.naming import Place

__all__ = ["is_growth", "kind_of", "kind_of_cell"]

_POINTS = frozenset(("个百分点", "百分点"))
_SHARES = frozenset(("%", "‰"))
_REQUIRED = re.compile(r"(?:要求|规定|(?<![一指确制])[省市县区国]定)的$|[省市县区国]定$")
_REQUIRED_BEHIND = re.compile(r"的(?:年度|考核|预期|工作|硬性)*(?:目标|要求|标准|红线|底线)")
"""市定95%的目标."""
_MOVED = re.compile(
    r"^(?:平均|共|整体)?(?:压缩|压减|缩短|缩减|降低|减少|减轻|节约|节省|精简|提高|提升)"
    r"[^\d,;至到为]{2,12}(?<![率度比重例])(?:近|约|达|达到|超过)?$"
)
"""压减审批时限65%; 提高满意率98% is a level."""
_LESSENED = re.compile(
    r"(?:压缩|压减|缩短|缩减|减少|精简)[^\d,;至到为由从达约近逾]{2,10}(?<![率度比重例])(?:近|约|逾|达|达到|超过)?$"
)
"""省市县三级减少入企检查逾两成."""
_GROWTH_BEHIND = re.compile("的?(?:年均)?(?:增长|增速|增幅|降幅|涨幅)")
"""保持20%以上的增长."""
_MOVED_BY = re.compile("(?:按照?|以)$")
_RATE_BEHIND = re.compile(
    "的?(?:幅度|比例|速度|标准)?(?:逐[步年]|稳步|统一|平均|同步)?"
    "(?:增长|递增|提标|提高|上调|下调|上浮|下浮|上涨|降低|递减)"
)
"""分别按3%、7%稳步提标."""
_SHORTENED = re.compile(r"^(?:平均|共|整体)?(?:压缩|压减|缩短|缩减)[^\d,;至到为]{2,12}$")
"""压缩开工时间95天."""
_TIMES = re.compile(r"(?:是|为|达到?|相当于)[^\d]{0,4}(?:20\d\d年)?[^\d]{0,6}的$")
"""是上年的2.3倍."""
_GROWTH_NAMED = re.compile("(?:[增降涨跌]幅|增速|增长率)$")


def is_growth(name: str) -> bool:
    """Whether a name is that of a change: 居民消费价格涨幅."""
    return _GROWTH_NAMED.search(name) is not None


def kind_of_cell(unit: str, *, moved: bool) -> FigureKind:
    """The kind of a number in a table; `moved` says that its column holds changes."""
    if moved:
        return FigureKind.CHANGE
    return FigureKind.SHARE if unit in _SHARES else FigureKind.LEVEL


def kind_of(place: Place, name: str, row: Sequence[Place], *, plan: bool) -> FigureKind:
    """The kind of a number, from its unit, its name, the words around it and its row."""
    unit = place.quantity.unit
    required = unit not in _POINTS and (
        _REQUIRED.search(place.before) or _REQUIRED_BEHIND.match(place.after)
    )
    if plan or required:
        return FigureKind.TARGET
    if unit in _POINTS or change_pattern().search(place.before) or is_compared(place.before):
        return FigureKind.CHANGE
    own = re.split("[,;]", place.before)[-1]
    if unit == "番" or (unit == "倍" and _TIMES.search(own)) or _SHORTENED.search(own):
        return FigureKind.CHANGE
    if unit in _SHARES and (
        _GROWTH_BEHIND.match(place.after)
        or _MOVED.search(own)
        or _LESSENED.search(own)
        or _GROWTH_NAMED.search(name)
        or (_MOVED_BY.search(row[0].before) and _RATE_BEHIND.match(row[-1].after))
    ):
        return FigureKind.CHANGE
    return FigureKind.SHARE if unit in _SHARES else FigureKind.LEVEL
