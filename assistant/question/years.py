"""Years named in a question (年度)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["Relative", "edition_of", "relative_years", "without_years", "years_of", "years_since"]

_YEAR = re.compile(
    r"(?<!\d)(20[0-4]\d)(?!\d)(?!\s?年\d{1,2}月)\s?年?(?:度|份)?(?:以来|至今)?(?:的)?"
)
_EDITION = re.compile(
    r"(?<!\d)(20[0-4]\d)年(?![^,。;?]{0,6}(?:现有|全部|所有|各))[^,。;?]{0,14}?"
    r"(?:工作报告|的报告|报告里|报告中|这份报告|报告(?=提出|提到|说|写|讲|指出|列出|定|确定|给|立|承诺|计划|打算|预定|安排|要求))"
)


def edition_of(text: str) -> int | None:
    """The year that names a report and not its data: 2025年…政府工作报告."""
    found = _EDITION.search(text)
    return int(found[1]) if found else None


def years_of(text: str) -> tuple[int, ...]:
    """The years a question names, in order, each once."""
    spans = re.sub(r"《[^》]*》", "", text)
    return tuple(dict.fromkeys(int(found[1]) for found in _YEAR.finditer(spans)))


def without_years(text: str) -> str:
    """The question without the years it names."""
    return _YEAR.sub("", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Years named by their distance from now or from the newest report (相对年份)."""

    words: str
    years: tuple[int, ...]


_BASE = r"(?<![比较同与和])"
"""比上年 names what is compared with, and not the year asked for."""
_NOW = re.compile(rf"{_BASE}(?P<word>前年|去年|今年)(?!同期|相比)")
_BACK = {"前年": 2, "去年": 1, "今年": 0}
_BEFORE = re.compile(
    r"(?<!比)(?<!较)(?<!同)(?<!与)(?<!和)(?:上一年度?|上年度?|前一年度?)(?!同期|相比)"
)
_LAST = re.compile(
    r"(?:最近|近|过去|这)(?P<count>[两二三四五六七八九十]|\d)年(?:来|间|里)?"
    r"|(?P<span>[两二三四五六])年(?=(?:一共|总共|合计|共计|加起来|平均|分别|各(?:是|为|有)?多少))"
    r"|(?<=[\u4e00-\u9fff])(?<![近去这第前后每满整续了用花等十百零一二两三四五六七八九])(?P<lately>[两二三四五六])年来"
    r"|(?<![\u4e00-\u9fff\d])(?P<other>[两二三四五六])年(?:(?:来|间|里)(?!程)"
    r"|(?![级期制内前后度]|之|以[上下内]|行动|攻坚|整治|规划|计划|专项|任期|一(?![共起直])))"
)
_SINCE = re.compile(r"(?<!\d)(20[0-4]\d)\s?年?(?:度)?(?:以来|起(?![诉草])|至今|到现在|开始)")
_AHEAD = re.compile("目标|计划|打算|预期|力争|安排")
"""今年的目标 stands in last year's report: its words, not a year, find it."""
_COUNT = {"两": 2, **{digit: n for n, digit in enumerate("零一二三四五六七八九十")}}


def years_since(question: str, known: Iterable[int]) -> tuple[int, ...]:
    """The years from the one named to the newest report (2021年以来); none if none is so named."""
    found, newest = _SINCE.search(question), max(known, default=0)
    return tuple(range(int(found[1]), newest + 1)) if found and int(found[1]) < newest else ()


def relative_years(question: str, known: Iterable[int], today: date) -> Relative | None:
    """The years that 去年, 上年 or 近三年 mean; None if the question says nothing of the kind.

    `known` are the years of the reports in question. 去年 and 今年 count from the asker's date;
    where no report is that new they, like 上年 and 近三年, count from the newest report.
    """
    newest = max(known := set(known), default=None)
    if newest is None or years_of(question) or _AHEAD.search(question):
        return None
    if found := _LAST.search(question):
        said = found["count"] or found["span"] or found["lately"] or found["other"]
        count = _COUNT.get(said) or int(said)
        return Relative(words=found[0], years=tuple(range(newest - count + 1, newest + 1)))
    if found := _NOW.search(question):
        meant = today.year - _BACK[found["word"]]
        back = 1 if found["word"] == "前年" else 0
        return Relative(words=found[0], years=(meant if meant in known else newest - back,))
    if found := _BEFORE.search(question):
        return Relative(words=found[0], years=(newest - 1,))
    return None
